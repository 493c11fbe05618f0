package dev.schemaguard.proof.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On SQLite a kind of statement is said to fail if and only if it does. */
@Tag("proof")
class SqliteLawTest {

    private static final SmallRelease RELEASE = new SmallRelease("posts")
            .first("create table authors (id integer primary key)")
            .first("insert into authors values (7)")
            .column("id", "integer not null", Integer.class, 1, 2)
            .column("slug", "varchar(40) not null", String.class, "first", "second")
            .column("title", "text not null", String.class, "title", "x".repeat(400), "007")
            .column("price", "real default 0 not null", Double.class, 1.25d, 99999999.99d, 3d)
            .column("votes", "integer", Integer.class, 3, Integer.MAX_VALUE)
            .column("active", "boolean default true not null", Boolean.class, true, false)
            .column("born", "date", String.class, "2024-02-29")
            .column("state", "text", String.class, "a", "b")
            .column("data", "blob", byte[].class, new byte[] {1, 2}, new byte[100])
            .column("author_id", "integer", Integer.class, 7)
            .filled("twice", "integer generated always as (1 + 1)", Integer.class)
            .rule("primary key (id)")
            .rule("unique (slug)")
            .rule("check (state in ('a', 'b'))")
            .rule("foreign key (author_id) references authors (id)")
            .key("id")
            .key("slug")
            .upsert(
                    "insert into posts (%1$s) values (%2$s) on conflict (id) do update set title = excluded.title, votes = excluded.votes")
            .upsert("insert into posts (%1$s) values (%2$s) on conflict (slug) do update set title = excluded.title")
            .then("create index posts_by_born on posts (born)")
            .then("create view recent as select id, title from posts");

    private static final List<String> TYPES = List.of(
            "text",
            "varchar(3)",
            "integer",
            "bigint",
            "real",
            "double",
            "numeric(10,2)",
            "boolean",
            "date",
            "datetime",
            "timestamp",
            "blob",
            "uuid",
            "");

    private static final List<String> STRICT = List.of("text", "integer", "real", "blob", "any");

    private final SmallLaw law;

    SqliteLawTest() throws SQLException {
        law = new SmallLaw(RELEASE, SqliteLawTest::open);
    }

