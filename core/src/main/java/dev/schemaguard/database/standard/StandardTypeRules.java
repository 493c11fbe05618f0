package dev.schemaguard.database.standard;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.Schema;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * How types serve on a database whose rules nobody has measured: those of one name agree, and so do those of one family, for
 * scripts, mappings and drivers call the same type by different names, and databases turn values of one family into each other.
 * A type of no known family is not judged.
 */
public final class StandardTypeRules implements TypeRules {

    private static final Set<String> BOUNDED = Set.of("varchar", "char", "varbinary", "binary");

    @Override
    public TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live) {
        if (!(expected instanceof Named wanted) || !(actual instanceof Named found)) {
            return TypeFit.SAME;
        }
        if (wanted.array() || found.array()) {
            return TypeFit.SAME;
        }
        if (wanted.name().equals(found.name())) {
            return lengths(wanted, found);
        }
        Optional<Family> family = Family.of(wanted.name().name());
        Optional<Family> other = Family.of(found.name().name());
        return family.isPresent() && other.isPresent() && !family.equals(other) ? TypeFit.OTHER_FAMILY : TypeFit.SAME;
    }

    /** A shorter one refuses or cuts what is longer, everywhere; a length that only one side states says nothing. */
    private static TypeFit lengths(Named wanted, Named found) {
        boolean stated = wanted.modifier() instanceof Modifier.Of && found.modifier() instanceof Modifier.Of;
        return stated
                        && BOUNDED.contains(wanted.name().name())
                        && TypeArguments.of(found, 0, Integer.MAX_VALUE) < TypeArguments.of(wanted, 0, 0)
                ? TypeFit.NARROWER
                : TypeFit.SAME;
    }

    /** Types between which databases convert, by the words that their names hold. */
    private enum Family {
        BOOLEAN("boolean", "bool"),
        BINARY("binary", "blob", "bytea", "image", "raw", "bit data"),
        TEXT("char", "text", "clob", "string", "citext"),
        TIME("timestamp", "date", "time", "datetime"),
        NUMBER(
                "int",
                "integer",
                "numeric",
                "decimal",
                "number",
                "real",
                "float",
                "double",
                "decfloat",
                "money",
                "serial");

        private final Set<String> words;

        Family(String... words) {
            this.words = Set.of(words);
        }

        static Optional<Family> of(String type) {
            return Arrays.stream(values())
                    .filter(family -> family.words.stream().anyMatch(word -> family.names(type, word)))
                    .findFirst();
        }

        /** The word by itself, or with what databases put before and behind it: {@code tinyint}, {@code varchar_ignorecase}. */
        private boolean names(String type, String word) {
            return switch (this) {
                case BOOLEAN -> type.equals(word);
                case BINARY, TEXT -> type.contains(word);
                case TIME -> type.startsWith(word);
                case NUMBER -> type.startsWith(word) || type.split(" ", 2)[0].endsWith(word);
            };
        }
    }
}
