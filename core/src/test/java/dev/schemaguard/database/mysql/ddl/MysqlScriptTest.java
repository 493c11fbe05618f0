package dev.schemaguard.database.mysql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.migrations.DdlSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of scripts without a server; {@code MysqlBatteryTest} holds more of them against servers. */
class MysqlScriptTest {

    private static Schema read(String kind, String sql) {
        return DdlSource.of(SourceText.text("script.sql", sql))
                .load(Databases.named(kind).orElseThrow());
    }

    private static Table table(String sql) {
        Schema schema = read("mysql", sql);
        assertThat(schema.gaps()).isEmpty();
        return schema.table(ObjectName.of("t")).orElseThrow();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    @Test
    void saysNothingOfRowSecurityWhichTheServerHasNot() {
        assertThat(table("create table t (a int);").rowSecurity()).isEqualTo(Presence.UNSTATED);
    }

    @Test
    void endsCommentsAsTheServerDoes() {
        Table table = table("""
                # it's a comment; with a semicolon
                create table t (a int, -- and 'another
                  b int, /* c int, /* not nested */ d int);
                """);

        assertThat(columns(table)).containsExactly("a", "b", "d");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, '/*!50701 x int, */', true",
        "mariadb, '/*!50701 x int, */', false",
        "mariadb, '/*!100100 x int, */', true",
        "mysql, '/*M! x int, */', false",
        "mariadb, '/*M!100100 x int, */', true",
        "mysql, '/*! x int, */', true",
        "mysql, '/*!999999 x int, */', false"
    })
    void readsTheTextOfCommentsThatTheServerRuns(String kind, String comment, boolean runs) {
        Table table = read(kind, "create table t (" + comment + " a int);")
                .table(ObjectName.of("t"))
                .orElseThrow();

        assertThat(table.column("x").isPresent()).isEqualTo(runs);
    }

    @Test
    void skipsBodiesWithAndWithoutAnotherDelimiter() {
        Schema schema = read("mysql", """
                DELIMITER $$
                create procedure p() begin select 1 into x from dual; end$$
                DELIMITER ;
                create procedure q() begin if 1 then begin select 1; end; end if; case 1 when 1 then select 2; end case; end;
                create table t (a int);
                """);

        assertThat(schema.gaps()).isEmpty();
        assertThat(schema.tables()).extracting(Table::name).containsExactly(ObjectName.of("t"));
    }

    @Test
    void readsNamesInDoubleQuotesOnlyWhereTheModeSaysSo() {
        assertThat(columns(table("set sql_mode='ANSI_QUOTES'; create table \"t\" (\"a b\" int);")))
                .containsExactly("a b");
        assertThat(table("create table t (a varchar(3) default \"x\");").columns())
                .extracting(Column::columnDefault)
                .containsExactly(ColumnDefault.of("'x'"));
    }

    @Test
    void skipsTheRowsOfDumps() {
        Table table = table("""
                CREATE TABLE `t` (`a` int);
                LOCK TABLES `t` WRITE;
                /*!40000 ALTER TABLE `t` DISABLE KEYS */;
                INSERT INTO `t` VALUES (1,'it\\'s; create table u (b int);');
                UNLOCK TABLES;
                """);

        assertThat(columns(table)).containsExactly("a");
    }

    @Test
    void takesCommandsOfTheClientUpToTheEndOfTheirLine() {
        Schema schema = read("mysql", "use shop\ncreate table t (a int)\\G\ncreate table u (a int);");

        assertThat(schema.tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("shop", "t"), ObjectName.of("shop", "u"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source other.sql",
                "\\. other.sql",
                "call nobody_knows();",
                "execute st;",
                "set sql_mode = 'ORACLE';",
                "create event e on schedule every 1 day do alter table t add b int;",
                "create something new;"
            })
    void leavesEverythingOpenWhereAnythingMayHappen(String statement) {
        Schema schema = read("mariadb", "create table t (a int);\n" + statement);

        assertThat(schema.gaps()).hasSize(1);
        assertThat(schema.gaps().get(0).reach()).isInstanceOf(Gap.Reach.Everything.class);
    }

    @Test
    void leavesOnlyTheTableOpenOfWhichAStatementIsNotUnderstood() {
        Schema schema = read("mysql", "create table t (a int); create table u (a int); alter table u frobnicate;");

        assertThat(schema.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reach().names()).containsExactly(ObjectName.of("u")));
        assertThat(schema.table(ObjectName.of("t"))).isPresent();
    }

