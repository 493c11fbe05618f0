package dev.schemaguard.jdbc.sync;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sync, over one connection, in one transaction where the server has such for DDL. */
final class SyncRun {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

    private final Connection connection;
    private final Database database;
    private final AddingTransaction transaction;
    private final SchemaGuard guard;
    private final SyncSettings settings;
    private final Consumer<SyncPlan> onPlan;

    private SyncRun(
            Connection connection,
            Database database,
            AddingTransaction transaction,
            SchemaGuard guard,
            SyncSettings settings,
            Consumer<SyncPlan> onPlan) {
        this.connection = connection;
        this.database = database;
        this.transaction = transaction;
        this.guard = guard;
        this.settings = settings;
        this.onPlan = onPlan;
    }

    static SyncOutcome over(Connection connection, SchemaGuard guard, SyncSettings settings, Consumer<SyncPlan> onPlan)
            throws SQLException {
        Database database = Databases.behind(connection);
        Optional<AddingTransaction> transaction = database.sessions().adding(connection, settings.statementTimeout());
        return transaction.isEmpty()
                ? unverified("a sync needs a database whose DDL takes part in transactions, which '"
                        + connection.getMetaData().getDatabaseProductName()
                        + "' is not known for; run what 'schema-guard fix' prints")
                : new SyncRun(connection, database, transaction.get(), guard, settings, onPlan).run();
    }

