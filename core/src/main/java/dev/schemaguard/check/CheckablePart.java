package dev.schemaguard.check;

import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of an expectation that can be looked for in a kind of database.
 *
 * @param expected that part
 * @param rest what is to be said of the rest; empty where there is none
 */
record CheckablePart(Schema expected, Optional<Unverified> rest) {

    /**
     * The part without some families. A sequence behind a column is no need of its own, so nothing is said of it; nor is
     * anything said of checks, without which every statement works.
     *
     * @param product the kind of database, for people
     */
    static CheckablePart of(Schema whole, Set<Family> notLookedAt, String product) {
        Schema expected = notLookedAt.contains(Family.CHECKS) ? withoutChecks(whole) : whole;
        List<ObjectName> sequences = !notLookedAt.contains(Family.SEQUENCES)
                ? List.of()
                : expected.sequences().stream()
                        .filter(sequence -> sequence.role() != Sequence.Role.OWNED)
                        .map(Sequence::name)
                        .toList();
        List<ObjectName> types = !notLookedAt.contains(Family.TYPES)
                ? List.of()
                : expected.types().stream().map(UserType::name).toList();
        if (sequences.isEmpty() && types.isEmpty()) {
            return new CheckablePart(expected, Optional.empty());
        }
        List<String> counts = Stream.concat(counted(sequences, "sequence"), counted(types, "type"))
                .toList();
        String reason = String.join(" and ", counts) + " expected, and on " + product
                + " there is no way to look for such; look by other means, and set on-unverified to 'warn'";
        Schema rest = expected.with(
                expected.tables(),
                sequences.isEmpty() ? expected.sequences() : List.of(),
                types.isEmpty() ? expected.types() : List.of());
        return new CheckablePart(rest, Optional.of(new Unverified(Code.NOT_LOOKED_AT, reason)));
    }

    private static Schema withoutChecks(Schema schema) {
        return schema.with(schema.tables().stream().map(Table::withoutChecks).toList());
    }

    private static Stream<String> counted(List<ObjectName> names, String kind) {
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(names.size() + " " + kind + (names.size() == 1 ? " (`" : "s (`") + names.get(0)
                        + (names.size() == 1 ? "`) is" : "` and others) are"));
    }
}
