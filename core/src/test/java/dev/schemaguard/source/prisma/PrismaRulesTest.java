package dev.schemaguard.source.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a schema of Prisma means for the client, held against a PostgreSQL that differs from it. */
class PrismaRulesTest {

    private static final String DATASOURCE = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void namesEachTableAndColumnThatTheLastPushWouldHaveMade() throws IOException {
        DriftReport report = check("""
                model Business {
                  id    Int    @id @default(autoincrement())
                  name  String
                  posts Post[]
                  @@map("businesses")
                }
                model Post {
                  id         Int       @id @default(autoincrement())
                  title      String
                  quality    Json?
                  business   Business  @relation(fields: [businessId], references: [id])
                  businessId Int       @map("business_id")
                  jobs       ReelJob[]
                  @@map("posts")
                }
                model ReelJob {
                  id     String @id @default(cuid())
                  post   Post   @relation(fields: [postId], references: [id])
                  postId Int
                }""", TestPostgres.freshDatabase("""
                create table businesses (id serial primary key, name text not null);
                create table posts (id serial primary key, title text not null,
                  business_id integer not null references businesses on update cascade)"""));

        assertThat(found(report))
                .containsExactly("breaking missing-table:ReelJob", "breaking missing-column:posts.quality");
        assertThat(report.findings().get(1).drift().origin().toString()).endsWith("schema.prisma:14");
    }

    @Test
    void leavesToTheClientWhatTheClientGives() throws IOException {
        String model = """
                model A {
                  id      String   @id @default(uuid())
                  made    DateTime @default(now())
                  changed DateTime @updatedAt
                  kind    String   @default("plain")
                  number  Int      @default(autoincrement())
                  token   String   @default(dbgenerated("md5('x')"))
                }""";

        assertThat(found(check(model, TestPostgres.freshDatabase("""
                create table "A" (id text primary key, made timestamp(3) not null, changed timestamp(3) not null,
                  kind text not null default 'plain', number serial not null, token text not null default md5('x'))""")))).isEmpty();
        assertThat(found(check(model, TestPostgres.freshDatabase("""
                create table "A" (id text primary key, made timestamp(3) not null default now(),
                  changed timestamp(3) not null, kind text not null default 'other', number integer not null,
                  token text not null)"""))))
                .containsExactly("breaking identity-missing:A.number", "risky default-missing:A.token");
    }

    @Test
    void expectsNothingOfWhatTheClientIgnores() throws IOException {
        String model = """
                model A {
                  id  Int     @id
                  old String  @ignore
                  tag String? @ignore
                  @@index([old])
                  @@unique([id, old])
                }
                model Gone {
                  id Int @id
                  @@ignore
                }""";

        assertThat(found(check(model, TestPostgres.freshDatabase("create table \"A\" (id integer primary key)"))))
                .isEmpty();
        assertThat(found(check(
                        model,
                        TestPostgres.freshDatabase("create table \"A\" (id integer primary key, old text not null)"))))
                .as("the client makes no rows of a model whose required column it ignores")
                .isEmpty();
        assertThat(found(check(
                        "model A {\n  id Int @id\n}",
                        TestPostgres.freshDatabase("create table \"A\" (id integer primary key, old text not null)"))))
                .containsExactly("breaking extra-required-column:A.old");
    }

    @Test
    void takesEitherKeyOfATableBehindTwoLists() throws IOException {
        String models = """
                model Post {
                  id   Int   @id
                  tags Tag[]
                }
                model Tag {
                  id    String @id @db.Uuid
                  posts Post[]
                }""";
        String tables = "create table \"Post\" (id integer primary key); create table \"Tag\" (id uuid primary key);"
                + " create table \"_PostToTag\" (\"A\" integer not null references \"Post\","
                + " \"B\" uuid not null references \"Tag\"";
        String index = "); create index on \"_PostToTag\" (\"B\")";

        assertThat(found(check(models, TestPostgres.freshDatabase(tables + ", primary key (\"A\", \"B\")" + index))))
                .isEmpty();
        assertThat(found(check(models, TestPostgres.freshDatabase(tables + ", unique (\"A\", \"B\")" + index))))
                .isEmpty();
        assertThat(found(check(models, TestPostgres.freshDatabase(tables + index))))
                .containsExactly("advisory missing-unique:_PostToTag(A, B)");
        assertThat(found(check(
                        models,
                        TestPostgres.freshDatabase(
                                "create table \"Post\" (id integer primary key)",
                                "create table \"Tag\" (id uuid primary key)"))))
                .containsExactly("breaking missing-table:_PostToTag");
    }

    @Test
    void findsNothingInWhatPrismaCannotSay() throws IOException {
        assertThat(found(check("""
                model A {
                  id    Int     @id
                  email String? @unique
                  about String
                }""", TestPostgres.freshDatabase("""
                create table other (id integer primary key);
                create table "A" (id integer primary key references other, email text unique deferrable, about text not null,
                  computed text generated always as (lower(about)) stored, added timestamptz not null default now(),
                  check (length(about) > 3));
                create unique index on "A" (lower(about)) where email is not null;
                create index on "A" using gin (to_tsvector('simple', about))"""))))
                .as("the key that may be deferred holds values apart, too")
                .isEmpty();
    }

