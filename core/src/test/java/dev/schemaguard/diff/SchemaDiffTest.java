package dev.schemaguard.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    @Test
    void findsNothingWhereLiveHasMore() {
        assertThat(diff(
                        t -> t.allColumns().column("id", "bigint").column("title", "varchar(20)"),
                        t -> live(t, "id", "bigint").column("title", "text").column(plain("extra", "text"))))
                .isEmpty();
    }

    @Test
    void namesEveryMissingColumnAndTable() {
        Schema expected = spelled(Schema.builder()
                .table(
                        "posts",
                        t -> t.column("id", "bigint").column("quality", "jsonb").column("score", "integer"))
                .table("reel_jobs", t -> t.column("id", "uuid")));
        Schema live = spelled(
                Schema.builder().searchPath(List.of("public")).table("public.posts", t -> live(t, "id", "bigint")));

        List<Drift> drifts =
                SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of(), "app");

        assertThat(drifts)
                .extracting(drift -> drift.kind().id() + " " + drift.subject())
                .containsExactly(
                        "missing-column posts.quality", "missing-column posts.score", "missing-table reel_jobs");
        assertThat(drifts.get(2).subject().schema()).isEqualTo("public");
    }

    @Test
    void tellsACheckThatIsGoneFromAnotherThatTheServerGaveItsName() {
        Schema expected = Schema.builder().table(visits("(status <> '')")).build();
        Schema live = Schema.builder().table(visits("(count > 0)")).build();

        List<Drift> drifts =
                SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of(), "app");

        assertThat(drifts).extracting(Drift::kind).containsExactly(Kind.MISSING_CHECK, Kind.EXTRA_CHECK);
        assertThat(drifts.get(0).message()).doesNotContain("not comparable");
    }

    /** The server renames the column in the check, whose name stays; and the cure that adds the column must not find more then. */
    @Test
    void tellsACheckOfARenamedColumnFromTheOneThatIsExpected() {
        Schema expected = Schema.builder().table(visits("(status <> '')")).build();
        Schema live = Schema.builder().table(visits("other", "(other <> '')")).build();

        List<Drift> drifts =
                SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of(), "app");

        assertThat(drifts)
                .extracting(Drift::kind)
                .containsExactly(Kind.MISSING_COLUMN, Kind.MISSING_CHECK, Kind.EXTRA_CHECK);
    }

    private static Table visits(String condition) {
        return visits("status", condition);
    }

    private static Table visits(String column, String condition) {
        return Table.builder(ObjectName.of("visits"))
                .column(column, "text")
                .column("count", "integer")
                .constraint(
                        new Constraint.Check("CONSTRAINT_1", condition, Constraint.Enforcement.ORDINARY, Origin.NONE))
                .complete(Set.of(Family.CHECKS))
                .build();
    }

    @Test
    void saysAnEmptySchemaOnceInPlaceOfEveryTable() {
        Schema expected =
                spelled(Schema.builder().table("posts", t -> t.column("id")).table("reels", t -> t.column("id")));
        Schema live = Schema.builder().searchPath(List.of("public")).build();

        assertThat(SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of("public"), "app"))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.kind()).isEqualTo(Kind.EMPTY_SCHEMA);
                    assertThat(drift.message()).contains("schema `public` is empty");
                    assertThat(drift.expected()).contains("2 tables");
                });
    }

    @Test
    void takesTheFirstSchemaOfTheSearchPathThatHasTheTable() {
        Schema expected = spelled(Schema.builder().table("posts", t -> t.column("id", "bigint")));
        Schema live = spelled(Schema.builder()
                .searchPath(List.of("app", "public"))
                .table("public.posts", t -> live(t, "id", "text"))
                .table("app.posts", t -> live(t, "id", "bigint")));

        assertThat(SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of(), "app"))
                .isEmpty();
    }

    @Test
    void refusesARequiredColumnThatTheReleaseDoesNotKnow() {
        assertThat(kinds(
                        t -> t.allColumns().column("id", "bigint"),
                        t -> live(t, "id", "bigint").column(required("slug"))))
                .containsExactly("extra-required-column posts.slug");
    }

    @Test
    void allowsAnExtraColumnThatGetsItsValueByItself() {
        assertThat(kinds(
                        t -> t.allColumns().column("id", "bigint"),
                        t -> live(t, "id", "bigint")
                                .column(required("a").toBuilder()
                                        .columnDefault("now()")
                                        .build())
                                .column(required("b").toBuilder()
                                        .identity(Identity.ALWAYS)
                                        .build())
                                .column(required("c").toBuilder()
                                        .generation(new Generation.Stored("1"))
                                        .build())))
                .isEmpty();
    }

    @Test
    void cannotTellAnUnknownColumnFromAContractThatNamesOnlySome() {
        assertThat(kinds(
                        t -> t.column("id", "bigint"),
                        t -> live(t, "id", "bigint").column(required("slug"))))
                .isEmpty();
    }

    @Test
    void softensARequiredColumnWhereATriggerMayFillIt() {
        List<Drift> drifts = diff(
                t -> t.allColumns().column("id", "bigint"),
                t -> live(t, "id", "bigint")
                        .column(required("slug"))
                        .capabilities(new Capabilities(Presence.PRESENT, Presence.PRESENT, false, Set.of(), Map.of())));

        assertThat(drifts).singleElement().satisfies(drift -> {
            assertThat(drift.impact().insert()).isEqualTo(Effect.MAY_FAIL);
            assertThat(drift.message()).contains("unless a trigger fills it");
        });
    }

    @Test
    void comparesNullabilityBothWays() {
        assertThat(kinds(
                        t -> t.column("a", "text", Column.Builder::nullable)
                                .column("b", "text", Column.Builder::notNull),
                        t -> t.column("a", "text", Column.Builder::notNull)
                                .column("b", "text", Column.Builder::nullable)))
                .containsExactly("not-null-added posts.a", "not-null-missing posts.b");
    }

    @Test
    void comparesDefaults() {
        assertThat(kinds(
                        t -> t.column("a", "text", c -> c.columnDefault("'x'"))
                                .column("b", "text", c -> c.columnDefault("'x'"))
                                .column("c", "boolean", c -> c.columnDefault("'t'"))
                                .column("d", "text"),
                        t -> t.column("a", "text", c -> c.columnDefault(ColumnDefault.NONE))
                                .column("b", "text", c -> c.columnDefault("'y'"))
                                .column("c", "boolean", c -> c.columnDefault("true"))
                                .column("d", "text", c -> c.columnDefault("'z'"))))
                .containsExactly("default-missing posts.a", "default-different posts.b");
    }

    @Test
    void takesSerialAndIdentityForTheSame() {
        assertThat(kinds(
                        t -> t.column("id", "bigint", c -> c.identity(Identity.SERIAL)),
                        t -> t.column("id", "bigint", c -> c.identity(Identity.BY_DEFAULT))))
                .isEmpty();
        assertThat(kinds(
                        t -> t.column("id", "bigint", c -> c.identity(Identity.BY_DEFAULT)),
                        t -> t.column(
                                "id", "bigint", c -> c.identity(Identity.NONE).columnDefault(ColumnDefault.NONE))))
                .containsExactly("identity-missing posts.id");
    }

    @Test
    void findsAColumnThatTheDatabaseComputes() {
        assertThat(kinds(
                        t -> t.column("total", "integer", c -> c.generation(Generation.NONE)),
                        t -> t.column("total", "integer", c -> c.generation(new Generation.Stored("a + b")))))
                .containsExactly("generated-always posts.total");
    }

    @Test
    void acceptsAUniqueIndexInPlaceOfAKeyUnlessItIsPartialOrInvalid() {
        assertThat(kinds(
                        t -> t.column("id").primaryKey("id"),
                        t -> live(t, "id", "bigint").index(unique("", true))))
                .isEmpty();
        assertThat(kinds(
                        t -> t.column("id").primaryKey("id"),
                        t -> live(t, "id", "bigint").index(unique("id > 0", true))))
                .containsExactly("missing-primary-key posts(id)");
        assertThat(kinds(
                        t -> t.column("id").unique("id"),
                        t -> live(t, "id", "bigint").index(unique("", false))))
                .containsExactly("missing-unique posts(id)");
    }

    @Test
    void saysAMissingKeyColumnOnlyOnce() {
        assertThat(kinds(t -> t.column("id").primaryKey("id"), t -> live(t, "other", "bigint")))
                .containsExactly("missing-column posts.id");
    }

    @Test
    void comparesNoNullabilityDefaultsOrKeysWithAView() {
        assertThat(kinds(
                        t -> t.allColumns()
                                .column("id", "bigint", Column.Builder::notNull)
                                .primaryKey("id"),
                        t -> live(t, "id", "bigint").column(required("x")).kind(TableKind.VIEW)))
                .isEmpty();
    }

    @Test
    void tellsLackOfPrivilegeFromAMissingTable() {
        List<Drift> drifts = diff(
                t -> t.column("id", "bigint").readOnly(),
                t -> live(t, "id", "bigint")
                        .capabilities(new Capabilities(
                                Presence.UNSTATED, Presence.UNSTATED, true, Set.of(Privilege.INSERT), Map.of())));

        assertThat(drifts).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
            assertThat(drift.message()).isEqualTo("every SELECT on `posts` fails: role `app` lacks the privilege");
        });
    }

    private static Table.Builder live(Table.Builder table, String column, String type) {
        return table.column(plain(column, type));
    }

    private static Column plain(String name, String type) {
        return Column.builder(name)
                .type(type)
                .nullability(Nullability.NULLABLE)
                .columnDefault(ColumnDefault.NONE)
                .identity(Identity.NONE)
                .generation(Generation.NONE)
                .build();
    }

    private static Column required(String name) {
        return plain(name, "text").toBuilder().notNull().build();
    }

    private static Index unique(String predicate, boolean valid) {
        return new Index(
                "i",
                "btree",
                List.of(Index.ColumnPart.of("id")),
                List.of(),
                true,
                false,
                predicate,
                valid,
                Origin.NONE);
    }

    private static List<String> kinds(Consumer<Table.Builder> expected, Consumer<Table.Builder> actual) {
        return diff(expected, actual).stream()
                .map(drift -> drift.kind().id() + " " + drift.subject())
                .toList();
    }

    private static List<Drift> diff(Consumer<Table.Builder> expected, Consumer<Table.Builder> actual) {
        return SchemaDiff.between(
                spelled(Schema.builder().table("posts", expected)),
                spelled(Schema.builder().searchPath(List.of("public")).table("public.posts", actual)),
                Databases.assumed().types(),
                Set.of(),
                "app");
    }

    private static Schema spelled(Schema.Builder schema) {
        return Databases.assumed().dialect().spell(schema.build());
    }
}
