package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact of a digest is there because of a change that nothing but it tells. */
@Tag("databases")
class DigestFactTest {

    private static final String COUNTERS =
            "next_not_cached_value bigint(21) not null, minimum_value bigint(21) not null,"
                    + " maximum_value bigint(21) not null, start_value bigint(21) not null comment 'start value',"
                    + " increment bigint(21) not null comment 'increment value', cache_size bigint(21) unsigned not null,"
                    + " cycle_option tinyint(1) unsigned not null, cycle_count bigint(21) not null";

    private static final List<String> TABLES = List.of(
            """
            create table users (id bigint primary key, x int, y int, a int, b int, unique key (x, y), unique key (y, x),
              unique key (a, b))""",
            "create table others (x int, y int, z int, unique key (x, y))",
            """
            create table posts (id int primary key, author int, editor int, first int, second int, code varchar(40),
              word varchar(40) collate utf8mb4_bin, n int default 1, touched datetime default '2020-01-01 00:00:00',
              sum int as (n + 1) virtual, key once (n), key both_of (first, second), key plain (code(10)), key late (n desc),
              key author_and (author, editor), key editor_and (editor, author), constraint positive check (n > 0))""",
            "alter table posts add constraint written foreign key (author, editor) references users (x, y) on delete cascade",
            "alter table posts add constraint edited foreign key (editor, author) references users (x, y)",
            "create table parts (id int) partition by hash (id) partitions 2",
            "create table hashed (k varchar(20), key by_k using hash (k)) engine = memory",
            "create view names as select id, x from users");

    private static final List<String> NAMES =
            List.of("users", "others", "posts", "parts", "hashed", "names", "counter", "own");

    @ParameterizedTest
    @MethodSource("facts")
    void nothingElseTellsTheChange(TestMysql server, DigestFact fact) throws SQLException {
        Product product = server == TestMysql.MARIADB ? Product.MARIADB : Product.MYSQL;
        Set<DigestFact> all = DigestFact.all(product);
        Set<DigestFact> others = EnumSet.copyOf(all);
        others.remove(fact);
        List<String> made = new ArrayList<>(TABLES);
        made.add(
                product == Product.MARIADB
                        ? "create table counter (" + COUNTERS + ")"
                        : "create table own (a varchar(20), key by_text ((lower(a))))");
        try (MysqlDatabase elsewhere = server.database("create table users (x int, y int, unique key (x, y))");
                MysqlDatabase database = server.database(made.toArray(String[]::new));
                Connection connection = database.direct().getConnection()) {
            Map<String, String> before = digests(connection, product, all, "");
            Map<String, String> beforeOfOthers = digests(connection, product, others, "");
            String tableCase = fact == DigestFact.TABLE_CASE ? "2" : "";
            try (Statement statement = connection.createStatement()) {
                for (String sql : change(fact, product, elsewhere)) {
                    statement.execute(sql);
                }
            }

            assertThat(before).hasSize(NAMES.size() - 1).doesNotContainValue("");
            assertThat(digests(connection, product, all, tableCase))
                    .as("with it")
                    .isNotEqualTo(before);
            assertThat(digests(connection, product, others, tableCase))
                    .as("without it")
                    .isEqualTo(beforeOfOthers);
        }
    }

    static Stream<Arguments> facts() {
        return Stream.concat(
                DigestFact.all(Product.MYSQL).stream().map(fact -> Arguments.of(TestMysql.MYSQL, fact)),
                DigestFact.all(Product.MARIADB).stream().map(fact -> Arguments.of(TestMysql.MARIADB, fact)));
    }

