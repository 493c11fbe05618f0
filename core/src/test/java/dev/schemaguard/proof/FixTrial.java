package dev.schemaguard.proof;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.fix.FindingFix;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes a copy of the release's database, runs what the guard would fix, and asks the guard again. */
final class FixTrial {

    private final String template;
    private final SchemaGuard guard;
    private final List<String> tables;

    FixTrial(String template, SchemaGuard guard, List<String> tables) {
        this.template = template;
        this.guard = guard;
        this.tables = tables;
    }

    /** What became of a change. */
    enum Kind {
        /** Nobody felt it. */
        UNFELT,
        /** Fixed, and the database conforms. */
        CONFORMS,
        /** The same, once the rows that stood in the way were gone, as the hazards said. */
        CONFORMS_WITHOUT_ROWS,
        /** Something is left over, and of each it is said why. */
        NO_SAFE_FIX,
        /** A statement was refused because another object bears the name, which only a renamed table leaves behind. */
        NAME_TAKEN,
        /** Something else, which must not be. */
        WRONG
    }

    /**
     * What became of a change.
     *
     * @param kind how it ended
     * @param what what happened, for people
     */
    record Outcome(Kind kind, String what) {}

    /** What became of a mutation; nothing where the server does not let the database be changed so. */
    Optional<Outcome> of(Mutation mutation) throws SQLException {
        Optional<Outcome> first = attempt(mutation, false);
        boolean rows = first.filter(outcome -> outcome.kind() == Kind.CONFORMS_WITHOUT_ROWS)
                .isPresent();
        return rows ? attempt(mutation, true) : first;
    }

    private Optional<Outcome> attempt(Mutation mutation, boolean withoutRows) throws SQLException {
        String copy = TestPostgres.copyOf(template);
        try (Connection connection =
                TestPostgres.dataSource(copy, TestPostgres.SUPERUSER).getConnection()) {
            return isMade(mutation, connection)
                    ? Optional.of(fix(mutation, connection, withoutRows))
                    : Optional.empty();
        } finally {
            TestPostgres.drop(copy);
        }
    }

    private static boolean isMade(Mutation mutation, Connection connection) {
        try {
            for (String sql : mutation.sql()) {
                execute(connection, sql);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Outcome fix(Mutation mutation, Connection connection, boolean withoutRows) throws SQLException {
        ReportWithFixes before = asApplication(connection);
        if (!before.report().unverified().isEmpty()) {
            return new Outcome(Kind.NO_SAFE_FIX, before.report().unverified().toString());
        }
        if (before.report().findings().isEmpty()) {
            return new Outcome(Kind.UNFELT, "");
        }
        if (withoutRows) {
            for (String table : tables) {
                execute(
                        connection,
                        "do $$ begin truncate " + table + " cascade; exception when others then null; end $$");
            }
        }
        for (Fix fix : before.plan().statements()) {
            try {
                execute(connection, fix.sql());
            } catch (SQLException e) {
                return refused(mutation, fix, e, withoutRows);
            }
        }
        return judge(mutation, before, asApplication(connection), withoutRows);
    }

    private static Outcome refused(Mutation mutation, Fix fix, SQLException failure, boolean withoutRows) {
        String state = String.valueOf(failure.getSQLState());
        boolean said = fix.hazards().stream().anyMatch(hazard -> hazard.startsWith("fails if"));
        // hstore calls a text that it cannot read a syntax error.
        boolean byRows = state.startsWith("22")
                || state.startsWith("23")
                || state.equals("42601") && fix.sql().contains(" USING ");
        if (said && !withoutRows && byRows) {
            return new Outcome(Kind.CONFORMS_WITHOUT_ROWS, "");
        }
        boolean taken = state.equals("42P07") && mutation.name().contains(" rename to ");
        return new Outcome(
                taken ? Kind.NAME_TAKEN : Kind.WRONG,
                mutation.name() + "\n    " + fix.sql() + "\n    " + failure.getMessage());
    }

    private static Outcome judge(
            Mutation mutation, ReportWithFixes before, ReportWithFixes after, boolean withoutRows) {
        Set<String> left =
                after.report().findings().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
        if (left.isEmpty() && after.report().unverified().isEmpty()) {
            return new Outcome(withoutRows ? Kind.CONFORMS_WITHOUT_ROWS : Kind.CONFORMS, "");
        }
        Set<String> said = before.plan().cures().stream()
                .filter(cure -> cure.noSafeFix().isPresent())
                .map(FindingFix::finding)
                .map(Finding::id)
                .collect(Collectors.toSet());
        // Beside a table that is made anew the renamed one is a table that the release does not know, and its keys
        // stay.
        boolean renamed = mutation.name().contains(" rename to ");
        boolean told = left.stream()
                .allMatch(id -> said.contains(id)
                        || isKeyOverAColumnThatWasSaid(id, said)
                        || renamed && id.startsWith("inbound-foreign-key:"));
        return new Outcome(
                told ? Kind.NO_SAFE_FIX : Kind.WRONG,
                (told
                                ? before.plan().cures().stream()
                                                .map(cure -> cure.finding().id() + ": "
                                                        + cure.noSafeFix().orElse("fixed"))
                                                .toList()
                                        + "  <- "
                                : "left " + left + " of "
                                        + before.report().findings().stream()
                                                .map(Finding::id)
                                                .toList() + "  <- ")
                        + mutation.name()
                        + (told
                                ? ""
                                : "\n    "
                                        + before.plan().statements().stream()
                                                .map(Fix::sql)
                                                .toList()));
    }

    /** A key over a missing column is no finding of its own before the column is there: its cure says what becomes of the key. */
    private static boolean isKeyOverAColumnThatWasSaid(String id, Set<String> said) {
        Matcher key =
                Pattern.compile("missing-(?:primary-key|unique):(.+)\\((.+)\\)").matcher(id);
        return key.matches()
                && Stream.of(key.group(2).split(", "))
                        .anyMatch(column -> said.contains("missing-column:" + key.group(1) + "." + column));
    }

    private ReportWithFixes asApplication(Connection connection) throws SQLException {
        execute(connection, "set role app");
        ReportWithFixes remedy = guard.remedy(connection);
        execute(connection, "reset role");
        return remedy;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
