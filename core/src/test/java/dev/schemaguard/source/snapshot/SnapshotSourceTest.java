package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import org.junit.jupiter.api.Test;

class SnapshotSourceTest {

    private static final String POSTS = """
            {"version": 1, "dialect": "postgresql",
             "tables": [
              {"name": "posts",
               "columns": [
                {"name": "id"},
                {"name": "quality", "from": "V7__quality.sql:3"}],
               "constraints": [{"primaryKey": ["id"]}],
               "indexes": [
                {"on": ["id"]}]}],
             "gaps": [{"reason": "x"}]}
            """;

    @Test
    void isCalledAsItsTextAndReadsNothingBeforeItIsLoaded() {
        SchemaSource source = SnapshotSource.of(
                SourceText.classpath("no/such.json", getClass().getClassLoader()));

        assertThat(source.name()).isEqualTo("classpath:no/such.json");
        assertThatThrownBy(() -> source.load(Databases.assumed()))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void givesFactsWithoutOriginTheirLineInTheSnapshot() {
        Schema schema = source(POSTS).load(Databases.assumed());

        Table posts = schema.table("posts").orElseThrow();
        assertThat(posts.origin()).hasToString("db/schema.json:3");
        assertThat(posts.columns().get(0).origin()).hasToString("db/schema.json:5");
        assertThat(posts.columns().get(1).origin()).hasToString("V7__quality.sql:3");
        assertThat(posts.constraints().get(0).origin()).hasToString("db/schema.json:7");
        assertThat(posts.indexes().get(0).origin()).hasToString("db/schema.json:9");
        assertThat(schema.gaps().get(0).origin()).hasToString("db/schema.json:10");
    }

    @Test
    void givesTheSameSchemaEachTime() {
        SchemaSource source = source(POSTS);

        assertThat(source.load(Databases.assumed())).isEqualTo(source.load(Databases.assumed()));
    }

    @Test
    void refusesASnapshotOfAnotherDialect() {
        SchemaSource source = source("{\"version\": 1, \"dialect\": \"mysql\"}");

        assertThatThrownBy(() -> source.load(Databases.assumed()))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage("db/schema.json: is a snapshot for 'mysql', but the database is 'postgresql';"
                        + " take the snapshot from a database of the same kind, or connect to one");
    }

    private static SchemaSource source(String text) {
        return SnapshotSource.of(SourceText.text("db/schema.json", text));
    }
}
