package dev.schemaguard.proof;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.proof.Execution.Probe;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Changes the database, asks the guard, sends the release's statements, and takes the change back. */
final class Trial {

    private static final Mutation NOTHING = new Mutation("nothing", Set.of(), List.of());

    private final Workshop workshop;
    private final Release release;
    private final Schema expectation;
    private final SchemaGuard guard;
    private final boolean everyValue;
    private final Map<Probe, Map<String, String>> usual;

    Trial(Workshop workshop, Release release, Schema expectation, SchemaGuard guard, boolean everyValue)
            throws SQLException {
        this.workshop = workshop;
        this.release = release;
        this.expectation = expectation;
        this.guard = guard;
        this.everyValue = everyValue;
        this.usual =
                run(NOTHING, release.tables(), column -> true).orElseThrow().measured();
    }

    /**
     * What became of a mutation.
     *
     * @param report what the guard says
     * @param measured what became of each statement
     */
    record Outcome(DriftReport report, Map<Probe, Map<String, String>> measured) {}

    /** What became of a mutation; nothing where the server does not let the database be changed so. */
    Optional<Outcome> of(Mutation mutation) throws SQLException {
        return run(mutation, tables(mutation), column -> everyValue || mutation.names(column));
    }

    /** The tables and views whose statements may feel a mutation. */
    List<ReleaseTable> tables(Mutation mutation) {
        return release.tables().stream()
                .filter(table -> mutation.tables().contains(table.name()))
                .toList();
    }

    private Optional<Outcome> run(Mutation mutation, List<ReleaseTable> tables, Predicate<ReleaseColumn> focus)
            throws SQLException {
        Optional<Workshop.Changed> made = workshop.change(mutation);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        try (Workshop.Changed changed = made.get()) {
            DriftReport report = guard.check(changed.connection());
            Map<Probe, Map<String, String>> measured =
                    Execution.of(workshop.wording(), tables, changed.connection(), focus);
            return Optional.of(new Outcome(report, measured));
        }
    }

    /** What was measured of one kind of statement, over all statements of that kind. */
    Effect measured(Outcome outcome, String table, StatementKind kind) {
        Effect worst = Effect.WORKS;
        for (Map.Entry<Probe, Map<String, String>> probe : outcome.measured().entrySet()) {
            if (probe.getKey().table().equals(table) && probe.getKey().kind() == kind) {
                Effect alone = effect(usual.get(probe.getKey()), probe.getValue());
                Effect effect = alone == Effect.FAILS && !probe.getKey().always() ? Effect.MAY_FAIL : alone;
                worst = effect.compareTo(worst) > 0 ? effect : worst;
            }
        }
        return worst;
    }

    private static Effect effect(Map<String, String> usual, Map<String, String> live) {
        int sent = 0;
        int failed = 0;
        boolean changed = false;
        for (Map.Entry<String, String> value : live.entrySet()) {
            String before = usual.getOrDefault(value.getKey(), Execution.FAILED);
            if (!before.startsWith(Execution.FAILED)) {
                sent++;
                failed += value.getValue().startsWith(Execution.FAILED) ? 1 : 0;
                changed |= !value.getValue().equals(before);
            }
        }
        return failed > 0 ? failed == sent ? Effect.FAILS : Effect.MAY_FAIL : changed ? Effect.DEGRADED : Effect.WORKS;
    }

    /** What the guard says of one kind of statement, over all its findings. */
    Effect said(Outcome outcome, String table, StatementKind kind) {
        Effect worst = Effect.WORKS;
        for (Finding finding : outcome.report().findings()) {
            Effect effect = finding.drift().impact().on(kind);
            if (isAbout(finding.drift(), table) && effect.compareTo(worst) > 0) {
                worst = effect;
            }
        }
        return worst;
    }

    /** Whether a drift touches a table: it is the table's own, or that of a type or sequence that the table uses. */
    boolean isAbout(Drift drift, String table) {
        if (drift.subject().table().isPresent()) {
            return whole(drift.subject().table().get()).equals(table);
        }
        if (drift instanceof AccessDrift.UnusableSchema schema) {
            return schema.tables().stream()
                    .anyMatch(one -> whole(one.name().name()).equals(table));
        }
        String object = drift.subject().object().orElse("").replaceAll("\\..*", "");
        return object.isEmpty()
                || object.equals("ticket_seq") && table.equals("tickets")
                || object.equals("number_seq") && table.equals("orders")
                || object.equals("orders_id_seq") && table.equals("orders")
                || expectation.table(table).orElseThrow().columns().stream().anyMatch(column -> isOf(column, object));
    }

    /** The table that a partition's rows are written and read by; every other table itself. */
    private String whole(String table) {
        return expectation.table(table).stream()
                .flatMap(part -> part.parents().stream())
                .flatMap(parent -> expectation.table(parent).stream())
                .filter(parent -> parent.kind() == TableKind.PARTITIONED_TABLE)
                .map(parent -> parent.name().name())
                .findFirst()
                .orElse(table);
    }

    private static boolean isOf(Column column, String type) {
        return column.type() instanceof ColumnType.Named named
                && named.name().name().equals(type);
    }
}
