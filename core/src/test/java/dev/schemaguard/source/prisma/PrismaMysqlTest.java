package dev.schemaguard.source.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema of Prisma for MySQL and MariaDB, and the tables that Prisma's migrations make of it there. */
@Tag("databases")
class PrismaMysqlTest {

    private static final String SCHEMA = """
            datasource db {
              provider = "mysql"
              url      = env("DATABASE_URL")
            }
            enum Kind {
              OPEN
              CLOSED @map("closed now")
            }
            model User {
              id      Int       @id @default(autoincrement())
              email   String    @unique
              about   String?   @db.Text
              active  Boolean   @default(true)
              flag    Boolean   @default(false) @db.TinyInt
              bit     Boolean   @db.Bit(1)
              score   Float     @default(1.5)
              price   Decimal   @default(0)
              exact   Decimal   @db.Decimal(10, 2)
              made    DateTime  @default(now())
              day     DateTime? @db.Date
              at      DateTime? @default(now()) @db.Timestamp(0)
              data    Json?
              photo   Bytes?
              key     Bytes     @db.Binary(16)
              big     BigInt    @default(0)
              small   Int       @default(-3) @db.SmallInt
              year    Int?      @db.Year
              count   Int       @default(0) @db.UnsignedInt
              kind    Kind      @default(OPEN)
              quoted  String    @default("it's")
              posts   Post[]
              @@index([made(sort: Desc), email])
              @@index([about(length: 20)])
              @@fulltext([about])
            }
            model Post {
              id     String @id @default(cuid())
              user   User?  @relation(fields: [userId], references: [id])
              userId Int?   @map("user_id")
              tags   Tag[]
              @@unique([id, userId], map: "both")
              @@map("posts")
            }
            model Tag {
              id    Int    @id
              posts Post[]
            }
            """;

    private static final String[] TABLES = {
        """
            CREATE TABLE `User` (`id` INTEGER NOT NULL AUTO_INCREMENT, `email` VARCHAR(191) NOT NULL, `about` TEXT NULL,
              `active` BOOLEAN NOT NULL DEFAULT true, `flag` BOOLEAN NOT NULL DEFAULT false, `bit` BIT(1) NOT NULL,
              `score` DOUBLE NOT NULL DEFAULT 1.5, `price` DECIMAL(65, 30) NOT NULL DEFAULT 0, `exact` DECIMAL(10, 2) NOT NULL,
              `made` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), `day` DATE NULL,
              `at` TIMESTAMP(0) NULL DEFAULT CURRENT_TIMESTAMP(0), `data` JSON NULL, `photo` LONGBLOB NULL,
              `key` BINARY(16) NOT NULL, `big` BIGINT NOT NULL DEFAULT 0, `small` SMALLINT NOT NULL DEFAULT -3, `year` YEAR NULL,
              `count` INTEGER UNSIGNED NOT NULL DEFAULT 0, `kind` ENUM('OPEN', 'closed now') NOT NULL DEFAULT 'OPEN',
              `quoted` VARCHAR(191) NOT NULL DEFAULT 'it''s',
              UNIQUE INDEX `User_email_key`(`email`), INDEX `User_made_email_idx`(`made` DESC, `email`),
              INDEX `User_about_idx`(`about`(20)), FULLTEXT INDEX `User_about_idx2`(`about`), PRIMARY KEY (`id`))
              DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci""",
        """
            CREATE TABLE `posts` (`id` VARCHAR(191) NOT NULL, `user_id` INTEGER NULL,
              UNIQUE INDEX `both`(`id`, `user_id`), PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci""",
        "CREATE TABLE `Tag` (`id` INTEGER NOT NULL, PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4",
        """
            CREATE TABLE `_PostToTag` (`A` VARCHAR(191) NOT NULL, `B` INTEGER NOT NULL,
              UNIQUE INDEX `_PostToTag_AB_unique`(`A`, `B`), INDEX `_PostToTag_B_index`(`B`))
              DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci""",
        "ALTER TABLE `posts` ADD CONSTRAINT `posts_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `User`(`id`) ON DELETE SET"
                + " NULL ON UPDATE CASCADE",
        "ALTER TABLE `_PostToTag` ADD CONSTRAINT `_PostToTag_A_fkey` FOREIGN KEY (`A`) REFERENCES `posts`(`id`) ON DELETE CASCADE"
                + " ON UPDATE CASCADE",
        "ALTER TABLE `_PostToTag` ADD CONSTRAINT `_PostToTag_B_fkey` FOREIGN KEY (`B`) REFERENCES `Tag`(`id`) ON DELETE CASCADE"
                + " ON UPDATE CASCADE"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void expectsWhatTheMigrationsMake(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database(TABLES)) {
            DriftReport report = check(database);

            assertThat(report.findings()).as(report.toText()).isEmpty();
            assertThat(PrismaRulesTest.reasons(report)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void namesWhatIsNotThereAnyMore(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database(TABLES)) {
            database.execute("ALTER TABLE `User` DROP COLUMN `day`");
            database.execute("ALTER TABLE `User` MODIFY `kind` ENUM('OPEN') NOT NULL DEFAULT 'OPEN'");
            database.execute("ALTER TABLE `User` MODIFY `email` VARCHAR(100) NOT NULL");
            database.execute(
                    "ALTER TABLE `User` MODIFY `about` INTEGER NULL, DROP INDEX `User_about_idx`, DROP INDEX `User_about_idx2`");

            // Some of the servers keep names of tables in lower case.
            assertThat(PrismaRulesTest.found(check(database)))
                    .map(finding -> finding.toLowerCase(Locale.ROOT))
                    .contains(
                            "breaking missing-column:user.day",
                            "risky enum-label-missing:user.kind(closed now)",
                            "risky type-narrower:user.email");
        }
    }

    private DriftReport check(MysqlDatabase database) throws Exception {
        Path file = Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
        return SchemaGuard.expecting(SchemaSources.of(file.toString()))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build()
                .check(database.direct());
    }
}
