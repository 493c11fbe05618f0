package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.migrations.DdlSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final String POSTS = "CREATE TABLE posts (id int PRIMARY KEY, a varchar(5), b boolean, c int);\n";

    @Test
    void followsABlockThatOnlyAsksWhatIsThere() {
        List<String> questions = List.of(
                "NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'posts' AND column_name = 'x')",
                "NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'public.posts'::regclass AND attname = 'x' AND NOT attisdropped)",
                "(SELECT count(*) FROM information_schema.columns c WHERE c.table_name IN ('posts') AND c.column_name = 'x') = 0",
                "EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = 'posts' AND n.nspname = 'public')",
                "to_regclass('public.posts') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'x')",
                "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'posts_pkey' AND conrelid = 'posts'::regclass)",
                "EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'posts_pkey') OR some_function()",
                "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE table_schema = current_schema() AND constraint_type = 'PRIMARY KEY')");
        for (String question : questions) {
            Schema schema = load(
                    POSTS + "DO $$ BEGIN IF " + question
                            + " THEN ALTER TABLE posts ADD COLUMN x int; ELSE ALTER TABLE posts ADD COLUMN wrong int; END IF; END $$;");

            assertThat(columns(schema)).as(question).containsExactly("id", "a", "b", "c", "x");
            assertThat(schema.gaps()).as(question).isEmpty();
        }
    }

    @Test
    void remembersAnswersInVariables() {
        Schema schema = load(POSTS + """
                DO $$
                DECLARE there boolean := false; n int;
                BEGIN
                  SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'posts') INTO there;
                  IF there THEN ALTER TABLE posts ADD x int; END IF;
                  SELECT count(*) INTO n FROM pg_tables WHERE tablename = 'nowhere';
                  IF n > 0 THEN ALTER TABLE posts ADD wrong int; END IF;
                  PERFORM 1 FROM pg_tables WHERE tablename = 'nowhere';
                  IF NOT FOUND THEN ALTER TABLE posts ADD y int; END IF;
                END $$;""");

        assertThat(columns(schema)).containsExactly("id", "a", "b", "c", "x", "y");
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void takesBackWhatFailsAndRunsTheHandler() {
        Schema schema = load(POSTS + """
                DO $$ BEGIN
                  BEGIN ALTER TABLE posts ADD COLUMN a int; EXCEPTION WHEN duplicate_column THEN ALTER TABLE posts ADD handled int; END;
                  BEGIN CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN ALTER TABLE posts ADD wrong int; END;
                  BEGIN CREATE TYPE mood AS ENUM ('other'); EXCEPTION WHEN duplicate_object THEN NULL; END;
                END $$;""");

        assertThat(columns(schema)).containsExactly("id", "a", "b", "c", "handled");
        assertThat(schema.types()).hasSize(1);
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void followsLoopsOverListsAndTextsPutTogether() {
        Schema schema = load(POSTS + """
                CREATE TABLE notes (id int);
                DO $$ DECLARE t text; BEGIN
                  FOREACH t IN ARRAY ARRAY['posts', 'notes']::text[] LOOP
                    EXECUTE format('ALTER TABLE %I ADD COLUMN %I int DEFAULT %s', t, 'tenant', 1);
                    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = t AND column_name = 'tenant') THEN
                      EXECUTE 'DROP TABLE ' || t;
                    END IF;
                    EXECUTE 'ALTER TABLE ' || quote_ident(t) || ' ADD COLUMN y int';
                  END LOOP;
                END $$;""");

        assertThat(columns(schema)).contains("tenant", "y");
        assertThat(schema.table("notes").orElseThrow().column("tenant")).isPresent();
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void followsLoopsOverNumbers() {
        Schema schema = load(POSTS + """
                CREATE TABLE events (id int) PARTITION BY HASH (id);
                DO $$ BEGIN
                  FOR i IN 0..1 LOOP
                    EXECUTE format('CREATE TABLE events_%s PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER %s)', i, i);
                  END LOOP;
                END $$;""");

        assertThat(schema.tables())
                .extracting(table -> table.name().name())
                .containsExactly("posts", "events", "events_0", "events_1");
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void runsTheFunctionsAndProceduresThatAreCalled() {
        Schema schema = load(POSTS + """
                CREATE FUNCTION widen() RETURNS void LANGUAGE plpgsql AS 'BEGIN ALTER TABLE posts ADD x int; END';
                CREATE OR REPLACE PROCEDURE more() LANGUAGE sql AS $$ ALTER TABLE posts ADD y int; $$;
                CREATE FUNCTION never() RETURNS void LANGUAGE plpgsql AS 'BEGIN DROP TABLE posts; END';
                SELECT widen();
                CALL more();
                SELECT now(), setval('s', 1);""");

        assertThat(columns(schema)).containsExactly("id", "a", "b", "c", "x", "y");
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void leavesOpenOnlyWhatHangsOnTheDatabase() {
        Schema schema = load(POSTS + """
                DO $$ BEGIN
                  IF (SELECT count(*) FROM posts) > 0 THEN
                    ALTER TABLE posts ALTER COLUMN a TYPE text, ALTER c SET NOT NULL, ADD maybe int;
                  END IF;
                END $$;""");
        Table posts = schema.table("posts").orElseThrow();

        assertThat(posts.column("a").orElseThrow().type()).isEqualTo(ColumnType.UNSTATED);
        assertThat(posts.column("b").orElseThrow().type()).isEqualTo(ColumnType.of("boolean"));
        assertThat(posts.column("c").orElseThrow().nullability()).isEqualTo(Nullability.UNSTATED);
        assertThat(posts.column("maybe")).isEmpty();
        assertThat(posts.complete()).doesNotContain(Family.COLUMNS).contains(Family.PRIMARY_KEYS);
        assertThat(schema.gaps())
                .extracting(Gap::reach)
                .containsOnly(new Gap.Reach.Tables(Set.of(ObjectName.of("posts"))));
        assertThat(schema.gaps()).first().extracting(Gap::origin).isEqualTo(Origin.of("x.sql", 4));
    }

    @Test
    void leavesEverythingOpenThatATextWithHolesCanChange() {
        Schema schema = load(POSTS + """
                DO $$ DECLARE r record; BEGIN
                  FOR r IN SELECT * FROM something LOOP
                    EXECUTE 'ALTER TABLE ' || r.name || ' ALTER COLUMN ' || r.col || ' TYPE bigint';
                  END LOOP;
                END $$;""");

        assertThat(schema.tables()).isEmpty();
        assertThat(schema.gaps())
                .extracting(Gap::reach)
                .containsExactly(new Gap.Reach.Everything(Set.of(ObjectName.of("posts"))));
    }

    @Test
    void saysNothingOfATableThatMayBeGone() {
        Schema schema = load(POSTS
                + "CREATE TABLE other (x int); DO $$ BEGIN IF random() > 0.5 THEN DROP TABLE posts; END IF; END $$;");

        assertThat(schema.tables()).extracting(Table::name).containsExactly(ObjectName.of("other"));
        assertThat(schema.gaps()).hasSize(1);
    }

    @Test
    void keepsInMindThatAnEventTriggerMayChangeLaterTables() {
        Schema schema = load("""
                CREATE TABLE before (id int);
                CREATE FUNCTION widen() RETURNS event_trigger LANGUAGE plpgsql AS $$
                DECLARE r record;
                BEGIN
                  FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
                    EXECUTE 'ALTER TABLE ' || r.object_identity || ' ALTER COLUMN id TYPE bigint';
                  END LOOP;
                END $$;
                CREATE EVENT TRIGGER w ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION widen();
                CREATE TABLE behind (id int, x int);""");

        assertThat(type(schema, "before", "id")).isEqualTo(ColumnType.of("integer"));
        assertThat(type(schema, "behind", "id")).isEqualTo(ColumnType.UNSTATED);
        assertThat(type(schema, "behind", "x")).isEqualTo(ColumnType.of("integer"));
        assertThat(schema.gaps())
                .extracting(Gap::reach)
                .containsExactly(new Gap.Reach.Tables(Set.of(ObjectName.of("behind"))));
    }

    @Test
    void notesAProgramThatItDoesNotUnderstand() {
        Schema schema = load(POSTS + "DO LANGUAGE plpython3u $$ plpy.execute('secret') $$; CALL somebody();");

        assertThat(schema.gaps())
                .extracting(Gap::reason)
                .containsExactly(
                        "a DO block in plpython3u is not understood", "calls 'somebody', whose program is not known");
    }

    @Test
    void notesACallOfAFunctionThatNobodyDefines() {
        Schema schema = load(
                POSTS
                        + "SELECT create_hypertable('posts', 'id'); SELECT * FROM partman.make(); SELECT pg_sleep(1), lower('X');");

        assertThat(schema.gaps())
                .extracting(Gap::reason)
                .containsExactly(
                        "calls 'create_hypertable', whose program is not known",
                        "calls 'make', whose program is not known");
    }

    @Test
    void stopsWhereTheProgramReturns() {
        Schema schema = load(POSTS + """
                DO $$ BEGIN
                  IF EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'posts') THEN RETURN; END IF;
                  DROP TABLE posts;
                END $$;
                DO $$ BEGIN
                  IF random() > 0.5 THEN RETURN; END IF;
                  ALTER TABLE posts ALTER a TYPE text;
                END $$;""");

        assertThat(type(schema, "posts", "a")).isEqualTo(ColumnType.UNSTATED);
        assertThat(schema.gaps()).hasSize(1);
    }

    @Test
    void leavesOpenWhatATextSaysThatIsKnownOnlyWhenItRuns() {
        Schema schema =
                load(POSTS + "DO $$ BEGIN EXECUTE 'ALTER TABLE posts ALTER a TYPE varchar(' || 5 * 5 || ')'; END $$;");

        assertThat(schema.gaps()).hasSize(1);
        assertThat(schema.gaps().get(0).reach().names()).containsExactly(ObjectName.of("posts"));
    }

    @Test
    void showsWhatIsKnownOnlyWhenItRunsAsAQuestionMark() {
        Schema schema = load("""
                CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN
                  FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
                    EXECUTE 'ALTER TABLE ' || r.object_identity || ' ' || r.command_tag || ' nothing';
                  END LOOP;
                END $$;
                CREATE EVENT TRIGGER e ON ddl_command_end WHEN tag IN ('CREATE TABLE') EXECUTE FUNCTION f();
                CREATE TABLE posts (id int);""");

        assertThat(schema.gaps()).extracting(Gap::reason).anyMatch(reason -> reason.contains("'?"));
        assertThat(schema.gaps()).extracting(Gap::reason).noneMatch(reason -> reason.contains("\ue000"));
    }

    private static ColumnType type(Schema schema, String table, String column) {
        return schema.table(table).orElseThrow().column(column).orElseThrow().type();
    }

    private static List<String> columns(Schema schema) {
        return schema.table("posts").orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    private static Schema load(String script) {
        return DdlSource.of(SourceText.text("x.sql", script)).load(Databases.assumed());
    }
}
