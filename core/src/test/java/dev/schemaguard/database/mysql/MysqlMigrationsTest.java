package dev.schemaguard.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.stream.Stream;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders as migration tools have them: what is read of them is what the server has when they have run. */
@Tag("databases")
class MysqlMigrationsTest {

    private static final Map<String, String> GOLANG = Map.of(
            "000001_init.up.sql",
            """
            BEGIN;
            CREATE TABLE IF NOT EXISTS `users` (
              `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
              `email` VARCHAR(255) NOT NULL,
              `password_hash` BINARY(60) NOT NULL,
              `created_at` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
              `updated_at` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
              PRIMARY KEY (`id`),
              UNIQUE KEY `users_email` (`email`)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
            INSERT INTO users (email, password_hash) VALUES ('root@example.com; --', 'x');
            COMMIT;
            """,
            "000001_init.down.sql",
            "DROP TABLE users;",
            "000002_orders.up.sql",
            """
            CREATE TABLE orders (
              id INT AUTO_INCREMENT PRIMARY KEY,
              user_id BIGINT UNSIGNED NOT NULL,
              total DECIMAL(10,2) NOT NULL DEFAULT '0.00',
              state ENUM('open','paid') NOT NULL DEFAULT 'open',
              note TEXT,
              CONSTRAINT fk_orders_users FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
              CHECK (total >= 0)
            );
            CREATE INDEX orders_by_state ON orders (state, user_id);
            """,
            "000002_orders.down.sql",
            "DROP TABLE orders;",
            "000010_more.up.sql",
            """
            ALTER TABLE users ADD COLUMN nick VARCHAR(40) NULL AFTER email, MODIFY COLUMN email VARCHAR(320) NOT NULL;
            ALTER TABLE orders CHANGE COLUMN note remark MEDIUMTEXT, DROP INDEX orders_by_state, ADD INDEX by_total (total DESC);
            RENAME TABLE orders TO purchases;
            """,
            "000010_more.down.sql",
            "RENAME TABLE purchases TO orders;");

    private static final Map<String, String> PRISMA = Map.of(
            "migration_lock.toml",
            "provider = \"mysql\"\n",
            "20240101000000_init/migration.sql",
            """
            -- CreateTable
            CREATE TABLE `User` (
                `id` INTEGER NOT NULL AUTO_INCREMENT,
                `email` VARCHAR(191) NOT NULL,
                `name` VARCHAR(191) NULL,
                `role` ENUM('USER', 'ADMIN') NOT NULL DEFAULT 'USER',
                `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
                `profile` JSON NULL,
                `score` DOUBLE NOT NULL DEFAULT 0,
                `amount` DECIMAL(65, 30) NULL,
                `active` BOOLEAN NOT NULL DEFAULT true,
                `data` LONGBLOB NULL,

                UNIQUE INDEX `User_email_key`(`email`),
                INDEX `User_name_idx`(`name`),
                PRIMARY KEY (`id`)
            ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

            -- CreateTable
            CREATE TABLE `_CategoryToPost` (
                `A` INTEGER NOT NULL,
                `B` INTEGER NOT NULL,

                UNIQUE INDEX `_CategoryToPost_AB_unique`(`A`, `B`),
                INDEX `_CategoryToPost_B_index`(`B`)
            ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

            -- CreateTable
            CREATE TABLE `Post` (
                `id` CHAR(36) NOT NULL,
                `title` VARCHAR(191) NOT NULL,
                `old` TEXT NULL,
                `authorId` INTEGER NOT NULL,

                PRIMARY KEY (`id`)
            ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

            -- AddForeignKey
            ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
            """,
            "20240202000000_more/migration.sql",
            """
            /*
              Warnings:

              - You are about to drop the column `old` on the `Post` table. All the data in the column will be lost.

            */
            -- DropForeignKey
            ALTER TABLE `Post` DROP FOREIGN KEY `Post_authorId_fkey`;

            -- AlterTable
            ALTER TABLE `Post` DROP COLUMN `old`,
                ADD COLUMN `published` BOOLEAN NOT NULL DEFAULT false,
                ADD COLUMN `views` INTEGER UNSIGNED NOT NULL DEFAULT 0,
                MODIFY `title` VARCHAR(255) NOT NULL,
                MODIFY `authorId` INTEGER NULL;

            -- CreateIndex
            CREATE FULLTEXT INDEX `Post_title_idx` ON `Post`(`title`);

            -- AddForeignKey
            ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

            -- RenameIndex
            ALTER TABLE `User` RENAME INDEX `User_name_idx` TO `User_name_index`;
            """);

