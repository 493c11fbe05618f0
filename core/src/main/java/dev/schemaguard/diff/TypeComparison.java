package dev.schemaguard.diff;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.UserType.DomainType;
import java.util.Set;

/**
 * Finds how a live type serves an expected one, for a program that binds typed parameters. Domains count as the types below
 * them. What it says of two built-in types was measured with the server and its driver, pair by pair.
 */
final class TypeComparison {

    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");
    private static final Set<String> BITS = Set.of("bit", "varbit");

    private final Schema expectation;
    private final Schema live;

    TypeComparison(Schema expectation, Schema live) {
        this.expectation = expectation;
        this.live = live;
    }

    TypeFit fit(ColumnType expected, ColumnType actual) {
        if (!(expected instanceof Named wanted) || !(actual instanceof Named found)) {
            return TypeFit.SAME;
        }
        Named wantedBase = withoutDomain(wanted, expectation);
        Named foundBase = withoutDomain(found, live);
        boolean bothResolved = !wantedBase.equals(wanted) && !foundBase.equals(found);
        if (sameName(wanted.name(), found.name()) && wanted.array() == found.array() && !bothResolved) {
            return modifiers(wanted, found);
        }
        if (wantedBase.array() != foundBase.array()) {
            return wantedBase.array() && StringFit.isString(foundBase.name().name())
                    ? StringFit.array(wantedBase, foundBase)
                    : TypeFit.DIFFERENT;
        }
        return sameName(wantedBase.name(), foundBase.name())
                ? modifiers(wantedBase, foundBase)
                : families(wantedBase, foundBase);
    }

    private static boolean sameName(ObjectName wanted, ObjectName found) {
        return wanted.name().equals(found.name())
                && (!wanted.isQualified()
                        || !found.isQualified()
                        || wanted.schema().equals(found.schema()));
    }

    private static Named withoutDomain(Named type, Schema schema) {
        return schema.type(type.name())
                .filter(DomainType.class::isInstance)
                .map(found -> ((DomainType) found).base())
                .filter(Named.class::isInstance)
                .map(base -> withoutDomain((Named) base, schema))
                .map(base -> type.array() ? base.toArray() : base)
                .orElse(type);
    }

    private static TypeFit modifiers(Named wanted, Named found) {
        if (wanted.modifier() instanceof Modifier.Unstated
                || found.modifier() instanceof Modifier.Unstated
                || wanted.modifier().equals(found.modifier())) {
            return TypeFit.SAME;
        }
        return switch (wanted.name().name()) {
            case "varchar", "char", "bpchar", "varbinary" -> StringFit.lengths(wanted, found);
            case "bit", "varbit" -> bits(wanted, found);
            case "numeric" -> NumberFit.numerics(wanted, found);
            case "timestamp", "timestamptz", "time", "timetz", "interval" -> TimeFit.digits(wanted, found);
            default -> unknown(wanted, found);
        };
    }

    /** Of an extension's type only this is known: without a modifier it takes whatever it takes with one. */
    private static TypeFit unknown(Named wanted, Named found) {
        if (found.modifier() instanceof Modifier.None) {
            return TypeFit.WIDER;
        }
        return wanted.modifier() instanceof Modifier.None ? TypeFit.NARROWER : TypeFit.DIFFERENT;
    }

    private static TypeFit families(Named wanted, Named found) {
        String expected = wanted.name().name();
        String actual = found.name().name();
        if (StringFit.isString(actual)) {
            return StringFit.fit(wanted, found);
        }
        if (NumberFit.isNumber(expected) && NumberFit.isNumber(actual)) {
            return NumberFit.fit(wanted, found);
        }
        if (TimeFit.isTime(expected) && TimeFit.isTime(actual)) {
            return TimeFit.fit(expected, actual);
        }
        if (BITS.contains(expected) && BITS.contains(actual)) {
            return bits(wanted, found);
        }
        if (DOCUMENTS.contains(expected) && DOCUMENTS.contains(actual)) {
            return TypeFit.LOSSY;
        }
        return switch (expected + " " + actual) {
            case "cidr inet" -> TypeFit.WIDER;
            // The server adds the length of the network to each address.
            case "inet cidr" -> TypeFit.LOSSY;
            default -> TypeFit.DIFFERENT;
        };
    }

    /** A {@code bit(n)} takes exactly n bits, a {@code varbit(n)} up to n. */
    private static TypeFit bits(Named wanted, Named found) {
        boolean exactlyExpected = wanted.name().name().equals("bit");
        boolean exactly = found.name().name().equals("bit");
        int expected = Arguments.of(wanted, 0, Integer.MAX_VALUE);
        int actual = Arguments.of(found, 0, Integer.MAX_VALUE);
        if (exactlyExpected) {
            return actual == expected || actual > expected && !exactly ? TypeFit.WIDER : TypeFit.DIFFERENT;
        }
        if (exactly && actual > expected) {
            return TypeFit.DIFFERENT;
        }
        return exactly || actual < expected ? TypeFit.NARROWER : TypeFit.WIDER;
    }
}
