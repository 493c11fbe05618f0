package dev.schemaguard.statements.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import dev.schemaguard.statements.file.RecordedStatement.Use;
import dev.schemaguard.statements.reading.OpenColumns;
import dev.schemaguard.statements.reading.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsFileTest {

    private static final StatementUse READS_POSTS = new StatementUse(
            List.of(access(
                    "posts",
                    StatementKind.SELECT,
                    Set.of("id", "title"),
                    Set.of("owner_id"),
                    new ConflictTarget.None())),
            Set.of(),
            Set.of(),
            Set.of());

    private static final Schema POSTS = Schema.builder()
            .table("posts", table -> table.column("id", "bigint").column("title", "text"))
            .build();

    private static final OpenColumns KNOWING_NO_TABLE =
            new OpenColumns(PostgresDialect.INSTANCE, Schema.builder().build());

    @Test
    void isWrittenToBeReviewed() {
        StatementUse upsert = new StatementUse(
                List.of(new TableAccess(
                        ObjectName.of("app", "tags"),
                        StatementKind.UPSERT,
                        Set.of(),
                        Set.of(),
                        Set.of("label", "odd name"),
                        false,
                        new ConflictTarget.Columns(Set.of("label"), false))),
                Set.of(ObjectName.of("tag_seq")),
                Set.of(),
                Set.of(
                        OpenColumn.ofNobody("rank"),
                        new OpenColumn(
                                "author",
                                Role.COMPARED,
                                List.of(
                                        new OpenColumn.Level(
                                                Set.of(candidate("tags"), candidate("posts")), true, false),
                                        new OpenColumn.Level(Set.of(), true, true)))));
        RecordedStatements recorded = recorded(
                new RecordedStatement(
                        "SELECT id, title\nFROM posts WHERE owner_id = ?",
                        List.of(Origin.of("release-41.sql", 3), Origin.of("com.acme.PostRepository#findTop")),
                        new Use.Known(READS_POSTS)),
                new RecordedStatement(
                        "INSERT INTO app.tags ...", List.of(Origin.of("a.sql", 1)), new Use.Known(upsert)));

        assertThat(StatementsWriter.write(recorded)).isEqualTo("""
                        -- schema-guard statements, format 1
                        -- dialect: postgresql
                        -- complete: false

                        -- from a.sql:1
                        -- uses upsert app.tags(written label, "odd name"; key label)
                        -- uses sequence tag_seq
                        -- uses unresolved author(compared; select posts, select tags, elsewhere; elsewhere, given)
                        -- uses unresolved rank
                        INSERT INTO app.tags ...;

                        -- from com.acme.PostRepository#findTop
                        -- from release-41.sql:3
                        -- uses select posts(read id, title; compared owner_id)
                        SELECT id, title
                        FROM posts WHERE owner_id = ?;
                        """);
        assertThat(read(StatementsWriter.write(recorded))).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';';\n\nSELECT 2",
                "SELECT 1;",
                "SELECT 1 -- why;",
                "SELECT 1\n;",
                ";",
                "SELECT 1 /* ; */ -- */\n-- from x\nFROM y",
                "-- from x\nSELECT 1",
                "-- a comment\nSELECT 1",
                "SELECT 1\r\nFROM x\r",
                " SELECT 1 ",
                "SELECT '\u202e\u0000\u001b[31m \uD83D\uDE00 \uD83D ä 木'",
                "SELECT 1\n<<<<<<< ours\n=======\n>>>>>>> theirs",
                "SELECT 1;\n \nSELECT 2",
                "SELECT \"a\\n\" # x",
                "-- schema-guard statements, format 1"
            })
    void givesBackAnyTextToTheLetter(String text) {
        RecordedStatements recorded = recorded(
                new RecordedStatement("A", List.of(Origin.of("first")), new Use.Known(READS_POSTS)),
                new RecordedStatement(
                        text, List.of(Origin.of("x:1"), Origin.of("a\nb", 2)), new Use.Unread("why \"so\"\n")),
                new RecordedStatement("z", List.of(Origin.of("last")), new Use.Known(StatementUse.NOTHING)));

        String written = StatementsWriter.write(recorded);

        assertThat(read(written)).isEqualTo(recorded);
        assertThat(read(written.replace("\n", "\r\n"))).isEqualTo(recorded);
        assertThat(written.chars().filter(c -> c < ' ' && c != '\n' && c != '\t'))
                .isEmpty();
    }

    @Test
    void givesBackWhateverIsWritten() {
        Random random = new Random(20261129);
        String[] pieces = {
            ";", "\n", "--", " ", "-- from ", "-- uses ", "'", "\"", "\\", "\r", "x", "=======", "é", "#", "\t", "/*"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("q");
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String name = text.substring(1).isEmpty() ? "n" : text.substring(1);
            StatementUse use = new StatementUse(
                    List.of(access(
                            name,
                            StatementKind.UPSERT,
                            Set.of(name, "a"),
                            Set.of(),
                            new ConflictTarget.Constraint(name))),
                    Set.of(ObjectName.of(name, name)),
                    Set.of(),
                    Set.of(
                            OpenColumn.ofNobody(name),
                            new OpenColumn(
                                    name,
                                    Role.WRITTEN,
                                    List.of(new OpenColumn.Level(Set.of(candidate(name)), false, false)))));
            RecordedStatements recorded = recorded(
                    new RecordedStatement(
                            text.toString(), List.of(Origin.of(name, random.nextInt(3))), new Use.Known(use)),
                    new RecordedStatement("r" + text, List.of(Origin.of("o")), new Use.Unread(name)));

            assertThat(read(StatementsWriter.write(recorded))).isEqualTo(recorded);
        }
    }

    @Test
    void losesNothingWhenTwoRecordingsMerge() {
        RecordedStatements kept = recorded(
                new RecordedStatement("SELECT 1", List.of(Origin.of("A#one")), new Use.Unread("old")),
                new RecordedStatement("SELECT 2", List.of(Origin.of("A#two")), new Use.Known(READS_POSTS)));
        RecordedStatements fresh = recorded(
                new RecordedStatement("SELECT 1", List.of(Origin.of("B#one")), new Use.Known(READS_POSTS)),
                new RecordedStatement("SELECT 0", List.of(Origin.of("B#nil")), new Use.Known(READS_POSTS)));

        RecordedStatements merged = kept.mergedWith(fresh);

        assertThat(merged.statements())
                .containsExactly(
                        fresh.statements().get(0),
                        new RecordedStatement(
                                "SELECT 1",
                                List.of(Origin.of("A#one"), Origin.of("B#one")),
                                new Use.Known(READS_POSTS)),
                        kept.statements().get(1));
        assertThat(kept.withoutThoseOf(fresh)).containsExactly(kept.statements().get(1));
        assertThatThrownBy(() -> kept.mergedWith(new RecordedStatements("mysql", false, List.of())))
                .hasMessageContaining("'postgresql'")
                .hasMessageContaining("'mysql'");
    }

    @Test
    void leavesToReadWhatAHandHasAdded() {
        RecordedStatements read = read(head() + "\nSELECT 1\nFROM a;\n\n\n-- from x.sql:7\nSELECT 2;");

        assertThat(read.statements())
                .containsExactly(
                        new RecordedStatement(
                                "SELECT 1\nFROM a", List.of(Origin.of("statements.sql", 5)), new Use.Unsaid()),
                        new RecordedStatement("SELECT 2", List.of(Origin.of("x.sql", 7)), new Use.Unsaid()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5|merge conflict|<<<<<<< HEAD\n-- from a\nSELECT 1;\n",
                "6|merge conflict|SELECT 1\n=======\nSELECT 2;\n",
                "5|does not end|-- from a\nSELECT 1",
                "5|does not end|-- from a\nSELECT 1;\n-- from b\nSELECT 2;\n",
                "5|no statement|-- from a\n;\n",
                "6|'remove' is no kind|-- from a\n-- uses remove posts()\nDELETE;\n",
                "5|')' is missing|-- uses select posts(read id\nSELECT 1;\n",
                "5|a quote does not end|-- uses select \"posts\nSELECT 1;\n"
            })
    void saysWhereABlockIsBroken(String lineReasonText) {
        String[] parts = lineReasonText.split("\\|", 3);

        assertThatThrownBy(() -> read(head() + "\n" + parts[2]))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("statements.sql:" + parts[0])
                .hasMessageContaining(parts[1]);
    }

    @Test
    void refusesAnotherFormat() {
        assertThatThrownBy(() -> read("-- schema-guard statements, format 2\n"))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("statements.sql:1");
    }

    @Test
    void growsByTheLine() {
        List<RecordedStatement> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new RecordedStatement("SELECT " + i, List.of(Origin.of("A#m" + i)), new Use.Known(READS_POSTS)));
        }
        ReleaseStatements release = read(StatementsWriter.write(new RecordedStatements("h2", true, many)))
                .release("recorded", StatementsFileTest::unneeded, KNOWING_NO_TABLE);

        assertThat(release.statements()).hasSize(5_000);
        assertThat(release.tellsWhatIsUnused()).isTrue();
    }

    /** In a world without the parser: a recorded file is read on the path of a start. */
    @Test
    void needsNoParserWhereItIsSaidWhatIsUsed() throws Exception {
        String file = StatementsWriter.write(
                recorded(new RecordedStatement("SELECT 1", List.of(Origin.of("A#a")), new Use.Known(READS_POSTS))));
        ClassLoader without = new WithoutParser(getClass().getClassLoader());
        Class<?> reading = Class.forName(Counted.class.getName(), true, without);
        Method count = reading.getDeclaredMethod("count", String.class);
        count.setAccessible(true);

        assertThat(count.invoke(null, file)).isEqualTo(1);
        assertThat(reading).isNotEqualTo(Counted.class);
    }

    @Test
    void tellsWhoseAColumnIsByTheTablesOfToday() {
        String file = """
                -- schema-guard statements, format 1
                -- dialect: postgresql
                -- complete: false

                -- uses select posts()
                -- uses select tags()
                -- uses unresolved nobody
                -- uses unresolved title(read; select posts, select tags)
                -- uses unresolved label(compared; select tags; select posts)
                SELECT title, nobody.x FROM posts, tags WHERE label = 1;
                """;

        ReleaseStatements release = read(file)
                .release("recorded", StatementsFileTest::unneeded, new OpenColumns(PostgresDialect.INSTANCE, POSTS));

        assertThat(release.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.origin()).isEqualTo(Origin.of("statements.sql", 5));
            assertThat(statement.use().accesses())
                    .extracting(TableAccess::read)
                    .containsExactly(Set.of("title"), Set.of());
            assertThat(statement.use().open())
                    .extracting(OpenColumn::name)
                    .containsExactlyInAnyOrder("nobody", "label");
        });
    }

    /** What is done in that world. */
    static final class Counted {

        private Counted() {}

        static int count(String file) {
            return StatementsFile.read(SourceText.text("statements.sql", file))
                    .release("recorded", StatementsFileTest::unneeded, new OpenColumns(PostgresDialect.INSTANCE, POSTS))
                    .statements()
                    .size();
        }
    }

    /** Loads our own classes anew, and knows no parser. */
    private static final class WithoutParser extends ClassLoader {

        WithoutParser(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("net.sf.jsqlparser.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.schemaguard.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String resource = name.replace('.', '/') + ".class";
            try (InputStream bytes = getParent().getResourceAsStream(resource)) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] all = bytes.readAllBytes();
                return defineClass(name, all, 0, all.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static StatementReader unneeded() {
        throw new AssertionError("no SQL is read where the file says what it uses");
    }

    private static String head() {
        return StatementsWriter.write(recorded());
    }

    private static RecordedStatements recorded(RecordedStatement... statements) {
        return new RecordedStatements("postgresql", false, List.of(statements));
    }

    private static RecordedStatements read(String text) {
        return StatementsFile.read(SourceText.text("statements.sql", text));
    }

    private static OpenColumn.Candidate candidate(String table) {
        return new OpenColumn.Candidate(ObjectName.of(table), StatementKind.SELECT);
    }

    private static TableAccess access(
            String table, StatementKind kind, Set<String> read, Set<String> compared, ConflictTarget conflict) {
        return new TableAccess(ObjectName.of(table), kind, read, compared, Set.of(), false, conflict);
    }
}
