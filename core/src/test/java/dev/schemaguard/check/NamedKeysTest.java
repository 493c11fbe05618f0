package dev.schemaguard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.StatementSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upserts that name a key by its name ({@code ON CONFLICT ON CONSTRAINT}), which is no mere label to them. */
class NamedKeysTest {

    private static final String PUT =
            "INSERT INTO posts (slug) VALUES ('a') ON CONFLICT ON CONSTRAINT posts_slug_key DO NOTHING";

    private static final Schema EXPECTED = Schema.builder()
            .table("posts", table -> table.column("slug", "text").unique("slug"))
            .build();

    @TempDir
    private Path folder;

    @Test
    void breaksTheUpsertWhereTheKeyHasAnotherName() throws IOException {
        DataSource database =
                TestPostgres.freshDatabase("create table posts (slug text, constraint posts_by_slug unique (slug))");
        assertThatThrownBy(() -> TestPostgres.execute(database, PUT)).hasMessageContaining("posts_slug_key");

        DriftReport report =
                SchemaGuard.expecting(EXPECTED).statements(release()).build().check(database);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("missing-unique:posts(posts_slug_key)");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
            assertThat(finding.drift().actual()).hasValue("posts_by_slug: unique (slug)");
            assertThat(finding.drift().message()).contains("no key of the table has that name");
            assertThat(finding.breaks())
                    .containsExactly(new Broken(Origin.of(file().toString(), 1), StatementKind.UPSERT, Effect.FAILS));
        });
    }

    @Test
    void breaksTheUpsertOfTheRunningReleaseWhereAMigrationRenamesTheKey() throws IOException {
        Path migration = Files.writeString(folder.resolve("V2__rename.sql"), """
                        CREATE TABLE posts (slug text UNIQUE);
                        ALTER TABLE posts RENAME CONSTRAINT posts_slug_key TO posts_by_slug;
                        """);

        DriftReport report = SchemaGuard.expecting()
                .statements(release())
                .build()
                .check(SchemaSources.of(migration.toString()), Databases.assumed());

        assertThat(report.findings())
                .extracting(finding -> finding.id())
                .containsExactly("missing-unique:posts(posts_slug_key)");
    }

    @Test
    void isSilentWhereAKeyHasTheName() throws IOException {
        DataSource database = TestPostgres.freshDatabase("create table posts (slug text unique)");
        TestPostgres.execute(database, PUT);

        assertThat(SchemaGuard.expecting(EXPECTED)
                        .statements(release())
                        .build()
                        .check(database)
                        .verdict())
                .isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void isSilentWhereAnExclusionHasTheName() throws IOException {
        DataSource database = TestPostgres.freshDatabase(
                "create table posts (slug text, constraint posts_slug_key exclude using btree (slug with =))");
        TestPostgres.execute(database, PUT);

        assertThat(SchemaGuard.expecting()
                        .statements(release())
                        .build()
                        .check(database)
                        .verdict())
                .isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void isSilentOnKeysThatNoStatementNames() throws IOException {
        DataSource database = TestPostgres.freshDatabase("create table posts (slug text unique, code text unique)");
        TestPostgres.execute(database, PUT);

        assertThat(SchemaGuard.expecting()
                        .statements(release())
                        .build()
                        .check(database)
                        .findings())
                .isEmpty();
    }

    private StatementSource release() throws IOException {
        return SchemaSources.statements(Files.writeString(file(), PUT + ";\n").toString());
    }

    private Path file() {
        return folder.resolve("release.sql");
    }
}
