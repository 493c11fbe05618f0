package dev.schemaguard.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.database.standard.StandardFixWriter;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The statements of a plan: their form, their hazards and their order. */
class FixPlanTest {

    private static final SqlWriter SQL = new SqlWriter(
            Databases.assumed().dialect(), Databases.assumed().fixes().rules());

    private static final Schema NOTHING =
            Schema.builder().searchPath(List.of("public")).build();

    @Test
    void addsColumnsInTheFormThatLocksLeast() {
        Schema live = spelled(Schema.builder().table("posts", t -> t.column("id", "bigint")));
        Schema expected = spelled(Schema.builder()
                .table(
                        "posts",
                        t -> t.column("id", "bigint")
                                .column("quality", "jsonb", c -> c.nullable())
                                .column("seen", "integer", c -> c.notNull().columnDefault("0"))
                                .column("slug", "varchar(20)", c -> c.notNull())
                                .column("token", "uuid", c -> c.notNull().columnDefault("gen_random_uuid()"))));

        FixPlan plan = plan(expected, live);

        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE public.posts ADD COLUMN quality jsonb",
                        "ALTER TABLE public.posts ADD COLUMN seen integer DEFAULT 0 NOT NULL",
                        "ALTER TABLE public.posts ADD COLUMN slug varchar(20)",
                        "ALTER TABLE public.posts ADD COLUMN token uuid",
                        "ALTER TABLE public.posts ALTER COLUMN token SET DEFAULT (gen_random_uuid())",
                        "ALTER TABLE public.posts ADD CONSTRAINT posts_slug_is_set CHECK (slug IS NOT NULL) NOT VALID",
                        "ALTER TABLE public.posts VALIDATE CONSTRAINT posts_slug_is_set",
                        "ALTER TABLE public.posts ALTER COLUMN slug SET NOT NULL",
                        "ALTER TABLE public.posts DROP CONSTRAINT posts_slug_is_set",
                        "ALTER TABLE public.posts ADD CONSTRAINT posts_token_is_set CHECK (token IS NOT NULL) NOT VALID",
                        "UPDATE public.posts SET token = (gen_random_uuid()) WHERE token IS NULL",
                        "ALTER TABLE public.posts VALIDATE CONSTRAINT posts_token_is_set",
                        "ALTER TABLE public.posts ALTER COLUMN token SET NOT NULL",
                        "ALTER TABLE public.posts DROP CONSTRAINT posts_token_is_set");
        assertThat(hazards(plan, "VALIDATE CONSTRAINT posts_slug"))
                .anyMatch(hazard -> hazard.contains("UPDATE public.posts SET slug = ... WHERE slug IS NULL"));
    }

    @Test
    void makesTablesThatReferToEachOtherBeforeTheirForeignKeys() {
        Schema expected = Databases.assumed()
                .dialect()
                .spell(Schema.builder()
                        .table(
                                "a",
                                t -> t.column("id", "bigint").primaryKey("id").constraint(reference("b")))
                        .table(
                                "b",
                                t -> t.column("id", "bigint").primaryKey("id").constraint(reference("a")))
                        .build());

        List<String> sql = sql(plan(expected, NOTHING));

        assertThat(sql).hasSize(6);
        assertThat(sql.get(0)).startsWith("CREATE TABLE public.a");
        assertThat(sql.get(1)).startsWith("CREATE TABLE public.b");
        assertThat(sql.get(2)).isEqualTo("ALTER TABLE public.a ADD FOREIGN KEY (id) REFERENCES public.b (id)");
        assertThat(sql.get(3)).isEqualTo("ALTER TABLE public.b ADD FOREIGN KEY (id) REFERENCES public.a (id)");
        assertThat(sql.subList(4, 6))
                .allMatch(grant -> grant.startsWith("GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE"));
    }

    @Test
    void makesTheSchemaThatNothingShowsToBeThere() {
        Schema expected = spelled(Schema.builder().table("app.posts", t -> t.column("id", "bigint")));

        assertThat(sql(plan(expected, NOTHING)))
                .startsWith("CREATE SCHEMA IF NOT EXISTS app")
                .contains("GRANT USAGE ON SCHEMA app TO app_role");
    }

    @Test
    void addsKeysAndRulesWithoutALongLock() {
        Schema live = spelled(Schema.builder()
                .table("a", t -> t.column("id", "bigint", c -> c.notNull()).column("code", "text"))
                .table("b", t -> t.column("id", "bigint", c -> c.notNull()).primaryKey("id")));
        Schema expected = spelled(Schema.builder()
                .table(
                        "a",
                        t -> t.column("id", "bigint", c -> c.notNull())
                                .column("code", "text")
                                .primaryKey("id")
                                .unique("code")
                                .constraint(reference("b")))
                .table("b", t -> t.column("id", "bigint", c -> c.notNull()).primaryKey("id")));

        FixPlan plan = plan(expected, live);

        assertThat(sql(plan))
                .containsExactly(
                        "CREATE UNIQUE INDEX CONCURRENTLY a_pkey ON public.a (id)",
                        "ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX a_pkey",
                        "CREATE UNIQUE INDEX CONCURRENTLY a_code_key ON public.a (code)",
                        "ALTER TABLE public.a ADD CONSTRAINT a_code_key UNIQUE USING INDEX a_code_key",
                        "ALTER TABLE public.a ADD CONSTRAINT a_id_fkey FOREIGN KEY (id) REFERENCES public.b (id) NOT VALID",
                        "ALTER TABLE public.a VALIDATE CONSTRAINT a_id_fkey");
        assertThat(plan.toSql(List.of(), false)).contains("does not run in a transaction");
    }

    @Test
    void namesARuleAsTheServerWouldAndCutsItWhereTheServerDoes() {
        String wide = "w".repeat(40);
        Schema expected = spelled(Schema.builder()
                .table(
                        "grades",
                        t -> t.column("score", "integer")
                                .constraint(check("grades_score_check", "score >= 0 and score <= 10"))
                                .constraint(check("sane", "score <> 7 and score <> 8")))
                .table(
                        wide,
                        t -> t.column(wide, "integer")
                                .constraint(new Constraint.UniqueKey(
                                        "w".repeat(29) + "_" + "w".repeat(29) + "_key",
                                        List.of(wide),
                                        false,
                                        Constraint.Enforcement.ORDINARY,
                                        Origin.NONE))));

        FixPlan plan = plan(expected, NOTHING);

        assertThat(plan.cures()).allMatch(cure -> cure.noSafeFix().isEmpty());
        assertThat(String.join("\n", sql(plan)))
                .contains("    CHECK ((score >= 0) and (score <= 10))", "    CONSTRAINT sane CHECK (")
                .contains("    UNIQUE (" + wide + ")");
    }

    private static Constraint check(String name, String expression) {
        return new Constraint.Check(name, expression, Constraint.Enforcement.ORDINARY, Origin.NONE);
    }

    @Test
    void writesWhatWouldDestroySomethingAsACommentOnly() {
        Schema live = spelled(Schema.builder()
                .table(
                        "posts",
                        t -> t.column("id", "bigint")
                                .column(
                                        "extra",
                                        "text",
                                        c -> c.notNull()
                                                .columnDefault(ColumnDefault.NONE)
                                                .identity(Identity.NONE)
                                                .generation(Generation.NONE))));
        Schema expected = spelled(
                Schema.builder().table("posts", t -> t.column("id", "bigint").allColumns()));

        String script = plan(expected, live).toSql(List.of("for a test"), false);

        assertThat(script.lines())
                .contains("ALTER TABLE public.posts ALTER COLUMN extra DROP NOT NULL;")
                .contains("--     ALTER TABLE public.posts DROP COLUMN extra")
                .contains("--   hazard: data loss")
                .noneMatch(line -> line.startsWith("ALTER TABLE public.posts DROP COLUMN"));
    }

    @Test
    void letsNoNameBecomeAStatement() {
        String evil = "x\"; drop table users; --\ndrop table users;";
        Schema expected = spelled(
                Schema.builder().table("posts", t -> t.column("id", "bigint").column(column(evil))));
        Schema live = spelled(Schema.builder().table("posts", t -> t.column("id", "bigint")));

        String script = plan(expected, live).toSql(List.of("about " + evil), false);

        String quoted = "\"x\"\"; drop table users; --\ndrop table users;\"";
        assertThat(script).contains("ADD COLUMN " + quoted + " text;");
        assertThat(script.replace(quoted, "").lines())
                .as("outside of the quotes")
                .noneMatch(line -> line.startsWith("drop"));
    }

    @Test
    void quotesTheNamesOfTypesUnlessTheyAreTheServersOwn() {
        Schema live = spelled(Schema.builder().table("posts", t -> t.column("id", "bigint")));
        Table.Builder posts = Table.builder(ObjectName.of("posts"));
        for (String type : List.of(
                "text;drop table victim;",
                "two words",
                "do\"m",
                "double precision",
                "interval day to second",
                "\"char\"",
                "int check",
                "Integer")) {
            posts.column(Column.builder("c" + type.length())
                    .type(ColumnType.of(type))
                    .build());
        }

        assertThat(sql(plan(spelled(Schema.builder().table(posts.build())), live)))
                .extracting(sql -> sql.replaceAll("ALTER TABLE public.posts ADD COLUMN c[0-9]+ ", ""))
                .containsExactly(
                        "\"text;drop table victim;\"",
                        "\"two words\"",
                        "\"do\"\"m\"",
                        "double precision",
                        "interval day to second",
                        "\"char\"",
                        "\"int check\"",
                        "\"Integer\"");
    }

    @Test
    void saysThatThereIsNoSafeFixWhereATextIsMoreThanItClaimsToBe() {
        Schema live = spelled(Schema.builder().table("posts", t -> t.column("id", "bigint")));
        Table posts = Table.builder(ObjectName.of("posts"))
                .column(Column.builder("a")
                        .type(ColumnType.of("varchar", "1); drop table victim; --"))
                        .build())
                .column(Column.builder("b")
                        .type(ColumnType.of("int"))
                        .columnDefault("1, DROP COLUMN n")
                        .build())
                .column(Column.builder("c\0").type(ColumnType.of("int")).build())
                .build();

        FixPlan plan =
                plan(Schema.builder().searchPath(List.of("public")).table(posts).build(), live);

        assertThat(sql(plan)).isEmpty();
        assertThat(plan.cures())
                .extracting(cure -> cure.noSafeFix().orElse(""))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("no number, word or label"),
                        reason -> assertThat(reason)
                                .contains("`1, DROP COLUMN n`")
                                .contains("a comma ends the expression"),
                        reason -> assertThat(reason).contains("code zero"));
        assertThat(plan.toSql(List.of("\u001b[2J"), false))
                .contains("-- \\u001b[2J")
                .contains("not cured: missing-column:posts.b: the default `1, DROP COLUMN n`")
                .doesNotContain("\0");
    }

    @Test
    void namesTheFunctionsThatNobodyKnowsToBeHarmless() {
        Schema live = spelled(Schema.builder().table("posts", t -> t.column("id", "bigint")));
        Schema expected = spelled(Schema.builder()
                .table(
                        "posts",
                        t -> t.column("id", "bigint")
                                .column("a", "text", c -> c.columnDefault("lower('A')"))
                                .column("b", "text", c -> c.columnDefault("pg_read_file('x')"))));

        FixPlan plan = plan(expected, live);

        assertThat(hazards(plan, "lower(")).noneMatch(hazard -> hazard.startsWith("calls"));
        assertThat(hazards(plan, "pg_read_file("))
                .contains("calls pg_read_file(), which runs for every row: know what it does");
        assertThat(plan.additions())
                .filteredOn(addition -> !addition.calls().unknown().isEmpty())
                .singleElement()
                .satisfies(addition -> assertThat(addition.sql()).endsWith("SET DEFAULT (pg_read_file('x'))"));
    }

    @Test
    void saysWhatAnotherDatabaseIsNotKnownToSpell() {
        Drift drift = new ColumnFactDrift.NotNullMissing(table("t"), table("t").name(), column("c"), column("c"));

        FixBuilder recipe = new StandardFixWriter(new FixContext(NOTHING, NOTHING, "", SQL)).of(drift);

        assertThat(recipe.of(finding(drift), SQL).noSafeFix()).isPresent();
        assertThat(recipe.of(finding(drift), SQL).steps()).isEmpty();
    }

    private static Column column(String name) {
        return Column.builder(name).type(ColumnType.of("text")).build();
    }

    private static Table table(String name) {
        return Table.builder(ObjectName.of(name)).build();
    }

    private static Constraint reference(String target) {
        return new Constraint.ForeignKey(
                "",
                List.of("id"),
                ObjectName.of(target),
                List.of("id"),
                Constraint.ReferentialAction.NO_ACTION,
                Constraint.ReferentialAction.NO_ACTION,
                Constraint.Enforcement.ORDINARY,
                Origin.NONE);
    }

    /** A contract as the catalog would spell it, in schema public. */
    private static Schema spelled(Schema.Builder contract) {
        return Databases.assumed()
                .dialect()
                .spell(contract.searchPath(List.of("public")).build());
    }

    private static FixPlan plan(Schema expected, Schema live) {
        List<Drift> drifts =
                SchemaDiff.between(expected, placed(live), Databases.assumed().types(), Set.of(), "app_role");
        List<Finding> findings = Policy.DEFAULT.judge(drifts, "test", Optional.empty(), LocalDate.EPOCH);
        return FixPlan.of(
                findings,
                expected,
                placed(live),
                "app_role",
                Databases.assumed().dialect(),
                Databases.assumed().fixes());
    }

    /** What a database has is named with its schema. */
    private static Schema placed(Schema live) {
        Schema.Builder placed = Schema.builder().searchPath(List.of("public"));
        live.tables()
                .forEach(table -> placed.table(
                        table.toBuilder().name(table.name().in("public")).build()));
        return placed.build();
    }

    private static Finding finding(Drift drift) {
        return Policy.DEFAULT
                .judge(List.of(drift), "test", Optional.empty(), LocalDate.EPOCH)
                .get(0);
    }

    private static List<String> sql(FixPlan plan) {
        return plan.statements().stream().map(Fix::sql).toList();
    }

    private static List<String> hazards(FixPlan plan, String part) {
        return plan.statements().stream()
                .filter(fix -> fix.sql().contains(part))
                .flatMap(fix -> fix.hazards().stream())
                .toList();
    }
}
