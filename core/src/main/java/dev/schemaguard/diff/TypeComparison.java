package dev.schemaguard.diff;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.UserType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds how a live type serves an expected one, for a program that binds typed parameters. Domains count as the types below
 * them.
 */
final class TypeComparison {

    private static final Set<String> STRINGS = Set.of("varchar", "char", "bpchar", "text", "citext", "name");
    private static final Set<String> BOUNDED_STRINGS = Set.of("varchar", "char");
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision");
    private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz", "date");
    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");
    private static final int TIME_DIGITS = 6;

    /** How many decimal digits every value of an integer type fits in. */
    private static final Map<String, Integer> DIGITS = Map.of("tinyint", 3, "smallint", 5, "integer", 10, "bigint", 19);

    private final Schema expectation;
    private final Schema live;

    TypeComparison(Schema expectation, Schema live) {
        this.expectation = expectation;
        this.live = live;
    }

    TypeFit fit(ColumnType expected, ColumnType actual) {
        if (!(expected instanceof ColumnType.Named wanted) || !(actual instanceof ColumnType.Named found)) {
            return TypeFit.SAME;
        }
        if (wanted.array() != found.array()) {
            return withoutDomain(wanted, expectation).array()
                            == withoutDomain(found, live).array()
                    ? fit(withoutDomain(wanted, expectation), withoutDomain(found, live))
                    : TypeFit.DIFFERENT;
        }
        if (sameName(wanted.name(), found.name())) {
            return modifiers(wanted, found);
        }
        ColumnType.Named wantedBase = withoutDomain(wanted, expectation);
        ColumnType.Named foundBase = withoutDomain(found, live);
        return wantedBase.equals(wanted) && foundBase.equals(found)
                ? families(wanted, found)
                : fit(wantedBase, foundBase);
    }

    private static boolean sameName(ObjectName wanted, ObjectName found) {
        return wanted.name().equals(found.name())
                && (!wanted.isQualified()
                        || !found.isQualified()
                        || wanted.schema().equals(found.schema()));
    }

    private static ColumnType.Named withoutDomain(ColumnType.Named type, Schema schema) {
        return schema.type(type.name())
                .filter(UserType.DomainType.class::isInstance)
                .map(found -> ((UserType.DomainType) found).base())
                .filter(ColumnType.Named.class::isInstance)
                .map(base -> withoutDomain((ColumnType.Named) base, schema))
                .map(base -> type.array() ? base.toArray() : base)
                .orElse(type);
    }

    private static TypeFit modifiers(ColumnType.Named wanted, ColumnType.Named found) {
        if (wanted.modifier() instanceof Modifier.Unstated
                || found.modifier() instanceof Modifier.Unstated
                || wanted.modifier().equals(found.modifier())) {
            return TypeFit.SAME;
        }
        return switch (wanted.name().name()) {
            case "varchar", "char", "bit", "varbit", "varbinary" -> lengths(wanted, found);
            case "numeric" -> numerics(wanted, found);
            case "timestamp", "timestamptz", "time", "timetz", "interval" ->
                argument(found, 0, TIME_DIGITS) < argument(wanted, 0, TIME_DIGITS) ? TypeFit.LOSSY : TypeFit.WIDER;
            default -> TypeFit.DIFFERENT;
        };
    }

    private static TypeFit lengths(ColumnType.Named wanted, ColumnType.Named found) {
        int expected = argument(wanted, 0, Integer.MAX_VALUE);
        int actual = argument(found, 0, Integer.MAX_VALUE);
        return expected == actual ? TypeFit.SAME : actual > expected ? TypeFit.WIDER : TypeFit.NARROWER;
    }

    private static TypeFit numerics(ColumnType.Named wanted, ColumnType.Named found) {
        if (found.modifier() instanceof Modifier.None) {
            return TypeFit.WIDER;
        }
        if (wanted.modifier() instanceof Modifier.None) {
            return TypeFit.NARROWER;
        }
        int wantedScale = argument(wanted, 1, 0);
        int foundScale = argument(found, 1, 0);
        TypeFit whole = argument(found, 0, 0) - foundScale < argument(wanted, 0, 0) - wantedScale
                ? TypeFit.NARROWER
                : TypeFit.WIDER;
        return whole.and(foundScale < wantedScale ? TypeFit.LOSSY : TypeFit.WIDER);
    }

    private static TypeFit families(ColumnType.Named wanted, ColumnType.Named found) {
        String expected = wanted.name().name();
        String actual = found.name().name();
        if (STRINGS.contains(expected) && STRINGS.contains(actual)) {
            return BOUNDED_STRINGS.contains(actual) ? lengths(wanted, found).and(TypeFit.WIDER) : TypeFit.WIDER;
        }
        if (INTEGERS.contains(expected) && INTEGERS.contains(actual)) {
            return INTEGERS.indexOf(actual) > INTEGERS.indexOf(expected) ? TypeFit.WIDER_INTEGER : TypeFit.NARROWER;
        }
        if (isNumber(expected) && isNumber(actual)) {
            return numbers(wanted, found);
        }
        if (MOMENTS.contains(expected) && MOMENTS.contains(actual)) {
            return TypeFit.LOSSY;
        }
        boolean documentExpected = DOCUMENTS.contains(expected);
        boolean documentFound = DOCUMENTS.contains(actual);
        return documentExpected && (documentFound || actual.equals("text") || actual.equals("varchar"))
                ? TypeFit.LOSSY
                : TypeFit.DIFFERENT;
    }

    private static boolean isNumber(String name) {
        return INTEGERS.contains(name) || FLOATS.contains(name) || name.equals("numeric");
    }

    private static TypeFit numbers(ColumnType.Named wanted, ColumnType.Named found) {
        String expected = wanted.name().name();
        String actual = found.name().name();
        if (DIGITS.containsKey(expected) && actual.equals("numeric")) {
            int whole = argument(found, 0, Integer.MAX_VALUE) - argument(found, 1, 0);
            return whole < DIGITS.getOrDefault(expected, 0) ? TypeFit.NARROWER : TypeFit.WIDER_INTEGER;
        }
        if (expected.equals("numeric") && DIGITS.containsKey(actual)) {
            int whole = argument(wanted, 0, Integer.MAX_VALUE) - argument(wanted, 1, 0);
            TypeFit range = whole >= DIGITS.getOrDefault(actual, 0) ? TypeFit.NARROWER : TypeFit.WIDER;
            boolean fractions = wanted.modifier() instanceof Modifier.None || argument(wanted, 1, 0) > 0;
            return range.and(fractions ? TypeFit.LOSSY : TypeFit.WIDER);
        }
        if (expected.equals("real") && actual.equals("double precision")) {
            return TypeFit.WIDER;
        }
        return FLOATS.contains(expected) && DIGITS.containsKey(actual)
                ? TypeFit.LOSSY.and(TypeFit.NARROWER)
                : TypeFit.LOSSY;
    }

    private static int argument(ColumnType.Named type, int index, int otherwise) {
        if (type.modifier() instanceof Modifier.Of modifier
                && modifier.arguments().size() > index) {
            String argument = modifier.arguments().get(index);
            return argument.matches("-?[0-9]{1,9}") ? Integer.parseInt(argument) : otherwise;
        }
        return otherwise;
    }
}
