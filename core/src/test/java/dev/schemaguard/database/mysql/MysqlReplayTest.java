package dev.schemaguard.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as clients and dumps write them are run statement by statement, without what only the client understands. */
@Tag("databases")
class MysqlReplayTest {

    private static final String SCRIPT = """
            # first; it's a comment
            CREATE TABLE `posts` (`id` int(11) unsigned NOT NULL AUTO_INCREMENT, `title` varchar(200) NOT NULL DEFAULT 'a\\'b',
              PRIMARY KEY (`id`), KEY k (`title`(10))) ENGINE=InnoDB;
            DELIMITER //
            CREATE PROCEDURE adds() BEGIN ALTER TABLE posts ADD added int; END//
            CREATE TRIGGER fills BEFORE INSERT ON posts FOR EACH ROW BEGIN SET NEW.title = 'x;'; END //
            DELIMITER ;
            CALL adds();
            /*!50000 ALTER TABLE posts ADD made datetime(6) NULL */;
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50003 TRIGGER more AFTER INSERT ON posts FOR EACH ROW BEGIN SET @a = 1; END */;;
            DELIMITER ;
            INSERT INTO posts (title) VALUES ('one;two'), ('-- three')""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void runsWhatAClientWouldSend(TestMysql server) throws Exception {
        try (MysqlDatabase scratch = server.database();
                MysqlDatabase live = server.database(
                        "create table posts (id int unsigned not null auto_increment primary key,"
                                + " title varchar(200) not null default 'a\\'b', added int, made datetime(6), key k (title(10)))")) {
            SchemaSource replayed = SchemaSources.replay(write(SCRIPT), scratch.direct());

            DriftReport report = SchemaGuard.expecting(replayed)
                    .policy(Policy.failOn(Severity.ADVISORY))
                    .build()
                    .check(live.direct());

            assertThat(report.unverified()).isEmpty();
            assertThat(report.findings()).isEmpty();
            assertThat(report.coverage().columnsChecked()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void leavesOtherDatabasesAlone(TestMysql server) throws Exception {
        try (MysqlDatabase scratch = server.database();
                MysqlDatabase live = server.database()) {
            SchemaSource replayed = SchemaSources.replay(
                    write("CREATE DATABASE elsewhere; USE elsewhere; CREATE TABLE t (id int);"), scratch.direct());
            SchemaGuard guard = SchemaGuard.expecting(replayed).build();

            assertThat(guard.check(live.direct()).unverified())
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason())
                            .contains("release.sql:1")
                            .contains("this would change more than the scratch database"));
        }
    }

    /** What psql takes for the end of rows names another file to MySQL's client. */
    @ParameterizedTest
    @ValueSource(strings = {"\\. other.sql\n", "source other.sql;\n"})
    void runsNoOtherFile(String command) throws Exception {
        try (MysqlDatabase scratch = TestMysql.MYSQL.database()) {
            SchemaSource replayed = SchemaSources.replay(
                    write("CREATE TABLE t (id int);\n" + command + "CREATE TABLE u (id int);\n"), scratch.direct());

            assertThat(SchemaGuard.expecting(replayed)
                            .build()
                            .check(scratch.direct())
                            .unverified())
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason())
                            .contains("release.sql:2")
                            .contains("only the database's own client can run this"));
        }
    }

    private String write(String script) throws IOException {
        return Files.writeString(folder.resolve("release.sql"), script).toString();
    }
}
