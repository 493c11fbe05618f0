package dev.schemaguard.database.mysql.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlDialectTest {

    private final MysqlDialect mysql = new MysqlDialect(Product.MYSQL);
    private final MysqlDialect mariadb = new MysqlDialect(Product.MARIADB);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "int(11)|int",
                "INTEGER|int",
                "int(5) zerofill|int unsigned",
                "int(10) unsigned zerofill|int unsigned",
                "bigint(20) UNSIGNED|bigint unsigned",
                "bigint signed|bigint",
                "tinyint(1)|tinyint(1)",
                "tinyint(4)|tinyint",
                "tinyint(1) unsigned|tinyint(1) unsigned",
                "bool|tinyint(1)",
                "BOOLEAN|tinyint(1)",
                "serial|bigint unsigned",
                "decimal|decimal(10,0)",
                "numeric(5)|decimal(5,0)",
                "dec(5, 2)|decimal(5,2)",
                "decimal(10,2) unsigned|decimal(10,2) unsigned",
                "float(24)|float",
                "float(25)|double",
                "float(7,2)|float(7,2)",
                "double precision|double",
                "real|double",
                "bit|bit(1)",
                "char|char(1)",
                "char(10) character set latin1 collate latin1_bin|char(10)",
                "varchar(20) binary|varchar(20)",
                "varchar(20) charset utf8mb4|varchar(20)",
                "character varying(20)|varchar(20)",
                "nvarchar(7)|varchar(7)",
                "national character varying(7)|varchar(7)",
                "binary(16)|binary(16)",
                "varbinary(16)|varbinary(16)",
                "long varchar|mediumtext",
                "long varbinary|mediumblob",
                "text(100)|text",
                "text(10)|tinytext",
                "blob(100)|tinyblob",
                "blob(70000)|mediumblob",
                "datetime(0)|datetime",
                "datetime(6)|datetime(6)",
                "year(4)|year",
                "json|json",
                "geometry|geometry",
                "enum('a','b''c', 'd\\\\e')|enum('a','b''c','d\\e')",
                "SET('x', 'y ') CHARACTER SET utf8|set('x','y')"
            })
    void spellsEachTypeInOneWay(String written, String spelled) {
        assertThat(mysql.columnType(written)).hasToString(spelled);
    }

    @Test
    void takesJsonForWhatItIsOnMariadb() {
        assertThat(mariadb.columnType("json")).hasToString("longtext");
        assertThat(mariadb.columnType("uuid")).hasToString("uuid");
    }

    @Test
    void keepsTheCaseOfNamesAndTakesOffQuotes() {
        assertThat(mysql.identifier("fooBar")).isEqualTo("fooBar");
        assertThat(mysql.identifier("`a``b`")).isEqualTo("a`b");
        assertThat(mysql.objectName("`app`.`my table`")).isEqualTo(ObjectName.of("app", "my table"));
        assertThat(mysql.quote("a`b")).isEqualTo("`a``b`");
    }

    @Test
    void takesColumnsForTheSameInWhateverCaseAndTablesWhereTheServerDoes() {
        Schema expected = Schema.builder()
                .table("Posts", t -> t.column("createdAt", "int"))
                .build();
        Schema live = Schema.builder()
                .table("Posts", t -> t.column("CREATEDAT", "int"))
                .build();
        Schema folded = Schema.builder()
                .table("posts", t -> t.column("createdat", "int"))
                .setting("lower_case_table_names", "1")
                .build();

        assertThat(mysql.spelledAs(expected, live).table("Posts").orElseThrow().column("CREATEDAT"))
                .isPresent();
        assertThat(mysql.spelledAs(expected, folded)
                        .table("posts")
                        .orElseThrow()
                        .column("createdat"))
                .isPresent();
        assertThat(mysql.spelledAs(
                                expected,
                                folded.toBuilder()
                                        .setting("lower_case_table_names", "0")
                                        .build())
                        .table("posts"))
                .isEmpty();
    }
}
