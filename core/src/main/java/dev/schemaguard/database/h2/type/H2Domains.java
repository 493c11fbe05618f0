package dev.schemaguard.database.h2.type;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.EnumType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies below the domains of H2, which go by a name. */
final class H2Domains {

    private static final int DEEPEST = 16;

    /** Any enum, as far as its labels are not told. */
    private static final Named ENUM = ColumnType.of("enum");

    private H2Domains() {}

    /** Whether a domain refuses values of the type below it. */
    static boolean haveRules(ColumnType type, Schema schema) {
        ColumnType base = type;
        for (int depth = 0; depth < DEEPEST && base instanceof Named named; depth++) {
            Optional<UserType> declared = schema.type(named.name());
            if (declared.isEmpty() || !(declared.get() instanceof DomainType domain)) {
                return false;
            }
            if (!domain.checks().isEmpty()) {
                return true;
            }
            base = domain.base();
        }
        return false;
    }

    /** The built-in type below all domains; an enum is as long as its longest label. */
    static Optional<Named> base(ColumnType type, Schema schema) {
        ColumnType base = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (base instanceof Labelled labelled) {
                return Optional.of(enumOf(labelled.labels().stream()));
            }
            if (!(base instanceof Named named)) {
                return Optional.empty();
            }
            Object declared = schema.type(named.name()).orElse(null);
            if (declared instanceof EnumType labels && !named.array()) {
                return Optional.of(enumOf(labels.labels().stream()));
            }
            if (!(declared instanceof DomainType domain) || named.array()) {
                return Optional.of(named);
            }
            base = domain.base();
        }
        return Optional.empty();
    }

    private static Named enumOf(Stream<String> labels) {
        return ENUM.with(new Modifier.Of(
                List.of(String.valueOf(labels.mapToInt(String::length).max().orElse(1)))));
    }
}
