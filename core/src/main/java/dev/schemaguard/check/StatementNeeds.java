package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.StatementExpectation;
import dev.schemaguard.statements.TableAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the statements of a release need by themselves, as one more expectation: queries that no mapping knows of are held against
 * the database, too.
 *
 * @param statements the statements
 * @param onDriftOnly whether the server is asked only for those that touch what differs
 */
public record StatementNeeds(StatementReading statements, boolean onDriftOnly) implements SchemaSource {

    @Override
    public String name() {
        return statements.name();
    }

    @Override
    public Schema load(Database database) {
        return StatementExpectation.of(statements.of(database).statements());
    }

    /**
     * The differences that some statement meets, the columns that one leaves out which the database has no value for, those that none of
     * its tables has, and the names of keys that an upsert means and no key has.
     */
    List<Drift> met(List<Drift> drifts, Database database, Schema expected, Schema live) {
        MetStatements met = MetStatements.of(statements.of(database), expected, live);
        List<Drift> candidates = new ArrayList<>(drifts);
        expected.tables()
                .forEach(table -> live.table(table.name()).ifPresent(found -> leftOut(table, found, candidates)));
        met.ofNobody()
                .forEach((column, origin) -> expected.table(column.table())
                        .flatMap(table -> live.table(table.name()).map(found -> column.missing(table, found, origin)))
                        .ifPresent(candidates::add));
        if (database.types().upsertsNeedKeys()) {
            met.statements().forEach(statement -> namedKeys(statement, expected, live, candidates));
        }
        return candidates.stream()
                .filter(drift -> !met.meeting(drift).isEmpty())
                .toList();
    }

    /** What a trigger may fill is left to the other expectations, which say whether it was left out before. */
    private static void leftOut(Table expected, Table live, List<Drift> candidates) {
        if (!live.kind().holdsRows() || live.capabilities().insertTrigger() == Presence.PRESENT) {
            return;
        }
        for (Column column : expected.columns()) {
            live.column(column.name())
                    .filter(found -> found.nullability() == Nullability.NOT_NULL && !found.isFilledByDatabase())
                    .ifPresent(found ->
                            candidates.add(new ColumnValueDrift.DefaultMissing(expected, live.name(), column, found)));
        }
    }

    private static void namedKeys(ReleaseStatement statement, Schema expected, Schema live, List<Drift> candidates) {
        for (TableAccess access : statement.use().accesses()) {
            if (access.conflict() instanceof ConflictTarget.Constraint meant) {
                expected.table(access.table())
                        .flatMap(table -> live.table(table.name())
                                .flatMap(found -> otherName(meant.name(), table, found, statement.origin())))
                        .filter(drift -> !candidates.contains(drift))
                        .ifPresent(candidates::add);
            }
        }
    }

    /** A key without a name has one that only the server knows; one that may wait for the end of the transaction serves no upsert. */
    private static Optional<Drift> otherName(String name, Table expected, Table live, Origin origin) {
        List<Constraint> keys = live.constraints().stream()
                .filter(rule -> rule instanceof Constraint.Key || rule instanceof Constraint.Exclusion)
                .filter(rule -> !rule.enforcement().deferrable())
                .toList();
        boolean known = live.kind().holdsRows() && !live.notKnown().contains(Family.UNIQUE_KEYS);
        if (!known
                || keys.stream()
                        .anyMatch(key -> key.name().isEmpty() || key.name().equals(name))) {
            return Optional.empty();
        }
        Optional<String> actual = keys.isEmpty()
                ? Optional.empty()
                : Optional.of(keys.stream()
                        .map(key ->
                                key.name() + ": " + ConstraintDrift.rule(key).text())
                        .collect(Collectors.joining("; ")));
        return Optional.of(new ConstraintDrift.OtherName(expected, live.name(), name, actual, origin));
    }
}
