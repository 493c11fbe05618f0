package dev.schemaguard.source.migrations;

import java.util.List;

/**
 * How Flyway tells migrations by their names: {@code V2__add_email.sql}.
 *
 * @param prefix what versioned migrations begin with ({@code spring.flyway.sql-migration-prefix})
 * @param repeatablePrefix what repeatable ones begin with
 * @param baselinePrefix what baseline ones begin with
 * @param separator what stands between version and description
 * @param suffixes what names end with
 */
public record FlywayNaming(
        String prefix, String repeatablePrefix, String baselinePrefix, String separator, List<String> suffixes) {

    /** What Flyway does where nothing is configured. */
    public static final FlywayNaming DEFAULT = new FlywayNaming("V", "R", "B", "__", List.of(".sql"));

    /** Checks the arguments. */
    public FlywayNaming {
        suffixes = List.copyOf(suffixes);
        if (separator.isEmpty() || suffixes.isEmpty()) {
            throw new IllegalArgumentException("Flyway's separator and suffixes were empty, name at least one of each");
        }
    }

    /** Whether a name ends as those of migrations do, be they scripts or programs. */
    boolean isMigration(String name) {
        return isScript(name) || ProgramKind.of(name).isPresent();
    }

    /** Whether a name ends as those of scripts do. */
    boolean isScript(String name) {
        for (String suffix : suffixes) {
            if (name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }
}
