package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.proof.Sheet;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that real software has in its code, on the tables that it makes: all of them are read, and none is said to break. */
class ShippedQueriesTest {

    private static final Database POSTGRES = Databases.named("postgresql").orElseThrow();

    /** A text that is a statement and not the beginning of one, or a sentence. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(?:select\\s.+\\sfrom\\s+\\S+.*|insert\\s+into\\s.+|update\\s+\\S+\\s+set\\s.+|delete\\s+from\\s+\\S+\\s+where\\s.+)");

    @ParameterizedTest
    @MethodSource("shipped")
    void readsWhatRealSoftwareSendsAndSaysOfNoneThatItBreaks(Shipped shipped) throws IOException {
        Map<String, String> queries = shipped.queries();
        DdlSource tables = DdlSource.of(SourceText.text("made.sql", text(shipped.script())));
        Schema expected = tables.load(POSTGRES);

        ReleaseStatements read = shipped.read(queries, expected);
        DriftReport report = SchemaGuard.expecting()
                .statements(source(shipped, queries, expected))
                .build()
                .check(tables, POSTGRES);

        Sheet sheet = new Sheet("shipped-queries-" + shipped.name());
        sheet.line("%s: %d queries, %d read, %d not"
                .formatted(
                        shipped.name(),
                        queries.size(),
                        read.statements().size(),
                        read.unread().size()));
        read.unread().forEach(one -> sheet.line("  " + one));
        sheet.keep();
        assertThat(read.statements()).hasSizeGreaterThanOrEqualTo(shipped.atLeast());
        assertThat(read.unread()).hasSize(shipped.unread());
        assertThat(read.statements())
                .allSatisfy(statement -> assertThat(statement.use().open()).isEmpty());
        assertThat(report.findings()).as(report.toText()).isEmpty();
    }

    /** Not read are a clause that is put in when it is sent, a hint of SQL Server, and "INSTANCE_NAME = ?REQUESTS_RECOVERY = ?". */
    static Stream<Shipped> shipped() {
        return Stream.of(
                new Shipped(
                        "spring-batch",
                        "org/springframework/batch/core/schema-postgresql.sql",
                        Map.of("%PREFIX%", "BATCH_"),
                        42,
                        0),
                new Shipped(
                        "spring-session",
                        "org/springframework/session/jdbc/schema-postgresql.sql",
                        Map.of("%TABLE_NAME%", "SPRING_SESSION"),
                        11,
                        0),
                new Shipped(
                        "spring-integration",
                        "org/springframework/integration/jdbc/schema-postgresql.sql",
                        Map.of("%PREFIX%", "INT_", "%s", "INT_"),
                        72,
                        1),
                new Shipped(
                        "quartz",
                        "org/quartz/impl/jdbcjobstore/tables_postgres.sql",
                        Map.of("{0}", "QRTZ_", "{1}", "'scheduler'"),
                        116,
                        2));
    }

    private static StatementSource source(Shipped shipped, Map<String, String> queries, Schema expected) {
        return new StatementSource() {
            @Override
            public String name() {
                return shipped.name();
            }

            @Override
            public ReleaseStatements load(Database database, Schema own) {
                return shipped.read(queries, expected);
            }
        };
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ShippedQueriesTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Software whose code and tables are in one jar.
     *
     * @param marks what it replaces in its queries, and by what
     */
    record Shipped(String name, String script, Map<String, String> marks, int atLeast, int unread) {

        @Override
        public String toString() {
            return name;
        }

        ReleaseStatements read(Map<String, String> queries, Schema expected) {
            ReleaseReading reading =
                    new ReleaseReading(StatementReader.of(POSTGRES.dialect(), POSTGRES.ddl(), expected));
            queries.forEach((text, origin) -> reading.add(new SentText(text, Origin.of(origin))));
            return reading.result(name, false);
        }

        /** Each text of a class that is a statement, with the class. */
        Map<String, String> queries() throws IOException {
            Map<String, String> queries = new TreeMap<>();
            JarURLConnection connection = (JarURLConnection) ShippedQueriesTest.class
                    .getClassLoader()
                    .getResource(script)
                    .openConnection();
            JarFile jar = connection.getJarFile();
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
                    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                        for (String text : texts(in)) {
                            if (STATEMENT.matcher(text).matches()) {
                                queries.putIfAbsent(replaced(text), entry.getName());
                            }
                        }
                    }
                }
            }
            return queries;
        }

        private String replaced(String text) {
            String all = text;
            for (Map.Entry<String, String> mark : marks.entrySet()) {
                all = all.replace(mark.getKey(), mark.getValue());
            }
            return all;
        }
    }

    /** The constants of a class that are texts (JVM specification, 4.4). */
    private static Set<String> texts(DataInputStream in) throws IOException {
        in.readInt();
        in.readInt();
        int count = in.readUnsignedShort();
        Map<Integer, String> words = new HashMap<>();
        Set<Integer> texts = new HashSet<>();
        for (int i = 1; i < count; i++) {
            int kind = in.readUnsignedByte();
            switch (kind) {
                case 1 -> words.put(i, in.readUTF());
                case 8 -> texts.add(in.readUnsignedShort());
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> in.skipNBytes(4);
            }
        }
        Set<String> all = new HashSet<>();
        texts.forEach(text -> all.add(words.get(text)));
        return all;
    }
}