    private static Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = on");
        }
        return connection;
    }

    @Test
    void saysWhichStatementsFailWhereAColumnHasAnotherType() throws Exception {
        for (SmallRelease.UsedColumn column : RELEASE.columns()) {
            if (column.written()) {
                String rest = RELEASE.definition(column.name()).replaceFirst("^[^ ]+", "");
                for (String type : TYPES) {
                    law.tryOut(
                            column.name() + " " + type,
                            RELEASE.with(changed -> changed.define(column.name(), type + rest)));
                }
            }
        }

        law.mustHold("sqlite-types", 100);
    }

    @Test
    void saysWhichStatementsFailWhereATableIsStrict() throws Exception {
        for (SmallRelease.UsedColumn column : RELEASE.columns()) {
            if (column.written()) {
                for (String type : STRICT) {
                    law.tryOut(
                            column.name() + " strict " + type,
                            RELEASE.with(changed -> strict(changed, column.name(), type)));
                }
            }
        }

        law.mustHold("sqlite-strict", 40);
    }

    private static void strict(SmallRelease changed, String column, String type) {
        changed.options("strict");
        for (SmallRelease.UsedColumn one : RELEASE.columns()) {
            String definition = RELEASE.definition(one.name());
            String own = switch (definition.replaceFirst("[ (].*", "")) {
                case "varchar", "date" -> "text";
                case "boolean" -> "integer";
                default -> definition.replaceFirst("[ (].*", "");
            };
            String rest = definition.replaceFirst("^[a-z]+(\\([0-9]+\\))?", "");
            changed.define(one.name(), (one.name().equals(column) ? type : own) + rest);
        }
    }

    @Test
    void saysWhichStatementsFailWhereRulesDiffer() throws Exception {
        for (Named mutation : rules()) {
            assertThat(law.tryOut(mutation.what(), RELEASE.with(mutation.change())))
                    .as(mutation.what() + " can be made")
                    .isTrue();
        }

        law.mustHold("sqlite-rules", 20);
    }

    /**
     * A change with words for it.
     *
     * @param what the words
     * @param change the change
     */
    private record Named(String what, Consumer<SmallRelease> change) {}

    private static List<Named> rules() {
        List<Named> all = new ArrayList<>();
        for (String column : List.of("price", "votes", "active", "data")) {
            all.add(new Named("no " + column, release -> release.drop(column)));
        }
        for (String column : List.of("votes", "born", "state", "data", "author_id")) {
            all.add(new Named(
                    column + " not null", release -> release.define(column, RELEASE.definition(column) + " not null")));
        }
        for (String column : List.of("title", "price", "active")) {
            all.add(new Named(
                    column + " nullable",
                    release -> release.define(column, RELEASE.definition(column).replace(" not null", ""))));
        }
        for (String column : List.of("price", "active")) {
            all.add(new Named(
                    column + " without a default",
                    release -> release.define(column, RELEASE.definition(column).replaceAll("default \\S+ ", ""))));
        }
        all.add(new Named("another default", release -> release.define("price", "real default 5 not null")));
        all.add(new Named("extra required", release -> release.define("extra", "int not null")));
        all.add(new Named("extra defaulted", release -> release.define("extra", "int default 1 not null")));
        all.add(new Named("extra nullable", release -> release.define("extra", "int")));
        all.add(new Named("extra computed", release -> release.define("extra", "int generated always as (votes + 1)")));
        all.add(new Named("votes computed", release -> release.define("votes", "integer generated always as (1)")));
        all.add(new Named("twice plain", release -> release.define("twice", "integer")));
        all.add(new Named("id of another kind", release -> release.define("id", "int not null")));
        all.add(new Named("text id", release -> release.define("id", "text not null")));
        all.add(new Named("no primary key", release -> release.dropRule("primary key")));
        all.add(new Named("no unique key", release -> release.dropRule("unique")));
        all.add(new Named(
                "unique index", release -> release.dropRule("unique").then("create unique index u on posts (slug)")));
        all.add(new Named(
                "partial unique index",
                release -> release.dropRule("unique").then("create unique index u on posts (slug) where votes > 0")));
        all.add(new Named("one more unique key", release -> release.rule("unique (title)")));
        all.add(new Named(
                "one more unique index", release -> release.then("create unique index u on posts (lower(title))")));
        all.add(new Named("wider unique key", release -> release.rule("unique (slug, title)")));
        all.add(new Named("no foreign key", release -> release.dropRule("foreign key")));
        all.add(new Named(
                "one more foreign key",
                release -> release.first("create table others (id integer primary key)")
                        .first("insert into others values (3)")
                        .rule("foreign key (votes) references others (id)")));
        all.add(new Named("no check", release -> release.dropRule("check")));
        all.add(new Named("one more check", release -> release.rule("check (votes < 100)")));
        all.add(new Named("tighter check", release -> release.dropRule("check").rule("check (state in ('a'))")));
        all.add(new Named(
                "looser check", release -> release.dropRule("check").rule("check (state in ('a', 'b', 'c'))")));
        all.add(new Named(
                "renamed table",
                release -> release.then("drop view recent").then("alter table posts rename to articles")));
        all.add(new Named(
                "view for table",
                release -> release.then("drop view recent")
                        .then("alter table posts rename to articles")
                        .then("create view posts as select * from articles")));
        all.add(new Named(
                "renamed column", release -> release.then("alter table posts rename column title to headline")));
        all.add(new Named("no index", release -> release.then("drop index posts_by_born")));
        all.add(new Named(
                "other case",
                release ->
                        release.then("alter table posts rename to Posts2").then("alter table Posts2 rename to POSTS")));
        all.add(new Named("dropped", release -> release.then("drop view recent").then("drop table posts")));
        return all;
    }
}