    private static final String CHANGELOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <property name="now" value="now(6)" dbms="mysql,mariadb"/>
              <property name="now" value="now()" dbms="postgresql"/>
              <changeSet id="1" author="a">
                <createTable tableName="users">
                  <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column>
                  <column name="login" type="varchar(50)"><constraints unique="true" nullable="false" uniqueConstraintName="ux_login"/></column>
                  <column name="activated" type="boolean" valueBoolean="false"><constraints nullable="false"/></column>
                  <column name="image" type="longblob"/>
                  <column name="bio" type="clob" remarks="what they say; of themselves"/>
                  <column name="balance" type="decimal(21,2)" defaultValueNumeric="0"/>
                  <column name="rate" type="double"/>
                  <column name="token" type="uuid"/>
                  <column name="made_at" type="datetime(6)" defaultValueDate="${now}"><constraints nullable="false"/></column>
                  <column name="seen_at" type="timestamp"><constraints nullable="true"/></column>
                  <column name="born" type="date"/>
                </createTable>
                <dropDefaultValue tableName="users" columnName="made_at" columnDataType="datetime(6)"/>
              </changeSet>
              <changeSet id="2" author="a">
                <createTable tableName="roles">
                  <column name="user_id" type="bigint"><constraints nullable="false"/></column>
                  <column name="name" type="varchar(50)"><constraints nullable="false"/></column>
                </createTable>
                <addPrimaryKey columnNames="user_id, name" tableName="roles"/>
                <addForeignKeyConstraint baseColumnNames="user_id" baseTableName="roles" constraintName="fk_role_user"
                    referencedColumnNames="id" referencedTableName="users" onDelete="CASCADE"/>
                <createIndex indexName="roles_by_name" tableName="roles"><column name="name" descending="true"/></createIndex>
              </changeSet>
              <changeSet id="3" author="a">
                <addColumn tableName="users"><column name="email" type="varchar(191)" afterColumn="login"/></addColumn>
                <renameColumn tableName="users" oldColumnName="bio" newColumnName="story" columnDataType="clob"/>
                <modifyDataType tableName="users" columnName="rate" newDataType="decimal(12,4)"/>
                <addNotNullConstraint tableName="users" columnName="balance" columnDataType="decimal(21,2)"/>
                <addUniqueConstraint tableName="users" columnNames="email" constraintName="ux_email"/>
                <sql dbms="mysql,mariadb">alter table users add key by_born (born)</sql>
                <sql dbms="postgresql">create index by_born on users (born)</sql>
              </changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> folders() {
        return Stream.of(TestMysql.MYSQL, TestMysql.MARIADB)
                .flatMap(server -> Stream.of(
                        Arguments.of(server, "golang-migrate", GOLANG, 2, 11),
                        Arguments.of(server, "prisma", PRISMA, 3, 17)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("folders")
    void readsOfAFolderWhatItsReplayMakes(
            TestMysql server, String tool, Map<String, String> files, int tables, int columns) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        try (MysqlDatabase scratch = server.database();
                Connection connection = scratch.direct().getConnection()) {
            Database database = Databases.behind(connection);
            Schema replayed = SchemaSources.replay(folder, scratch.direct()).load(database);

            agree(replayed, SchemaSources.of(folder.toString()), connection, tables, columns);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestMysql.class,
            names = {"MYSQL", "MARIADB"})
    void readsOfAChangelogWhatLiquibaseMakes(TestMysql server) throws Exception {
        Files.writeString(folder.resolve("changelog.xml"), CHANGELOG);
        try (MysqlDatabase updated = server.database();
                Connection connection = updated.direct().getConnection()) {
            update(updated);
            updated.execute("drop table DATABASECHANGELOG, DATABASECHANGELOGLOCK");
            Schema made = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);

            agree(made, SchemaSources.of(folder.resolve("changelog.xml").toString()), connection, 2, 14);
        }
    }

    private void update(MysqlDatabase database) throws Exception {
        try (Connection connection = database.direct().getConnection();
                Liquibase liquibase = new Liquibase(
                        "changelog.xml",
                        new DirectoryResourceAccessor(folder),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update("");
        }
    }

    /** What is read is there, and what is there is read. */
    private static void agree(Schema made, SchemaSource read, Connection connection, int tables, int columns)
            throws Exception {
        DriftReport report = guard(read).check(connection);
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.coverage().tablesChecked()).isEqualTo(tables);
        assertThat(report.coverage().columnsChecked()).isEqualTo(columns);

        Database database = Databases.behind(connection);
        Schema stated =
                read.load(database).toBuilder().searchPath(made.searchPath()).build();
        DriftReport back = guard(named("the server", made)).check(named("the folder", stated), database);
        assertThat(back.findings()).as(back.toText()).isEmpty();
    }

    private static SchemaGuard guard(SchemaSource expected) throws IOException {
        return SchemaGuard.expecting(expected)
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
    }

    private static SchemaSource named(String name, Schema schema) {
        return new SchemaSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Schema load(Database database) throws SchemaSourceException {
                return schema;
            }
        };
    }
}
