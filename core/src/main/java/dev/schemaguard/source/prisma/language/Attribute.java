package dev.schemaguard.source.prisma.language;

import dev.schemaguard.model.Origin;

/**
 * What is said of a field or a block behind {@code @} or {@code @@}.
 *
 * @param name its name without these: {@code id}, {@code db.VarChar}
 * @param arguments its arguments
 * @param origin where it stands
 */
public record Attribute(String name, Arguments arguments, Origin origin) {}
