package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is never taken for another one, be the script in another encoding or the name one that no server takes. */
class ScriptEncodingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table café (id int);",
                "create table t (id int, café int);",
                "create table t (id int default 1, a text default 'café');",
                "create table t (id int, a text check (a <> 'café'));",
                "create table t (id int); create view v as select id as café from t;",
                "create type mood as enum ('café'); create table t (m mood);",
                "create table t (id int); create index on t (id) where 'é' = 'é';"
            })
    void leavesOpenWhatIsInAnotherEncoding(String script) throws IOException {
        Files.write(folder.resolve("V1__a.sql"), script.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(load().gaps())
                .anySatisfy(gap -> assertThat(gap.reason()).contains("no UTF-8").contains("save the script as UTF-8"));
        assertThat(load().toString()).doesNotContain("name=caf");
    }

    @Test
    void readsWhatOnlyRemarksAndRowsOfAreInAnotherEncoding() throws IOException {
        Files.write(
                folder.resolve("V1__a.sql"),
                ("-- café\ncreate table t (id int /* é */);\ninsert into t values ('é');\ncomment on table t is 'é';"
                                + "\ncopy t from stdin;\né\n\\.\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(load().gaps()).isEmpty();
        assertThat(load().tables()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table U&\"posts\\0000\" (id int);",
                "create table U&\"a\\D800b\" (id int);",
                "create table t (a text default E'a\\000');",
                "create table t (a text default E'caf\\xE9');",
                "create table t (a text default U&'\\+FFFFFF');",
                "create type mood as enum (E'\\x00'); create table t (m mood);"
            })
    void leavesOpenWhatNoServerTakesOrNobodyKnows(String script) throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), script);

        assertThat(load().gaps()).anySatisfy(gap -> assertThat(gap.reason()).contains("does not take"));
    }

    @Test
    void readsEscapesOfWholeCharacters() throws IOException {
        Files.writeString(
                folder.resolve("V1__a.sql"),
                "create table U&\"caf\\00E9\" (a text default E'\\u00e9\\x41\\101', b text default U&'\\D83D\\DE00');");

        assertThat(load().gaps()).isEmpty();
        assertThat(load().tables())
                .singleElement()
                .satisfies(table -> assertThat(table.name()).hasToString("café"));
    }

    @Test
    void sendsNothingToAServerThatIsNoUtf8() throws IOException {
        Files.write(
                folder.resolve("V1__a.sql"),
                "create table a (id int);\ncreate table café (id int);".getBytes(StandardCharsets.ISO_8859_1));
        List<String> sent = new ArrayList<>();

        assertThatThrownBy(() -> MigrationScripts.folder("db", folder)
                        .ordered(Databases.assumed())
                        .get(0)
                        .forEach(statement -> sent.add(statement.sql())))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage("V1__a.sql:2: is not a text in UTF-8: the bytes at column 17 of line 2 are none;"
                        + " save it as UTF-8");
        assertThat(sent).isEmpty();
    }

    @Test
    void refusesAContractWithANameThatNoDatabaseStores() {
        for (Schema contract : List.of(
                Schema.builder().table("posts\0", table -> table.column("id")).build(),
                Schema.builder().table("posts", table -> table.column("id\0")).build())) {
            assertThatThrownBy(() -> SchemaSource.of(contract).load(Databases.assumed()))
                    .isInstanceOf(SchemaSourceException.class)
                    .hasMessageContaining("\\u0000' holds a NUL character, which no database stores");
        }
    }

    private Schema load() {
        return MigrationsSource.folder("db", folder).load(Databases.assumed());
    }
}
