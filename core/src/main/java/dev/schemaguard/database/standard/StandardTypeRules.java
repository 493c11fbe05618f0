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
import java.util.regex.Pattern;

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
        if (isTruth(family, found) || isTruth(other, wanted)) {
            return TypeFit.SAME;
        }
        return family.isPresent() && other.isPresent() && !family.equals(other) ? TypeFit.OTHER_FAMILY : TypeFit.SAME;
    }

    /** Databases without truth values keep them as the smallest number that they have. */
    private static boolean isTruth(Optional<Family> family, Named type) {
        return family.equals(Optional.of(Family.BOOLEAN))
                && (type.name().name().equals("tinyint")
                        || Family.NUMBER.names(type.name().name()) && TypeArguments.of(type, 0, 0) == 1);
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
        BOOLEAN("bool(?:ean)?"),
        NUMBER(
                "(?:tiny|small|medium|big|huge|u)?int(?:eger)?[0-9]?(?: .*)?|(?:numeric|decimal|number|real|float|double"
                        + "|decfloat)\\b.*|float[48]|binary_(?:float|double|integer)|(?:small)?money|(?:small|big)?serial[248]?"),
        BINARY(".*(?:binary|blob|bytea|image|raw|bit data).*"),
        TEXT(".*(?:char|text|clob|string).*"),
        TIME("(?:timestamp|date|time).*");

        private final Pattern form;

        Family(String form) {
            this.form = Pattern.compile(form);
        }

        static Optional<Family> of(String type) {
            return Arrays.stream(values()).filter(family -> family.names(type)).findFirst();
        }

        private boolean names(String type) {
            return form.matcher(type).matches();
        }
    }
}
