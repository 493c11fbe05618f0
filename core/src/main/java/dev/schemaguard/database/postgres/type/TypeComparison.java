package dev.schemaguard.database.postgres.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.CompositeType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.OpaqueType;
import dev.schemaguard.model.UserType.RangeType;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

    public TypeComparison(Schema expectation, Schema live) {
        this.expectation = expectation;
        this.live = live;
    }

    public TypeFit fit(ColumnType expected, ColumnType actual) {
        if (!(expected instanceof Named wanted) || !(actual instanceof Named found)) {
            return TypeFit.SAME;
        }
        Named wantedBase = withoutDomain(wanted, expectation);
        Named foundBase = withoutDomain(found, live);
        boolean bothResolved = !wantedBase.equals(wanted) && !foundBase.equals(found);
        if (sameName(wanted.name(), found.name()) && wanted.array() == found.array() && !bothResolved) {
            return modifiers(wanted, found).and(parts(wanted.name(), found.name()));
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

    /**
     * How what types of one name are made of serves. Values travel as text, whose parts are refused or not by what they hold;
     * so no difference of a part is certain to fail.
     */
    private TypeFit parts(ObjectName wantedName, ObjectName foundName) {
        Optional<UserType> wanted = expectation.type(wantedName);
        Optional<UserType> found = live.type(foundName);
        return wanted.isPresent() && found.isPresent() ? parts(wanted.get(), found.get()) : TypeFit.SAME;
    }

    private TypeFit parts(UserType wanted, UserType found) {
        if (wanted instanceof CompositeType row && found instanceof CompositeType other) {
            return rows(row, other);
        }
        if (wanted instanceof RangeType range && found instanceof RangeType other) {
            return part(range.subtype(), other.subtype());
        }
        // Of an extension's type only the name is known.
        boolean open = wanted instanceof OpaqueType || found instanceof OpaqueType;
        return open || wanted.getClass().equals(found.getClass()) ? TypeFit.SAME : TypeFit.NARROWER;
    }

    /** A row is written by the places of its attributes, and taken apart by their names. */
    private TypeFit rows(CompositeType wanted, CompositeType found) {
        if (wanted.attributes().size() != found.attributes().size()) {
            return TypeFit.DIFFERENT;
        }
        boolean sameNames = List.copyOf(wanted.attributes().keySet())
                .equals(List.copyOf(found.attributes().keySet()));
        TypeFit fit = sameNames ? TypeFit.SAME : TypeFit.LOSSY;
        Iterator<ColumnType> others = found.attributes().values().iterator();
        for (ColumnType attribute : wanted.attributes().values()) {
            fit = fit.and(part(attribute, others.next()));
        }
        return fit;
    }

    private TypeFit part(ColumnType wanted, ColumnType found) {
        TypeFit fit = fit(wanted, found);
        return fit.compareTo(TypeFit.NARROWER) > 0 ? TypeFit.NARROWER : fit;
    }

    private static boolean sameName(ObjectName wanted, ObjectName found) {
        return wanted.name().equals(found.name())
                && (!wanted.isQualified()
                        || !found.isQualified()
                        || wanted.schema().equals(found.schema()));
    }

    private static Named withoutDomain(Named type, Schema schema) {
        Optional<UserType> found = schema.type(type.name());
        if (found.isEmpty() || !(found.get() instanceof DomainType domain) || !(domain.base() instanceof Named named)) {
            return type;
        }
        Named base = withoutDomain(named, schema);
        return type.array() ? base.toArray() : base;
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
        int expected = TypeArguments.of(wanted, 0, Integer.MAX_VALUE);
        int actual = TypeArguments.of(found, 0, Integer.MAX_VALUE);
        if (exactlyExpected) {
            return actual == expected || actual > expected && !exactly ? TypeFit.WIDER : TypeFit.DIFFERENT;
        }
        if (exactly && actual > expected) {
            return TypeFit.DIFFERENT;
        }
        return exactly || actual < expected ? TypeFit.NARROWER : TypeFit.WIDER;
    }
}