    @Test
    void saysWhatSerialMeans() {
        Table table = table("create table t (id serial);");

        Column id = table.column("id").orElseThrow();
        assertThat(id.type()).hasToString("bigint unsigned");
        assertThat(id.identity()).isEqualTo(Identity.BY_DEFAULT);
        assertThat(id.nullability()).isEqualTo(Nullability.NOT_NULL);
        assertThat(table.constraints()).hasOnlyElementsOfType(Constraint.UniqueKey.class);
    }

    @Test
    void givesAnEnumItsFirstLabelWhereItTakesNoNulls() {
        Table table = table("create table t (a enum('x','y') not null, b enum('x') , c set('p') not null);");

        assertThat(table.columns())
                .extracting(Column::columnDefault)
                .containsExactly(ColumnDefault.of("'x'"), ColumnDefault.NONE, ColumnDefault.NONE);
    }

    @Test
    void makesAnIndexOfAUniqueKeyOverAPrefix() {
        Table table = table("create table t (a varchar(99), unique k (a(10)));");

        assertThat(table.constraints()).isEmpty();
        Index index = table.indexes().get(0);
        assertThat(index.unique()).isTrue();
        assertThat(((Index.ColumnPart) index.parts().get(0)).prefix()).isEqualTo(10);
    }

    @Test
    void namesKeysAsTheServerDoes() {
        Table table = table("create table t (a int unique, b int, key (a), key (a), key k (b)); "
                + "alter table t drop key a_2, drop key a_3;");

        assertThat(table.constraints()).extracting(Constraint::name).containsExactly("a");
        assertThat(table.indexes()).extracting(Index::name).containsExactly("k");
    }

    @Test
    void makesAnIndexForAForeignKeyAndDropsItWhereAnotherServes() {
        String tables = "create table p (id int primary key); create table t (a int, b int, "
                + "constraint fk foreign key (a) references p (id));";

        assertThat(table(tables).indexes()).extracting(Index::name).containsExactly("fk");
        assertThat(table(tables + "alter table t add key own (a, b);").indexes())
                .extracting(Index::name)
                .containsExactly("own");
    }

    @Test
    void takesADroppedColumnOutOfItsKeys() {
        Table table = table("create table t (a int, b int, key k (a, b), key kb (b)); alter table t drop column b;");

        assertThat(table.indexes()).extracting(Index::name).containsExactly("k");
        assertThat(table.indexes().get(0).parts()).hasSize(1);
    }

    @Test
    void followsAProgramThatAsksTheCatalogOnly() {
        Table table = table("""
                create table t (a int);
                set @there = (select count(*) from information_schema.columns
                  where table_schema = database() and table_name = 't' and column_name = 'b');
                set @sql = if(@there > 0, 'select 1', 'alter table t add b int');
                prepare st from @sql;
                execute st;
                """);

        assertThat(columns(table)).containsExactly("a", "b");
    }

    @Test
    void leavesOpenWhatAProgramDoesThatAsksForRows() {
        Schema schema = read("mysql", """
                create table t (a int); create table u (a int);
                create procedure p() begin if (select count(*) from u) > 0 then alter table t add b int; end if; end;
                call p();
                """);

        assertThat(schema.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reach().names()).containsExactly(ObjectName.of("t")));
    }

    @Test
    void takesAColumnForNoCommand() {
        assertThat(columns(table("create table t (a int,\n  delimiter varchar(3),\n  source int);")))
                .containsExactly("a", "delimiter", "source");
    }

    @Test
    void findsATableThatIsWrittenInAnotherCase() {
        assertThat(columns(table("create table t (a int); alter table T add b int;")))
                .containsExactly("a", "b");
    }

    @Test
    void leavesOpenAnIndexOverWhatIsNotUnderstood() {
        Schema schema = read("mysql", "create table t (a varchar(9), key k ((a sounds like 'b')), key (a));");

        assertThat(schema.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reach().names()).containsExactly(ObjectName.of("t")));
    }

    @Test
    void leavesOpenWhatATimestampGetsByItselfWhereThatHangsOnTheVersion() {
        Column column = read("mariadb", "create table t (a timestamp);")
                .table(ObjectName.of("t"))
                .orElseThrow()
                .column("a")
                .orElseThrow();

        assertThat(column.nullability()).isEqualTo(Nullability.UNSTATED);
        assertThat(column.columnDefault()).isEqualTo(ColumnDefault.UNSTATED);
        assertThat(table("create table t (a timestamp);").columns())
                .extracting(Column::nullability)
                .containsExactly(Nullability.NULLABLE);
    }
}
