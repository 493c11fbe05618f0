package dev.schemaguard.database.postgres.session;

import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.DescribeRun;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.postgres.ddl.PostgresDdl;
import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.NetworkDeadline;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements described by PostgreSQL: the protocol's Parse and Describe (manual, 53.2.3), which look for every name and type and plan
 * nothing, so that no function is folded. EXPLAIN is never sent, for the planner runs functions.
 *
 * @param connection used by nobody else meanwhile
 * @param failures what the server's failures mean
 * @param limits bounds
 */
public record PostgresDescriber(Connection connection, Failures failures, DescribeLimits limits) {

    private static final DdlReader DDL = new PostgresDdl(PostgresDialect.INSTANCE);

    private static final String SAVE = "SAVEPOINT schema_guard_described";
    private static final String TAKE_BACK = "ROLLBACK TO SAVEPOINT schema_guard_described";

    /** Fails where it runs, and only there. */
    private static final String HARMLESS = "/* schema-guard: described: not run */ select 1 operator(pg_catalog./) 0";

    /** Fails where it is prepared. */
    private static final String WRONG = "/* schema-guard: described: asked */ select schema_guard_no_such_column";

    /**
     * Whether a text that is converted to a type while a statement is prepared may run a function of the database: one of a domain's
     * check, within an array, a row or a range (that of the domain itself is left for later). What the server brings leaves no
     * dependency.
     */
    private static final String CONVERSIONS = """
            /* schema-guard: described: conversions */
            select exists (
                select 1 from pg_catalog.pg_constraint c
                join pg_catalog.pg_depend d
                  on d.classid operator(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid
                 and d.objid operator(pg_catalog.=) c.oid
                where c.contypid operator(pg_catalog.<>) 0::pg_catalog.oid
                  and (d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid
                    or d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid))""";

    /** Whether there is any function of such a name. */
    private static final String FUNCTION = """
            /* schema-guard: described: function */
            select exists (select 1 from pg_catalog.pg_proc where proname operator(pg_catalog.=) ?::pg_catalog.name)""";

    private static final String UNDEFINED_FUNCTION = "42883";

    /**
     * Failures whatever the types of the values are (manual, appendix A): syntax, names that are not there, twice there or not
     * allowed, rights on schemas, columns that take no value, texts that a type does not take. Others may come of a value that is
     * prepared without its type.
     */
    private static final Set<String> WHATEVER_THE_TYPES = Set.of(
            "42601", "42P01", "42703", "42704", "3F000", "42501", "42702", "42701", "42712", "42803", "42P10", "42P20",
            "42P09", "428C9", "22P02", "0A000", "42P07", "42622", "55000");

    /** Describes each, in order. */
    public List<Described> describe(List<String> texts) throws SQLException {
        DescribeRun run = new DescribeRun(failures, limits.total());
        if (texts.stream().noneMatch(text -> DDL.rows(text) instanceof RowStatement.One)) {
            return run.over(texts, DDL::rows, one -> new Described.Fine());
        }
        return NetworkDeadline.during(
                connection,
                limits.total(),
                () -> new ReadOnlyTransaction(connection, limits.total()).read(() -> within(texts, run)));
    }

    private List<Described> within(List<String> texts, DescribeRun run) throws SQLException {
        long wait = Math.max(1, limits.lock().toMillis() / 2);
        execute("SET LOCAL lock_timeout = " + wait);
        execute("SET LOCAL statement_timeout = "
                + Math.min(Integer.MAX_VALUE, limits.total().toMillis()));
        execute(SAVE);
        Optional<String> unfit = unfit();
        execute(TAKE_BACK);
        if (unfit.isPresent()) {
            return DescribeRun.none(texts, unfit.get());
        }
        boolean converts = isTrue(CONVERSIONS, Optional.empty());
        Locks locks = new Locks(Duration.ofMillis(wait));
        return run.over(texts, DDL::rows, one -> {
            if (one.holdsText() && converts) {
                return new Described.NotDescribed("it holds a text, and to prepare it could run a function of this"
                        + " database: a domain has a check that calls one");
            }
            return describe(one, run, locks);
        });
    }

    /** Why the driver cannot be asked: some run a statement in place of describing it, in a mode of theirs or always; some do neither. */
    private Optional<String> unfit() throws SQLException {
        try {
            ask(HARMLESS);
        } catch (SQLException | AssertionError e) {
            return Optional.of(
                    "not described over this connection, whose driver would run it (preferQueryMode=simple?)");
        }
        try {
            ask(WRONG);
            return Optional.of("not described over this connection, whose driver does not ask the server");
        } catch (SQLException e) {
            if (failures.of(e).isAbsence()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Described describe(RowStatement.One statement, DescribeRun run, Locks locks) throws SQLException {
        try {
            ask(statement.text());
            if (locks.areHeldLong()) {
                execute(TAKE_BACK);
                locks.released();
            }
            return new Described.Fine();
        } catch (SQLException e) {
            String code = Optional.ofNullable(e.getSQLState()).orElse("");
            Described lost = run.answer(e, code, true);
            execute(TAKE_BACK);
            locks.released();
            return lost instanceof Described.NotDescribed ? lost : run.answer(e, code, isProven(statement, e, code));
        }
    }

    private boolean isProven(RowStatement.One statement, SQLException failure, String code) throws SQLException {
        if (statement.marks() == 0 || WHATEVER_THE_TYPES.contains(code)) {
            return true;
        }
        if (!code.equals(UNDEFINED_FUNCTION)) {
            return false;
        }
        String said = String.valueOf(failure.getMessage());
        for (String function : statement.calls()) {
            if (said.contains(function + "(") && !isTrue(FUNCTION, Optional.of(function))) {
                return true;
            }
        }
        return false;
    }

    private void ask(String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.getParameterMetaData();
        }
    }

    private boolean isTrue(String question, Optional<String> value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            if (value.isPresent()) {
                query.setString(1, value.get());
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The locks that preparing takes on tables, which stay until the transaction or its savepoint is taken back. */
    private static final class Locks {

        private final Duration longest;
        private long since = System.nanoTime();

        Locks(Duration longest) {
            this.longest = longest;
        }

        boolean areHeldLong() {
            return System.nanoTime() - since > longest.toNanos() / 2;
        }

        void released() {
            since = System.nanoTime();
        }
    }
}
