package dev.schemaguard.source.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of a file, whichever kind it is of. */
class StatementFileTest {

    private static final String RECORDED = """
            -- schema-guard statements, format 1
            -- dialect: postgresql
            -- complete: false

            -- from com.acme.PostRepository#findTop
            -- uses select posts(read quality)
            SELECT quality FROM posts;
            """;

    private final Schema posts = Schema.builder()
            .table("posts", table -> table.column("id", "bigint").column("title", "text"))
            .build();

    @TempDir
    private Path folder;

    @Test
    void trustsWhatARecordedFileSaysOfItsStatements() throws IOException {
        ReleaseStatements read =
                load("statements.sql", RECORDED.replace("SELECT quality FROM posts", "SELEKT quality"));

        assertThat(read.unread()).isEmpty();
        assertThat(read.statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.use().accesses())
                        .singleElement()
                        .satisfies(access -> assertThat(access.read()).containsExactly("quality")));
    }

    @Test
    void readsAPlainScriptAndCountsWhatIsNoStatementOfRows() throws IOException {
        ReleaseStatements read =
                load("release.sql", "select title from posts;\nvacuum posts;\nselect title from from posts;\n");

        assertThat(read.statements()).hasSize(1);
        assertThat(read.others()).isEqualTo(1);
        assertThat(read.unread())
                .singleElement()
                .satisfies(one -> assertThat(one.origin().line()).isEqualTo(3));
    }

    @Test
    void readsAMapper() throws IOException {
        ReleaseStatements read = load("PostMapper.xml", """
                <mapper namespace="com.acme.PostMapper">
                  <select id="all">select title from posts</select>
                </mapper>
                """);

        assertThat(read.statements())
                .singleElement()
                .satisfies(
                        statement -> assertThat(statement.origin().toString()).contains("com.acme.PostMapper.all"));
    }

    @Test
    void readsMappersTogetherForOneIncludesWhatAnotherHas() throws IOException {
        Path columns = Files.writeString(folder.resolve("Columns.xml"), """
                <mapper namespace="com.acme.Columns"><sql id="short">id, title</sql></mapper>
                """);
        Path mapper = Files.writeString(folder.resolve("PostMapper.xml"), """
                <mapper namespace="com.acme.PostMapper">
                  <select id="all">select <include refid="com.acme.Columns.short"/> from posts</select>
                </mapper>
                """);
        Path script = Files.writeString(folder.resolve("release.sql"), "select 1 from posts;");

        List<StatementSource> sources =
                SchemaSources.statements(List.of(mapper.toString(), script.toString(), columns.toString()));

        assertThat(sources)
                .extracting(StatementSource::name)
                .containsExactly(script.toString(), mapper + " and 1 more");
        assertThat(sources.get(1).load(database(), posts).statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.use().accesses())
                        .singleElement()
                        .satisfies(access -> assertThat(access.read()).containsExactlyInAnyOrder("id", "title")));
        assertThat(SchemaSources.statements(mapper.toString())
                        .load(database(), posts)
                        .unread())
                .as("by itself")
                .hasSize(1);
    }

    @Test
    void aNamedFileForAnotherKindOfDatabaseIsAMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("statements.sql"), RECORDED.replace("postgresql", "mysql"));

        assertThatThrownBy(() -> SchemaSources.statements(file.toString()).load(database(), posts))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("recorded for 'mysql', the database is 'postgresql'");
    }

    @Test
    void aFileThatIsMerelyFoundStatesNothingOnAnotherKindOfDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("statements.sql"), RECORDED);
        JdbcDataSource inMemory = new JdbcDataSource();
        inMemory.setURL(
                "jdbc:h2:mem:found;DB_CLOSE_DELAY=-1;INIT=create table if not exists posts (id bigint, title text)");

        DriftReport report = SchemaGuard.expecting(posts)
                .statements(StatementFile.found(SourceText.file("statements.sql", file)))
                .build()
                .check(inMemory);

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.toText()).contains("recorded for 'postgresql', the database is 'h2'");
    }

    private ReleaseStatements load(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return SchemaSources.statements(file.toString()).load(database(), posts);
    }

    private static Database database() {
        return Databases.assumed();
    }
}
