package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.mysql.ddl.script.MysqlRules;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.ddl.script.SqlScript;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One script that a server has run, held against what is read of it.
 *
 * @param connection a session in the database in which the script has run
 * @param database what kind of database it is
 * @param sql the script
 */
record ScriptOnServer(Connection connection, Database database, String sql) {

    private static final String LOCATION = "script.sql";

    /** Runs a script, statement by statement as the reader splits it. */
    static ScriptOnServer run(Connection connection, Database database, String sql) throws SQLException {
        boolean forked = database.name().equals("mariadb");
        try (SqlScript split =
                        SqlScript.open(SourceText.text(LOCATION, sql), Placeholders.NONE, MysqlRules.usual(forked));
                Statement sent = connection.createStatement()) {
            Optional<SqlStatement> statement = split.next();
            while (statement.isPresent()) {
                String text = sql.substring(
                        (int) statement.get().start(), (int) statement.get().end());
                sent.execute(
                        text.replaceAll("(?im)^\\s*delimiter .*$", "").replaceFirst("(;|//|\\$\\$|\\\\G)\\s*$", ""));
                statement = split.next();
            }
        }
        return new ScriptOnServer(connection, database, sql);
    }

    /** What is read of it. */
    Schema read() {
        try {
            return DdlSource.of(SourceText.text(LOCATION, sql)).load(database);
        } catch (SchemaSourceException e) {
            // A script that makes nothing is refused, which is no matter here.
            return Schema.builder().complete(EnumSet.allOf(Family.class)).build();
        }
    }

    /** What is said of the database that is not so, and what is lost of it in silence. */
    List<String> wrong() throws SQLException, InspectionException {
        Schema live = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
        Schema read = read();
        List<String> wrong = new ArrayList<>();
        messages(
                        "not there",
                        SchemaGuard.expecting(asItIs(read))
                                .build()
                                .check(connection)
                                .findings())
                .forEach(wrong::add);
        Schema unqualified = read.toBuilder().searchPath(live.searchPath()).build();
        if (!live.isEmpty() && !(read.isEmpty() && read.gaps().isEmpty())) {
            messages(
                            "not read",
                            SchemaGuard.expecting(asItIs(live))
                                    .build()
                                    .check(asItIs(unqualified), database)
                                    .findings())
                    .forEach(wrong::add);
        }
        for (Table table : read.tables()) {
            live.table(table.name()).ifPresent(found -> shapes(table, found, read, wrong));
        }
        return wrong;
    }

    /** What no rule of the law would say: a column that is lost, a default, a view of other columns. */
    private static void shapes(Table read, Table live, Schema schema, List<String> wrong) {
        boolean open = read.notKnown().contains(Family.COLUMNS)
                || schema.gaps().stream()
                        .anyMatch(gap -> gap.reach() instanceof Gap.Reach.Everything
                                || gap.reach().names().contains(read.name()));
        List<String> said = names(read);
        List<String> there = names(live);
        if (open ? !there.containsAll(said) : !there.equals(said)) {
            wrong.add(read.name() + " is read with " + said + ", and has " + there);
        }
        for (Column column : read.columns()) {
            Optional<Column> found = live.columns().stream()
                    .filter(other -> other.name().equalsIgnoreCase(column.name()))
                    .findFirst();
            boolean lost = column.columnDefault() == ColumnDefault.NONE
                    && found.filter(other -> other.columnDefault() instanceof ColumnDefault.Expression)
                            .isPresent();
            if (lost) {
                wrong.add("default of " + read.name() + "." + column.name() + " is not read");
            }
        }
    }

    private static List<String> names(Table table) {
        return List.copyOf(new TreeSet<>(table.columns().stream()
                .map(column -> column.name().toLowerCase(java.util.Locale.ROOT))
                .toList()));
    }

    private static Stream<String> messages(String what, List<Finding> findings) {
        return findings.stream()
                .map(finding -> what + ": " + finding.severity() + " "
                        + finding.drift().kind() + " " + finding.drift().message());
    }

    /** What was captured is what it is; the names of a contract would be read as in SQL. */
    private static SchemaSource asItIs(Schema schema) {
        return new SchemaSource() {
            @Override
            public String name() {
                return "the server";
            }

            @Override
            public Schema load(Database database) {
                return schema;
            }
        };
    }
}
