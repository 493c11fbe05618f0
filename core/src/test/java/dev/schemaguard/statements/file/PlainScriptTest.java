package dev.schemaguard.statements.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainScriptTest {

    @Test
    void tellsLineAndNameOfEachStatement() {
        List<SentText> read = read("postgresql", """
                -- of the posts
                SELECT id -- the key; nothing else
                FROM posts WHERE title = ';';

                -- name: findTop :one
                SELECT $$;$$;;
                /* name: gone */ DELETE FROM posts""");

        assertThat(read)
                .containsExactly(
                        new SentText(
                                "SELECT id -- the key; nothing else\nFROM posts WHERE title = ';'",
                                Origin.of("release-41.sql", 2)),
                        new SentText("SELECT $$;$$", Origin.of("release-41.sql#findTop", 6)),
                        new SentText("DELETE FROM posts", Origin.of("release-41.sql#gone", 7)));
    }

    @Test
    void cutsByTheRulesOfTheDatabase() {
        assertThat(read("mysql", "SELECT 'a\\';b', \"c;d\"; # no; comment\nSELECT 2;"))
                .extracting(SentText::text)
                .containsExactly("SELECT 'a\\';b', \"c;d\"", "SELECT 2");
    }

    @Test
    void skipsTheRowsOfACopy() {
        assertThat(read("postgresql", "COPY posts FROM stdin;\n1\tx;y\n\\.\nSELECT 1;"))
                .extracting(SentText::text)
                .containsExactly("COPY posts FROM stdin", "SELECT 1");
    }

    @Test
    void saysWhereAQuoteBegins() {
        assertThatThrownBy(() -> read("postgresql", "SELECT 1;\nSELECT 'x"))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("release-41.sql:2");
    }

    @Test
    void countsWhatIsNoQueryAndListsWhatIsNotUnderstood() {
        Database postgres = Databases.named("postgresql").orElseThrow();
        ReleaseReading reading = new ReleaseReading(new StatementReader(
                postgres.dialect(), rules("postgresql"), Schema.builder().build()));
        read("postgresql", "SELECT 1; CREATE TABLE a (b int); CALL c();\nSELECT FROM WHERE secret = 'hidden'; SELECT 1")
                .forEach(reading::add);

        ReleaseStatements statements = reading.result("release 41", true);

        assertThat(statements.others()).isEqualTo(2);
        assertThat(statements.statements()).hasSize(1);
        assertThat(statements.statements().get(0).origins())
                .containsExactly(Origin.of("release-41.sql", 1), Origin.of("release-41.sql", 2));
        assertThat(statements.unread()).hasSize(1);
        assertThat(statements.unread().get(0).origin()).hasToString("release-41.sql:2");
        assertThat(statements.unread().get(0).reason()).doesNotContain("hidden");
        assertThat(statements.tellsWhatIsUnused()).isFalse();
    }

    private static List<SentText> read(String database, String text) {
        return PlainScript.read(SourceText.text("release-41.sql", text), rules(database));
    }

    private static LexicalRules rules(String database) {
        return Databases.named(database).orElseThrow().ddl().habits().lexicalRules();
    }
}
