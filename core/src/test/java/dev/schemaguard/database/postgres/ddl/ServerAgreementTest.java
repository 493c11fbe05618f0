package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.ddl.script.SqlScript;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import dev.schemaguard.source.migrations.DdlSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs a script of everything on a real server, and holds what was read of it against the server's catalog. */
class ServerAgreementTest {

    private static final String OWN = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'";

    private static Schema schema;
    private static Connection connection;

    @BeforeAll
    static void runBoth() throws SQLException, IOException {
        String script;
        try (InputStream stream = ServerAgreementTest.class.getResourceAsStream("/ddl/everything.sql")) {
            script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        schema = DdlSource.of(SourceText.text("everything.sql", script)).load(Databases.assumed());
        connection = TestPostgres.freshDatabase().getConnection();
        run(script);
    }

    private static void run(String script) throws SQLException {
        try (SqlScript split = SqlScript.open(SourceText.text("everything.sql", script), Placeholders.NONE);
                Statement sent = connection.createStatement()) {
            Optional<SqlStatement> statement = split.next();
            while (statement.isPresent()) {
                sent.execute(script.substring(
                        (int) statement.get().start(), (int) statement.get().end()));
                statement = split.next();
            }
        }
    }

    @Test
    void agreesOnTablesAndColumns() throws SQLException {
        Set<String> live = query(
                "SELECT n.nspname || '.' || c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod),"
                        + " a.attnotnull OR (y.typtype = 'd' AND y.typnotnull)"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                        + " JOIN pg_type y ON y.oid = a.atttypid WHERE c.relkind IN ('r', 'p') AND " + OWN,
                row -> row.getString(1) + " "
                        + bare(Databases.assumed().dialect().type(row.getString(2)))
                        + (row.getBoolean(3) ? " NOT NULL" : ""));
        Set<String> read = new TreeSet<>();
        for (Table table : schema.tables()) {
            for (Column column :
                    table.kind().holdsRows() && !isOpen(table) ? table.columns() : java.util.List.<Column>of()) {
                boolean notNull = column.nullability() == Nullability.NOT_NULL;
                read.add(name(table) + "." + column.name() + " " + bare(column.type()) + (notNull ? " NOT NULL" : ""));
            }
        }
        live.removeIf(column -> column.startsWith("public.sel."));

        assertThat(read).isEqualTo(live);
    }

    @Test
    void agreesOnConstraintsAndTheirNames() throws SQLException {
        Set<String> live = query(
                "SELECT n.nspname || '.' || c.relname, k.conname FROM pg_constraint k"
                        + " JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND " + OWN,
                row -> row.getString(1) + " " + row.getString(2));
        Set<String> read = new TreeSet<>();
        for (Table table : schema.tables()) {
            for (Constraint constraint : table.constraints()) {
                read.add(name(table) + " " + constraint.name());
            }
        }

        assertThat(read).isEqualTo(live);
    }

    @Test
    void agreesOnIndexesAndTheirNames() throws SQLException {
        Set<String> live = query(
                "SELECT n.nspname || '.' || c.relname, x.relname, i.indisunique FROM pg_index i"
                        + " JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OWN
                        + " AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getBoolean(3));
        Set<String> read = new TreeSet<>();
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                read.add(name(table) + " " + index.name() + " " + index.unique());
            }
        }

        assertThat(read).isEqualTo(live);
    }

    @Test
    void agreesOnViewsAndTheColumnsThatAreKnownOfThem() throws SQLException {
        Set<String> live = query(
                "SELECT n.nspname || '.' || c.relname || '.' || a.attname FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                        + " WHERE c.relkind IN ('v', 'm') AND " + OWN,
                row -> row.getString(1));
        Set<String> read = new TreeSet<>();
        for (Table table : schema.tables()) {
            if (!table.kind().holdsRows()) {
                table.columns().forEach(column -> read.add(name(table) + "." + column.name()));
            }
        }

        assertThat(live).containsAll(read);
        assertThat(read).contains("public.v1.name", "public.v2.y", "public.mv.id", "public.rv.n");
    }

    @Test
    void agreesOnEnumsAndSequences() throws SQLException {
        Set<String> labels = query(
                "SELECT y.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_type y"
                        + " JOIN pg_enum e ON e.enumtypid = y.oid GROUP BY y.typname",
                row -> row.getString(1) + " " + row.getString(2));
        Set<String> sequences = query(
                "SELECT n.nspname || '.' || c.relname, s.seqincrement FROM pg_sequence s"
                        + " JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                        + OWN,
                row -> row.getString(1) + " " + row.getLong(2));
        Set<String> readLabels = schema.types().stream()
                .filter(UserType.EnumType.class::isInstance)
                .map(type -> type.name().name() + " " + String.join(",", ((UserType.EnumType) type).labels()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> readSequences = new TreeSet<>();
        for (Sequence sequence : schema.sequences()) {
            readSequences.add(
                    sequence.name().in("public") + " " + sequence.increment().orElseThrow());
        }

        assertThat(readLabels).isEqualTo(labels);
        assertThat(readSequences).isEqualTo(sequences);
    }

    @Test
    void leavesOpenOnlyWhatComesFromAQuery() {
        assertThat(schema.gaps())
                .singleElement()
                .extracting(Gap::reason)
                .isEqualTo("the columns of table 'sel' come from a query");
    }

    private static boolean isOpen(Table table) {
        return table.complete().isEmpty();
    }

    private static String name(Table table) {
        return table.name().in("public").toString();
    }

    /** The catalog leaves out the schema of a type that is on the search path. */
    private static String bare(ColumnType type) {
        ColumnType.Named named = (ColumnType.Named) type;
        return new ColumnType.Named(named.name().unqualified(), named.modifier(), named.array()).toString();
    }

    private static Set<String> query(String sql, Reading reading) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reading.read(rows));
            }
        }
        return found;
    }

    /** Makes a text of a row. */
    private interface Reading {

        String read(ResultSet row) throws SQLException;
    }
}
