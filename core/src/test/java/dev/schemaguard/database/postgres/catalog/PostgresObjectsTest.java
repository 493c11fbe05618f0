package dev.schemaguard.database.postgres.catalog;

import static dev.schemaguard.database.postgres.catalog.Inspecting.everything;
import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static dev.schemaguard.database.postgres.catalog.Inspecting.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Check;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Index.ColumnPart;
import dev.schemaguard.model.Index.ExpressionPart;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresObjectsTest {

    @Test
    void readsForeignKeysWithTheirTargetsAndActions() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema other",
                "create table other.targets (x int, y int, z text, primary key (y, x))",
                "create table nodes (id int primary key, parent int references nodes)",
                """
                create table refs (
                  a int, b int, n int references nodes on delete set null on update cascade deferrable,
                  constraint to_other foreign key (b, a) references other.targets (y, x) on delete restrict)""",
                "alter table refs add constraint late foreign key (a) references nodes not valid");

        Table refs = table(everything(database), "refs");
        Table expectedOnly = table(
                inspect(
                        database,
                        expecting(
                                "refs",
                                t -> t.constraint(new ForeignKey(
                                        "",
                                        List.of("a"),
                                        ObjectName.of("nodes"),
                                        List.of(),
                                        ReferentialAction.NO_ACTION,
                                        ReferentialAction.NO_ACTION,
                                        Enforcement.ORDINARY,
                                        Origin.NONE)))),
                "refs");

        assertThat(refs.constraints(ForeignKey.class))
                .containsExactly(
                        new ForeignKey(
                                "late",
                                List.of("a"),
                                ObjectName.of("public", "nodes"),
                                List.of("id"),
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.NO_ACTION,
                                new Enforcement(false, false, true),
                                Origin.NONE),
                        new ForeignKey(
                                "refs_n_fkey",
                                List.of("n"),
                                ObjectName.of("public", "nodes"),
                                List.of("id"),
                                ReferentialAction.SET_NULL,
                                ReferentialAction.CASCADE,
                                new Enforcement(true, true, true),
                                Origin.NONE),
                        new ForeignKey(
                                "to_other",
                                List.of("b", "a"),
                                ObjectName.of("other", "targets"),
                                List.of("y", "x"),
                                ReferentialAction.RESTRICT,
                                ReferentialAction.NO_ACTION,
                                Enforcement.ORDINARY,
                                Origin.NONE));
        assertThat(expectedOnly.constraints(ForeignKey.class))
                .containsExactlyElementsOf(refs.constraints(ForeignKey.class).toList());
    }

    @Test
    void readsChecksAndExclusionsButNoNotNulls() {
        Table rooms = table(
                everything(TestPostgres.freshDatabase(
                        """
                        create table rooms (
                          id int not null primary key, during int4range not null,
                          size int not null constraint size_is_positive check (size > 0),
                          constraint apart exclude using gist (during with &&))""", "alter table rooms add constraint late check (id <> 3) not valid")),
                "rooms");

        assertThat(rooms.constraints(Check.class)).extracting(Check::name).containsExactly("late", "size_is_positive");
        assertThat(rooms.constraints(Check.class))
                .first()
                .extracting(Check::enforcement)
                .isEqualTo(new Enforcement(false, false, true));
        assertThat(rooms.constraints(Check.class))
                .last()
                .satisfies(check -> assertThat(check.expression()).contains("size > 0"));
        assertThat(rooms.constraints(Constraint.Exclusion.class))
                .singleElement()
                .satisfies(exclusion -> assertThat(exclusion.definition()).contains("during WITH &&"));
        assertThat(rooms.indexes()).isEmpty();
    }

    @Test
    void readsIndexesThatNoConstraintOwns() {
        Table posts = table(
                everything(TestPostgres.freshDatabase(
                        "create table posts (id int primary key, a int unique, b text, c text, tags text[])",
                        "create unique index i1 on posts (a desc, lower(b), c asc nulls first) include (id, tags)",
                        "create index i2 on posts using gin (tags)",
                        "create index i3 on posts (a) where b is null")),
                "posts");

        assertThat(posts.indexes()).extracting(Index::name).containsExactly("i1", "i2", "i3");
        Index first = posts.indexes().get(0);
        assertThat(first.parts())
                .containsExactly(
                        new ColumnPart("a", true, true),
                        new ExpressionPart("lower(b)", false, false),
                        new ColumnPart("c", false, true));
        assertThat(first.included()).containsExactly("id", "tags");
        assertThat(first.unique()).isTrue();
        assertThat(first.method()).isEqualTo("btree");
        assertThat(first.valid()).isTrue();
        assertThat(posts.indexes().get(1).method()).isEqualTo("gin");
        assertThat(posts.indexes().get(1).unique()).isFalse();
        assertThat(posts.indexes().get(2).predicate()).containsIgnoringCase("b is null");
    }

    @Test
    void readsUniqueIndexesWhereOnlyKeysAreExpectedSinceTheyServeAsWell() {
        DataSource database = TestPostgres.freshDatabase(
                "create table posts (id int primary key, slug text, note text)",
                "create unique index by_slug on posts (slug)",
                "create index by_note on posts (note)");

        Table posts = table(inspect(database, expecting("posts", t -> t.unique("slug"))), "posts");

        assertThat(posts.indexes()).extracting(Index::name).containsExactly("by_slug");
        assertThat(posts.primaryKey()).isPresent();
    }

    @Test
    void marksIndexesThatTheServerMayNotUse() {
        DataSource database =
                TestPostgres.freshDatabase("create table posts (slug text)", "insert into posts values ('a'), ('a')");
        try {
            TestPostgres.execute(database, "create unique index concurrently broken on posts (slug)");
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("duplicate");
        }

        assertThat(table(everything(database), "posts").indexes())
                .singleElement()
                .satisfies(index -> assertThat(index.valid()).isFalse());
    }

    @Test
    void readsNullsNotDistinctWhereTheServerKnowsIt() {
        DataSource database = TestPostgres.freshDatabase("create table posts (a int, b int)");
        if (Inspecting.majorVersion(database) >= 15) {
            TestPostgres.execute(
                    database,
                    "alter table posts add constraint k unique nulls not distinct (a)",
                    "create unique index i on posts (b) nulls not distinct");

            Table posts = table(everything(database), "posts");

            assertThat(posts.constraints(Constraint.UniqueKey.class))
                    .singleElement()
                    .satisfies(key -> assertThat(key.nullsNotDistinct()).isTrue());
            assertThat(posts.indexes())
                    .singleElement()
                    .satisfies(index -> assertThat(index.nullsNotDistinct()).isTrue());
        }
    }

    @Test
    void readsWhatCameWithPostgres18() {
        DataSource database = TestPostgres.freshDatabase("create table other (id int primary key)");
        if (Inspecting.majorVersion(database) >= 18) {
            TestPostgres.execute(
                    database,
                    "create table news (a int not null, twice int generated always as (a * 2) virtual, during daterange not null,"
                            + " constraint loose check (a > 0) not enforced, constraint ref foreign key (a) references other not enforced,"
                            + " constraint once unique (a))",
                    "create extension if not exists btree_gist",
                    "create table spans (id int, during daterange, primary key (id, during without overlaps))");
            LiveSchema live = everything(database);

            assertThat(Inspecting.column(live, "news", "twice").generation())
                    .isInstanceOf(dev.schemaguard.model.Generation.Virtual.class);
            assertThat(table(live, "news").constraints(Check.class))
                    .singleElement()
                    .satisfies(
                            check -> assertThat(check.enforcement().enforced()).isFalse());
            assertThat(table(live, "news").constraints(ForeignKey.class))
                    .singleElement()
                    .satisfies(key -> assertThat(key.enforcement().enforced()).isFalse());
            assertThat(table(live, "news").constraints()).hasSize(3);
            assertThat(table(live, "spans").primaryKey()).isEmpty();
            assertThat(table(live, "spans").constraints(Constraint.Exclusion.class))
                    .singleElement()
                    .satisfies(key -> assertThat(key.definition()).contains("WITHOUT OVERLAPS"));
        }
    }

    @Test
    void readsSequencesAndWhoOwnsThem() {
        DataSource database = TestPostgres.freshDatabase(
                "create sequence post_seq increment 50",
                "create table posts (id serial, n int generated always as identity)",
                "create sequence down increment -1");

        assertThat(everything(database).schema().sequences())
                .containsExactly(
                        sequence("down", Sequence.Role.UNSTATED, -1),
                        sequence("post_seq", Sequence.Role.UNSTATED, 50),
                        sequence("posts_id_seq", Sequence.Role.OWNED, 1),
                        sequence("posts_n_seq", Sequence.Role.OWNED, 1));
        Schema expected = Schema.builder()
                .sequence(new Sequence(
                        ObjectName.of("post_seq"), Sequence.Role.GENERATOR, OptionalLong.of(50), Origin.NONE))
                .sequence(new Sequence(
                        ObjectName.of("absent"), Sequence.Role.GENERATOR, OptionalLong.empty(), Origin.NONE))
                .build();
        assertThat(inspect(database, InspectionScope.EVERYTHING.of(expected))
                        .schema()
                        .sequences())
                .containsExactly(sequence("post_seq", Sequence.Role.UNSTATED, 50));
    }

    private static Sequence sequence(String name, Sequence.Role role, long increment) {
        return new Sequence(ObjectName.of("public", name), role, OptionalLong.of(increment), Origin.NONE);
    }
}
