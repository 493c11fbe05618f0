package dev.schemaguard.source.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are a schema, and what becomes of those that are none. */
class PrismaFilesTest {

    private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n";

    @TempDir
    private Path folder;

    @Test
    void areOneSchemaWhereTheyLieInOneFolder() throws IOException {
        write(
                "base.prisma",
                DATASOURCE + "generator client {\n  provider = \"prisma-client\"\n  x = [\n\"a\",\n\"b\"]\n}");
        write("blog/post.prisma", "model Post {\n  id Int @id\n  kind Kind\n}");
        write("blog/kinds.prisma", "\uFEFF// byte order mark\nenum Kind {\n  A\n}");
        write("migrations/1_init/old.prisma", "model Old {\n  id Int @id\n}");
        write("node_modules/p/schema.prisma", DATASOURCE + "model Other {\n  id Int @id\n}");
        write("generated/client/schema.prisma", DATASOURCE + "model Post {\n  id Int @id\n}");
        write("generated/client/more.prisma", "model Copy {\n  id Int @id\n}");

        Schema schema = load(folder);

        assertThat(schema.tables()).extracting(Table::name).containsExactly(ObjectName.of("Post"));
        assertThat(schema.tables().iterator().next().origin().toString()).endsWith("/blog/post.prisma:1");
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void areTwoExpectationsWhereMigrationsLieBesideThem() throws IOException {
        write("schema.prisma", DATASOURCE + "model Post {\n  id Int @id\n  quality Json?\n}");
        write(
                "migrations/20240101000000_init/migration.sql",
                "CREATE TABLE \"Post\" (\"id\" INTEGER NOT NULL, \"old\" TEXT,"
                        + " CONSTRAINT \"Post_pkey\" PRIMARY KEY (\"id\"));");
        write("migrations/migration_lock.toml", "provider = \"postgresql\"");

        DriftReport report = SchemaGuard.expecting(SchemaSources.of(folder.toString()))
                .build()
                .check(TestPostgres.freshDatabase("create table \"Post\" (id integer primary key)"));

        assertThat(report.expectations()).containsExactly(folder.toString(), folder + "/migrations");
        assertThat(report.findings())
                .extracting(Finding::id, Finding::expectation)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("missing-column:Post.quality", folder.toString()),
                        Tuple.tuple("missing-column:Post.old", folder + "/migrations"));
    }

    @Test
    void areReadFromTheFolderThatPrismaCallsSchema() throws IOException {
        write("schema/main.prisma", DATASOURCE);
        write("schema/post.prisma", "model Post {\n  id Int @id\n}");

        assertThat(load(folder).tables()).hasSize(1);
    }

    @Test
    void areToldApartWhereTwoSchemasLieInOneFolder() throws IOException {
        write("a/schema.prisma", DATASOURCE + "model Post {\n  id Int @id\n}");
        write("b/schema.prisma", DATASOURCE + "model Post {\n  id Int @id\n}");
        write("copy.prisma", "model Post {\n  id Int @id\n}");

        assertThatThrownBy(() -> load(folder))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("/b/schema.prisma:")
                .hasMessageContaining("a second")
                .hasMessageContaining("/a/schema.prisma:")
                .hasMessageEndingWith(
                        "name one schema: the file, or the folder that holds all files of one and no copies of them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model A {\\n  id Int @id\\n  b Mising?\\n}|6: 'Mising' is neither a type of Prisma's nor a model or enum of this"
                        + " schema; name the folder that holds all files of the schema, or correct the type",
                "model A {\\n  id Int @id name String\\n}|5: 'name' stands where the end of the line should; correct the schema,"
                        + " 'prisma validate' says more",
                "model A {\\n  id Int @default(\"x)\\n}|5: a text has no end on its line; correct the schema, 'prisma validate'"
                        + " says more",
                "model A {\\n  id Int @id|5: the end of the file stands where the end of the line should; correct the schema,"
                        + " 'prisma validate' says more",
                "model A {\\n  id § @id\\n}|5: '§' means nothing in a Prisma schema; correct the schema, 'prisma validate' says more",
                "model A {\\n  id Int @map(\"a\\u0000\")\\n}|5: a text holds a NUL character, which no database stores; correct the"
                        + " schema, 'prisma validate' says more",
                "model A {\\n  id Unsupported(\"\")\\n  @@map(\"\")\\n}\\nmodel A {\\n  id Int @id\\n}|8: 'A' is declared a second time,"
                        + " after schema.prisma:4; name one schema: the file, or the folder that holds all files of one and no"
                        + " copies of them",
                "model A {\\n  \"postgres://u:secret@h/db\" Int\\n}|5: a text stands where a field should; correct the schema,"
                        + " 'prisma validate' says more",
                "model A {\\n  id Int @id\\n}\\nmodel B {\\n  id Int @id\\n  @@map(\"A\")\\n}|7: the table 'A' is already that of"
                        + " 'A', schema.prisma:4; map one of the two to another table"
            })
    void sayWhereTheyAreBrokenAndWhatToDo(String models, String message) throws IOException {
        write("schema.prisma", DATASOURCE + models.replace("\\n", "\n"));

        assertThatThrownBy(() -> load(folder.resolve("schema.prisma")))
                .isInstanceOf(SchemaSourceException.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).replace(folder + "/", ""))
                        .isEqualTo("schema.prisma:" + message));
    }

    @Test
    void keepNoAddressesThatMayHoldPasswords() throws IOException {
        write("schema.prisma", "datasource db {\n  provider = \"oracle\"\n  url = \"oracle://u:secret@h/db\"\n}");

        assertThatThrownBy(() -> load(folder.resolve("schema.prisma")))
                .hasMessageContaining("is for provider 'oracle'")
                .hasMessageNotContaining("secret");
    }

    @Test
    void areRefusedBeforeTheyFillMemoryOrStack() throws IOException {
        write("schema.prisma", DATASOURCE + "model A {\n  id Int @default(" + "[".repeat(100_000));
        assertThatThrownBy(() -> load(folder.resolve("schema.prisma")))
                .hasMessageContaining("nested less than 32 times");

        write("schema.prisma", DATASOURCE + "// " + "x".repeat(9 << 20));
        assertThatThrownBy(() -> load(folder.resolve("schema.prisma"))).hasMessageContaining("is longer than 8 MB");
    }

    @Test
    void nameTheMissingDatasourceWhereOneFileOfSeveralIsNamed() throws IOException {
        write("post.prisma", "model Post {\n  id Int @id\n}");

        assertThatThrownBy(() -> load(folder.resolve("post.prisma")))
                .hasMessageEndingWith(
                        "holds no datasource, so that it is not known for which kind of database it is; name the"
                                + " folder that holds all files of the schema, the one with the datasource among them");
    }

    /** PostgreSQL keeps 63 bytes of a name, and Prisma cuts before the ending. */
    @Test
    void cutsTheNamesThatNobodyGave() throws IOException {
        String relation = "r".repeat(60);
        write("schema.prisma", DATASOURCE + """
                model A {
                  id Int @id
                  bs B[] @relation("%1$s")
                }
                model B {
                  id Int @id
                  as A[] @relation("%1$s")
                }
                """.formatted(relation));

        assertThat(load(folder.resolve("schema.prisma")).tables().stream()
                        .flatMap(table -> table.constraints(Constraint.ForeignKey.class))
                        .map(Constraint::name))
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).hasSize(63).endsWith("_fkey"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Schema load(Path place) {
        return SchemaSources.of(place.toString()).load(Databases.assumed());
    }
}
