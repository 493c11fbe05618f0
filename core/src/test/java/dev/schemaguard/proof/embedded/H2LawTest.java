package dev.schemaguard.proof.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On H2 a kind of statement is said to fail if and only if it does. */
@Tag("proof")
class H2LawTest {

    private static final SmallRelease RELEASE = new SmallRelease("posts")
            .first("create table authors (id bigint primary key)")
            .first("insert into authors values (7)")
            .first("create sequence numbers increment by 50")
            .column("id", "bigint not null", Long.class, 1L, 2L)
            .column("slug", "varchar(40) not null", String.class, "first", "FIRST")
            .column("title", "varchar(40) not null", String.class, "title", "x".repeat(40), "12")
            .column("body", "clob", String.class, "body", "x".repeat(5000))
            .column(
                    "price",
                    "numeric(10,2) default 0 not null",
                    BigDecimal.class,
                    new BigDecimal("1.25"),
                    new BigDecimal("99999999.99"))
            .column("votes", "integer", Integer.class, 3, Integer.MAX_VALUE, Integer.MIN_VALUE)
            .column("ratio", "double precision", Double.class, 0.5d, 1e300)
            .column("active", "boolean default true not null", Boolean.class, true, false)
            .column("born", "date", LocalDate.class, LocalDate.of(2024, 2, 29))
            .column(
                    "made",
                    "timestamp not null",
                    LocalDateTime.class,
                    LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_789_000))
            .column("kind", "enum('draft','live') default 'draft' not null", String.class, "draft", "live")
            .column("state", "varchar(10)", String.class, "a", "b")
            .column("token", "uuid", UUID.class, new UUID(1, 2))
            .column("data", "varbinary(100)", byte[].class, new byte[] {1, 2}, new byte[100])
            .column("author_id", "bigint", Long.class, 7L)
            .filled("twice", "integer generated always as (1 + 1)", Integer.class)
            .rule("primary key (id)")
            .rule("unique (slug)")
            .rule("check (state in ('a', 'b'))")
            .rule("foreign key (author_id) references authors (id)")
            .key("id")
            .key("slug")
            .upsert("merge into posts (%1$s) key (id) values (%2$s)")
            .then("create index posts_by_born on posts (born)")
            .then("create view recent as select id, title from posts");

    private static final List<String> TYPES = List.of(
            "varchar(10)",
            "varchar(400)",
            "varchar_ignorecase(40)",
            "char(40)",
            "clob",
            "integer",
            "bigint",
            "smallint",
            "numeric(12,2)",
            "numeric(6,2)",
            "numeric(10,0)",
            "numeric(10,4)",
            "decfloat",
            "real",
            "double precision",
            "boolean",
            "date",
            "time",
            "timestamp",
            "timestamp(3)",
            "timestamp with time zone",
            "uuid",
            "binary(16)",
            "varbinary(400)",
            "varbinary(10)",
            "blob",
            "json",
            "enum('draft','live','old')",
            "enum('draft')",
            "interval day to second",
            "integer array");

    private final SmallLaw law;

    H2LawTest() throws SQLException {
        law = new SmallLaw(RELEASE, () -> DriverManager.getConnection("jdbc:h2:mem:"));
    }

    @Test
    void saysWhichStatementsFailWhereAColumnHasAnotherType() throws Exception {
        for (SmallRelease.UsedColumn column : RELEASE.columns()) {
            if (!column.name().equals("twice") && !column.name().equals("state")) {
                for (String type : TYPES) {
                    String definition = type + (column.nullable() ? "" : " not null");
                    law.tryOut(
                            column.name() + " " + definition,
                            RELEASE.with(changed -> changed.define(column.name(), definition)));
                }
            }
        }

        law.mustHold("h2-types", 400);
    }

    @Test
    void saysWhichStatementsFailWhereRulesDiffer() throws Exception {
        for (Named mutation : rules()) {
            assertThat(law.tryOut(mutation.what(), RELEASE.with(mutation.change())))
                    .as(mutation.what() + " can be made")
                    .isTrue();
        }

        law.mustHold("h2-rules", 20);
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
        for (String column : List.of("title", "body", "price", "kind", "born", "data")) {
            all.add(new Named("no " + column, release -> {
                release.drop(column);
                if (column.equals("title")) {
                    release.then("drop view recent");
                }
            }));
        }
        all.removeIf(one -> one.what().equals("no title") || one.what().equals("no born"));
        for (String column : List.of("body", "votes", "ratio", "born", "state", "token", "author_id")) {
            all.add(new Named(
                    column + " not null", release -> release.define(column, RELEASE.definition(column) + " not null")));
        }
        for (String column : List.of("title", "price", "active", "kind", "made")) {
            all.add(new Named(
                    column + " nullable",
                    release -> release.define(column, RELEASE.definition(column).replace(" not null", ""))));
        }
        for (String column : List.of("price", "active", "kind")) {
            all.add(new Named(
                    column + " without a default",
                    release -> release.define(column, RELEASE.definition(column).replaceAll("default \\S+ ", ""))));
        }
        all.add(new Named("another default", release -> release.define("price", "numeric(10,2) default 5 not null")));
        all.add(new Named("extra required", release -> release.define("extra", "int not null")));
        all.add(new Named("extra defaulted", release -> release.define("extra", "int default 1 not null")));
        all.add(new Named(
                "extra default on null", release -> release.define("extra", "int default 1 default on null not null")));
        all.add(new Named("extra nullable", release -> release.define("extra", "int")));
        all.add(new Named("extra identity", release -> release.define("extra", "int generated always as identity")));
        all.add(new Named("extra computed", release -> release.define("extra", "int generated always as (3)")));
        all.add(new Named("votes computed", release -> {
            release.define("votes", "integer generated always as (1)");
        }));
        all.add(new Named(
                "id always numbered", release -> release.define("id", "bigint generated always as identity")));
        all.add(new Named("id numbered", release -> release.define("id", "bigint generated by default as identity")));
        all.add(new Named("twice plain", release -> release.define("twice", "integer")));
        all.add(new Named(
                "twice otherwise", release -> release.define("twice", "integer generated always as (1 + 2)")));
        all.add(new Named("no primary key", release -> release.dropRule("primary key")));
        all.add(new Named("no unique key", release -> release.dropRule("unique")));
        all.add(new Named(
                "unique index", release -> release.dropRule("unique").then("create unique index u on posts (slug)")));
        all.add(new Named("one more unique key", release -> release.rule("unique (title)")));
        all.add(new Named("one more unique index", release -> release.then("create unique index u on posts (title)")));
        all.add(new Named("wider unique key", release -> release.rule("unique (slug, title)")));
        all.add(new Named("no foreign key", release -> release.dropRule("foreign key")));
        all.add(new Named(
                "one more foreign key",
                release -> release.then("create table others (id bigint primary key)")
                        .then("insert into others values (3)")
                        .then("alter table posts add foreign key (votes) references others (id)")));
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
                "renamed column",
                release -> release.then("drop view recent")
                        .then("alter table posts alter column title rename to headline")));
        all.add(new Named("no index", release -> release.then("drop index posts_by_born")));
        all.add(new Named("no sequence", release -> release.then("drop sequence numbers")));
        all.add(new Named(
                "inbound key",
                release -> release.then("create table others (post_id bigint references posts (id))")
                        .then("insert into authors values (8)")));
        all.add(new Named(
                "domain with a check",
                release -> release.first("create domain short as varchar(40) check (value <> 'title')")
                        .define("title", "short not null")));
        all.add(new Named(
                "enum without a label", release -> release.define("kind", "enum('draft') default 'draft' not null")));
        all.add(new Named(
                "enum with one more",
                release -> release.define("kind", "enum('draft','live','old') default 'draft' not null")));
        all.add(new Named("caseless key", release -> release.define("slug", "varchar_ignorecase(40) not null")));
        all.add(new Named("invisible", release -> release.define("title", "varchar(40) invisible not null")));
        return all;
    }
}