    private SyncOutcome run() throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        boolean ended = false;
        try {
            transaction.begin(settings.despiteReadOnly());
            SyncOutcome outcome = inTransaction();
            if (!(outcome instanceof SyncOutcome.Applied)) {
                connection.rollback();
            }
            ended = true;
            return outcome;
        } finally {
            if (ended || isTakenBack()) {
                connection.setAutoCommit(autoCommit);
            } else {
                // Whatever a driver does with an open transaction, it must not commit half of a plan.
                connection.abort(Runnable::run);
            }
            transaction.end();
        }
    }

    private boolean isTakenBack() {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            LOG.debug("the connection of a sync is lost, and the server takes back what it did", LoggedFailure.of(e));
            return false;
        }
    }

    private SyncOutcome inTransaction() throws SQLException {
        Optional<SyncOutcome> kept = await();
        if (kept.isPresent()) {
            return kept.get();
        }
        transaction.limit(settings.lockTimeout(), settings.statementTimeout());
        ReportWithFixes remedy = guard.remedy(connection);
        DriftReport report = remedy.report();
        // What is not known of an optional group is left alone, and keeps nobody from the rest.
        List<String> unknown = report.unverified().stream()
                .filter(one -> one.group().isEmpty())
                .map(Unverified::reason)
                .toList();
        if (!unknown.isEmpty()) {
            return new SyncOutcome.Unverified(unknown);
        }
        SyncPlanning planning = new SyncPlanning(transaction, report.policy(), settings.allowed(database.dialect()));
        SyncPlan plan = planning.plan(remedy.plan());
        onPlan.accept(plan);
        if (!plan.blocking().isEmpty()) {
            return new SyncOutcome.Refused(plan, report, blocked(plan));
        }
        if (plan.statements().isEmpty()) {
            return new SyncOutcome.NothingToAdd(plan, report);
        }
        List<String> schemas = report.database().map(DatabaseInfo::schemas).orElse(List.of());
        List<String> path = transaction.path(schemas);
        List<String> reasons = inTheWay(remedy, planning, schemas, path);
        if (!reasons.isEmpty()) {
            return new SyncOutcome.Refused(plan, report, reasons);
        }
        return settings.dryRun() ? new SyncOutcome.Planned(plan, report) : apply(plan, report, path);
    }

    /** Why a plan that only adds is not run all the same. */
    private List<String> inTheWay(
            ReportWithFixes remedy, SyncPlanning planning, List<String> schemas, List<String> path)
            throws SQLException {
        List<String> migrations = settings.despiteMigrations() ? List.of() : migrations(remedy, schemas);
        if (!migrations.isEmpty()) {
            return migrations;
        }
        List<String> shadows = transaction.shadows(path, planning.calls(), settings.allowed(database.dialect()));
        return shadows.isEmpty() && !settings.dryRun()
                ? transaction.readOnly().map(List::of).orElse(List.of())
                : shadows;
    }

    private Optional<SyncOutcome> await() throws SQLException {
        return transaction.await(settings.waitFor())
                ? Optional.empty()
                : Optional.of(unverified("another sync of this database is at work for longer than "
                        + settings.waitFor().toMillis() + " ms; try again"));
    }

    private static List<String> blocked(SyncPlan plan) {
        List<String> reasons = new ArrayList<>();
        plan.blocking().forEach(leftover -> reasons.add(leftover.toString()));
        reasons.add("run the migrations of this release, or what 'schema-guard fix' prints");
        return reasons;
    }

    /** Why not, where a migration tool is at home: what is added now its migration would add again, and fail. */
    private List<String> migrations(ReportWithFixes remedy, List<String> schemas) throws SQLException {
        List<ObjectName> histories = transaction.histories(schemas);
        if (histories.isEmpty()) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        reasons.add("the history of a migration tool is in `" + histories.get(0)
                + "`: run its pending migrations, which would fail after this; or add all the same with"
                + " --despite-migrations");
        remedy.report().findings().stream()
                .filter(finding -> finding.drift().origin().location().endsWith(".sql"))
                .forEach(finding -> reasons.add(pending(finding)));
        return reasons;
    }

    private static String pending(Finding finding) {
        return finding.id() + ": " + finding.hint().orElse(finding.drift().origin() + " adds it");
    }

    private SyncOutcome apply(SyncPlan plan, DriftReport before, List<String> path) throws SQLException {
        AddingTransaction.Picture there = transaction.picture();
        try {
            transaction.run(plan.statements(), path);
        } catch (SQLException e) {
            return brokenOff(plan, before, e);
        }
        DriftReport after = guard.check(connection);
        if (after.verdict() != Verdict.CONFORMS) {
            List<String> reasons = new ArrayList<>();
            reasons.add(
                    transaction.takesBack()
                            ? "the database would still not conform, so all was taken back"
                            : "the database still does not conform");
            after.findings().stream()
                    .filter(finding -> finding.group().isEmpty()
                            && finding.counts(after.policy().failOn().threshold()))
                    .forEach(finding -> reasons.add(finding.id()));
            after.unverified().forEach(unknown -> reasons.add(unknown.reason()));
            reasons.addAll(remains(plan));
            return new SyncOutcome.Refused(plan, after, reasons);
        }
        List<String> lost = there.lost();
        if (!lost.isEmpty()) {
            return new SyncOutcome.Refused(plan, after, lost(plan, lost));
        }
        commit();
        return new SyncOutcome.Applied(plan, after);
    }

    private SyncOutcome brokenOff(SyncPlan plan, DriftReport before, SQLException failure) throws SQLException {
        boolean passing = SyncFailure.isPassing(database.failures(), failure);
        List<String> remains = remains(plan);
        if (passing && remains.isEmpty()) {
            throw failure;
        }
        List<String> reasons = new ArrayList<>();
        reasons.add((passing ? "" : "the server refused an addition: ")
                + SyncFailure.describe(database.failures(), failure));
        reasons.addAll(remains);
        return passing ? new SyncOutcome.Unverified(reasons) : new SyncOutcome.Refused(plan, before, reasons);
    }

    private List<String> lost(SyncPlan plan, List<String> lost) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "a sync only adds, but something that was there is gone or changed, by an addition or by somebody else"
                        + " meanwhile" + (transaction.takesBack() ? ", so all was taken back" : "")
                        + "; try again, and if it stays so, run what 'schema-guard fix' prints by hand");
        reasons.addAll(lost);
        reasons.addAll(remains(plan));
        return reasons;
    }

    /** What stays of a plan that did not come to its end, where the server takes nothing back. */
    private List<String> remains(SyncPlan plan) {
        List<String> done = transaction.done();
        if (done.isEmpty()) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        said.add("what ran stays, for the server takes no DDL back: " + done.size() + " of "
                + plan.statements().size() + " statements; each only adds, so that another sync goes on from there");
        said.addAll(done);
        return said;
    }

    private void commit() throws SQLException {
        try {
            transaction.commit();
        } catch (SQLException e) {
            throw new SQLException(
                    "the commit was not confirmed (" + e.getMessage() + "); a check tells whether it arrived",
                    e.getSQLState(),
                    e);
        }
    }

    private static SyncOutcome unverified(String reason) {
        return new SyncOutcome.Unverified(List.of(reason));
    }
}
