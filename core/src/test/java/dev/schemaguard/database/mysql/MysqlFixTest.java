package dev.schemaguard.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.fix.FindingFix;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is broken is cured by the statements that are printed, with rows in the tables, or it is said why there is no safe cure. */
@Tag("databases")
class MysqlFixTest {

    private static final String[] RELEASE = {"""
        create table parents (
            id bigint unsigned not null auto_increment,
            code varchar(20) character set latin1 collate latin1_bin not null,
            primary key (id), unique key by_code (code))""", """
        create table items (
            id bigint not null auto_increment primary key,
            parent bigint unsigned,
            name varchar(50) not null default 'it''s',
            size decimal(10,2) unsigned not null default 1.50,
            status enum('new', 'old', 'it''s') not null default 'new',
            flags set('a', 'b') default 'a',
            made datetime(6) not null default current_timestamp(6),
            seen timestamp null default current_timestamp on update current_timestamp,
            note text,
            doc json,
            active tinyint(1) not null default 1,
            doubled int generated always as (char_length(name) * 2) virtual,
            kept int generated always as (char_length(name)) stored,
            raw varbinary(16),
            key by_note (note(20)),
            key by_made (made, name),
            fulltext key by_text (note),
            constraint size_known check (size > 0),
            constraint of_parent foreign key (parent) references parents (id) on delete set null)"""};

    private static final String[] ROWS = {
        "insert into parents (code) values ('a'), ('b')",
        "insert into items (parent, name, note) values (null, 'one', 'n'), (null, 'two', 'o')"
    };

    /** A change, and whether it can be cured without losing anything. */
    private static final List<String> CURABLE = List.of(
            "alter table items drop foreign key of_parent; drop table parents",
            "alter table items drop foreign key of_parent; drop table parents; drop table items",
            "alter table items drop foreign key of_parent",
            "alter table items drop key by_note",
            "alter table items drop key by_made",
            "alter table items drop key by_text",
            "alter table items drop constraint size_known",
            "alter table parents drop key by_code",
            "alter table items drop column raw",
            "alter table items drop column doc",
            "alter table items drop column seen",
            "alter table items drop column made",
            "alter table items drop column status",
            "alter table items drop column flags",
            "alter table items drop column active",
            "alter table items drop column doubled",
            "alter table items drop column kept",
            "alter table items drop constraint size_known, drop column size",
            "alter table items modify id bigint not null",
            "alter table items modify name varchar(10) not null default 'it''s'",
            "alter table items modify name varchar(50) null default 'it''s'",
            "alter table items modify name varchar(50) not null",
            "alter table items modify name varchar(50) not null default 'other'",
            "alter table items modify name varchar(10) null",
            "alter table items modify status enum('new', 'old') not null default 'new'",
            "alter table items modify status enum('new', 'old') null",
            "alter table items modify flags set('a') default 'a'",
            "alter table items modify seen timestamp null default current_timestamp",
            "alter table items modify seen timestamp null on update current_timestamp",
            "alter table items modify made datetime(6) not null",
            "alter table items modify note text not null",
            "alter table items modify note text character set latin1",
            "alter table parents modify code varchar(20) character set latin1 collate latin1_general_ci not null",
            "alter table items add extra int not null",
            "alter table items modify active tinyint(1) not null default 0",
            "alter table items modify id int not null auto_increment");

    private static final List<String> BY_PEOPLE = List.of(
            "alter table items add unique (name)",
            "alter table items add constraint short check (char_length(name) < 40)",
            "alter table items modify status enum('new', 'old', 'it''s', 'odd') not null default 'new'",
            "alter table items drop column doubled; alter table items add doubled int",
            "create table strangers (item bigint not null, foreign key (item) references items (id))");

    @TestFactory
    List<DynamicTest> curesWhatCanBeCuredWithoutLoss() {
        return each(CURABLE, true);
    }

    @TestFactory
    List<DynamicTest> saysWhyPeopleHaveToDecide() {
        return each(BY_PEOPLE, false);
    }

    private static List<DynamicTest> each(List<String> changes, boolean curable) {
        List<DynamicTest> tests = new ArrayList<>();
        for (TestMysql server : List.of(TestMysql.MYSQL, TestMysql.MARIADB)) {
            for (String change : changes) {
                tests.add(DynamicTest.dynamicTest(server + ": " + change, () -> cure(server, change, curable)));
            }
        }
        return tests;
    }

    private static void cure(TestMysql server, String change, boolean curable) throws Exception {
        try (MysqlDatabase database = server.database(RELEASE)) {
            database.execute(ROWS);
            Schema expected = SchemaCapture.capture(database.direct(), InspectionScope.EVERYTHING);
            database.execute(change.split("; "));
            SchemaGuard guard = SchemaGuard.expecting(expected)
                    .policy(Policy.failOn(Severity.ADVISORY))
                    .build();
            ReportWithFixes found = look(guard, database);
            assertThat(found.report().findings()).as(change).isNotEmpty();
            if (!curable) {
                assertThat(found.plan().cures())
                        .allSatisfy(cure -> assertThat(cure.noSafeFix())
                                .as(cure.finding().id())
                                .isPresent());
                return;
            }
            List<String> statements =
                    found.plan().statements().stream().map(Fix::sql).toList();
            assertThat(found.plan().cures().stream().map(FindingFix::noSafeFix).toList())
                    .as(found.report().toText())
                    .allMatch(Optional::isEmpty);
            database.execute(statements.toArray(String[]::new));
            assertThat(look(guard, database).report().findings())
                    .as(String.join(";\n", statements))
                    .isEmpty();
        }
    }

    private static ReportWithFixes look(SchemaGuard guard, MysqlDatabase database) throws Exception {
        try (Connection connection = database.direct().getConnection()) {
            return guard.remedy(connection);
        }
    }
}