    @Test
    void expectsNoForeignKeysWhereTheClientTakesTheirPlace() throws IOException {
        String models = """
                model A {
                  id Int @id
                  bs B[]
                }
                model B {
                  id  Int @id
                  a   A   @relation(fields: [aId], references: [id])
                  aId Int
                }""";
        DataSource database = TestPostgres.freshDatabase(
                "create table \"A\" (id integer primary key)",
                "create table \"B\" (id integer primary key, \"aId\" integer not null)");

        assertThat(found(check(models, database))).containsExactly("advisory missing-foreign-key:B(aId)");
        assertThat(found(run(
                        "datasource db {\n  provider = \"postgresql\"\n  relationMode = \"prisma\"\n}\n" + models,
                        database)))
                .isEmpty();
    }

    @Test
    void readsViewsWithoutAskingWhetherTheyTakeRows() throws IOException {
        String view = """
                view Totals {
                  id    Int    @unique
                  total BigInt
                  label String?
                  @@map("totals")
                }""";

        assertThat(
                        found(
                                check(
                                        view,
                                        TestPostgres.freshDatabase(
                                                "create view totals as select 1 as id, count(*) as total, 'x'::varchar(3) as label from pg_class"))))
                .isEmpty();
        assertThat(found(check(
                        view, TestPostgres.freshDatabase("create view totals as select 1 as id, 'x'::text as label"))))
                .containsExactly("breaking missing-column:totals.total");
    }

    @Test
    void comparesTheLabelsThatTheDatabaseHas() throws IOException {
        assertThat(found(check("""
                enum Role {
                  ADMIN  @map("admin")
                  AUTHOR
                  @@map("user_role")
                }
                model A {
                  id    Int    @id
                  role  Role   @default(ADMIN)
                  roles Role[]
                }""", TestPostgres.freshDatabase("""
                create type user_role as enum ('admin', 'reader');
                create table "A" (id integer primary key, role user_role not null default 'admin', roles user_role[])"""))))
                .containsExactly(
                        "risky enum-label-missing:user_role.AUTHOR", "advisory enum-label-extra:user_role.reader");
    }

    @Test
    void callsNativeTypesByTheNameOfTheDatasource() throws IOException {
        DataSource database =
                TestPostgres.freshDatabase("create table \"A\" (id uuid primary key, name varchar(20) not null)");

        assertThat(found(run("""
                datasource pg {
                  provider = "postgres"
                }
                model A {
                  id   String @id @pg.Uuid
                  name String @pg.VarChar(40)
                }""", database))).containsExactly("risky type-narrower:A.name");
    }

    @Test
    void saysWhereItDoesNotUnderstandAndFindsNothingThere() throws IOException {
        DriftReport report = check(
                """
                model A {
                  id   Int    @id
                  name String @encrypted
                  size Int    @db.Huge
                  hash String @default(blake3())
                }
                model B {
                  id Int @id
                  @@partitioned(by: [id])
                }
                policy Admins {
                  anything at = [all]
                }""",
                TestPostgres.freshDatabase(
                        "create table \"A\" (id integer primary key, name bytea, size text, hash text not null)"));

        assertThat(report.findings()).isEmpty();
        assertThat(reasons(report))
                .containsExactly(folder
                        + "/schema.prisma holds 5 places that are not understood; expect a snapshot of a database"
                        + " that 'prisma db push' made of it (schema-guard snapshot --url JDBC-URL --out schema.json)");
        assertThat(report.coverage().notReadable())
                .map(gap -> gap.origin().line() + " " + gap.reason())
                .containsExactlyInAnyOrder(
                        "7 what '@encrypted' says is not known",
                        "8 the type of field 'size' is not known for this provider",
                        "9 the default of field 'hash' is not known",
                        "13 what '@@partitioned' says of B is not known",
                        "15 what a block 'policy' says is not known");
    }

    @Test
    void saysThatItIsForAnotherKindOfDatabase() throws IOException {
        assertThat(reasons(run("datasource db {\n  provider = \"mysql\"\n}\n", TestPostgres.freshDatabase())))
                .singleElement()
                .asString()
                .endsWith(
                        "schema.prisma:1: is a schema for 'mariadb' or 'mysql', but the database is 'postgresql'; connect to"
                                + " one of that kind, or name the schema that is for this one");
        assertThat(reasons(run("datasource db {\n  provider = \"mongodb\"\n}\n", TestPostgres.freshDatabase())))
                .singleElement()
                .asString()
                .contains("is for provider 'mongodb', of which schemas are not read");
    }

    private DriftReport check(String models, DataSource database) throws IOException {
        return run(DATASOURCE + models, database);
    }

    private DriftReport run(String schema, DataSource database) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.prisma"), schema);
        return SchemaGuard.expecting(SchemaSources.of(file.toString())).build().check(database);
    }

    static List<String> found(DriftReport report) {
        assertThat(report.unverified()).isEmpty();
        return report.findings().stream()
                .map(finding -> finding.severity().id() + " " + finding.id())
                .toList();
    }

    static List<String> reasons(DriftReport report) {
        return report.unverified().stream().map(Unverified::reason).toList();
    }
}