    private static List<String> change(DigestFact fact, Product product, MysqlDatabase elsewhere) {
        return switch (fact) {
            case SQL_MODE -> List.of("set sql_mode = 'NO_ZERO_DATE'");
            // Told at the start of a server, and never again.
            case TABLE_CASE -> List.of();
            case SEQUENCE -> List.of("drop table counter", "create sequence counter");
            case PARTITIONED -> List.of("alter table parts remove partitioning");
            case COLUMN_NAME -> List.of("alter table others rename column z to zz");
            case COLUMN_TYPE -> List.of("alter table posts modify n bigint default 1");
            case NULLABLE -> List.of("alter table posts modify n int not null default 1");
            case DEFAULT -> List.of("alter table posts alter n set default 2");
            case EXTRA ->
                List.of("alter table posts modify touched datetime default '2020-01-01 00:00:00'"
                        + " on update current_timestamp");
            case COLLATION -> List.of("alter table posts modify word varchar(40) collate utf8mb4_unicode_ci");
            case GENERATED -> List.of("alter table posts modify sum int as (n + 2) virtual");
            case INDEX_NAME -> List.of("alter table posts rename index plain to other");
            case UNIQUE -> List.of("alter table posts drop key once, add unique key once (n)");
            case INDEX_PLACE -> List.of("alter table posts drop key both_of, add key both_of (second, first)");
            case INDEXED_COLUMN -> List.of("alter table posts drop key once, add key once (second)");
            case INDEX_ORDER -> List.of("alter table posts drop key late, add key late (n)");
            case INDEX_PREFIX -> List.of("alter table posts drop key plain, add key plain (code(11))");
            case INDEX_METHOD ->
                List.of("alter table hashed engine = innodb, drop key by_k, add fulltext key by_k (k)");
            case INDEX_VISIBLE ->
                List.of("alter table posts alter index once " + (product == Product.MARIADB ? "ignored" : "invisible"));
            case INDEXED_EXPRESSION -> List.of("alter table own drop key by_text, add key by_text ((upper(a)))");
            case KEY_NAME ->
                swapped("author, editor", "users (x, y)", "editor, author", "users (x, y) on delete cascade");
            case KEY_PLACE -> written("editor, author", "users (y, x) on delete cascade");
            case REFERRING_COLUMN -> written("first, second", "users (x, y) on delete cascade");
            case REFERENCED_SCHEMA -> written("author, editor", elsewhere.name() + ".users (x, y) on delete cascade");
            case REFERENCED_TABLE -> written("author, editor", "others (x, y) on delete cascade");
            case REFERENCED_COLUMN -> written("author, editor", "users (a, b) on delete cascade");
            case RULED_KEY ->
                swapped("editor, author", "users (x, y) on delete cascade", "author, editor", "users (x, y)");
            case DELETE_RULE -> written("author, editor", "users (x, y) on delete set null");
            case UPDATE_RULE -> written("author, editor", "users (x, y) on delete cascade on update cascade");
            case CHECK_NAME -> check("renamed check (n > 0)");
            case ENFORCED -> List.of("alter table posts alter check positive not enforced");
            case CONDITION -> check("positive check (n > 1)");
            case INSERT_TRIGGER ->
                List.of("create trigger fills before insert on posts for each row set new.code = 'x'");
            case UPDATABLE ->
                List.of("drop view names", "create algorithm = temptable view names as select id, x from users");
        };
    }

    private static List<String> written(String columns, String target) {
        return List.of(
                "alter table posts drop foreign key written",
                "alter table posts add constraint written foreign key (" + columns + ") references " + target);
    }

    /** Gives both keys anew. */
    private static List<String> swapped(String edited, String editedTo, String written, String writtenTo) {
        return List.of(
                "alter table posts drop foreign key written",
                "alter table posts drop foreign key edited",
                "alter table posts add constraint edited foreign key (" + edited + ") references " + editedTo,
                "alter table posts add constraint written foreign key (" + written + ") references " + writtenTo);
    }

    private static List<String> check(String condition) {
        return List.of("alter table posts drop constraint positive", "alter table posts add constraint " + condition);
    }

    /** The digests, as on a server with that value of {@code lower_case_table_names} unless it is empty. */
    private static Map<String, String> digests(
            Connection connection, Product product, Set<DigestFact> facts, String tableCase) throws SQLException {
        DigestStatement statement = new DigestStatement(product, Optional.empty(), NAMES, facts);
        String select = statement.select();
        Map<String, String> digests = new TreeMap<>();
        new CatalogStatement(connection, ServerVersion.unknown(product), InspectionScope.DEFAULT_TIMEOUT)
                .askGrouped(
                        "digests",
                        tableCase.isEmpty() ? select : select.replace("@@lower_case_table_names", tableCase),
                        statement.values(),
                        row -> {
                            if (Set.of(DigestStatement.TABLE, DigestStatement.VIEW)
                                    .contains(row.text(0))) {
                                digests.put(row.text(1), row.text(2));
                            }
                        });
        return digests;
    }
}
