package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.statements.StatementFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Where a key that is expected is missing and another holds its columns unique in its own way, only what is true is said. */
class KeysHeldOtherwiseTest {

    private static final Schema RELEASE = expecting(TableUse.UNSTATED);

    private static Schema expecting(TableUse use) {
        return Schema.builder()
                .table(
                        "users",
                        table -> table.column("id")
                                .column("mail")
                                .primaryKey("id")
                                .unique("mail")
                                .use(use))
                .build();
    }

    private static DriftReport check(Schema expected, DataSource database, String... statements) {
        SchemaGuard.Builder guard = SchemaGuard.expecting(expected).policy(Policy.failOn(Severity.ADVISORY));
        if (statements.length > 0) {
            guard.statements(new StatementFile(SourceText.text("release.sql", String.join(";\n", statements)), false));
        }
        return guard.build().check(database);
    }

    @Test
    void saysOfADeferrableKeyThatUpsertsFailAndNotThatDuplicatesPass() {
        DataSource database =
                TestPostgres.freshDatabase("create table users (id int primary key, mail text unique deferrable)");

        assertThat(check(RELEASE, database).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.RISKY);
            assertThat(finding.drift().message())
                    .isEqualTo(
                            "an upsert on `users` (mail) would fail, if the release sends one: the key that holds these"
                                    + " columns unique is deferrable, and upserts need one that is not");
            assertThat(finding.drift().impact().on(StatementKind.INSERT).name()).isEqualTo("WORKS");
        });
    }

    @Test
    void saysNothingOfADeferrableKeyToWhoNeverUpserts() {
        DataSource database =
                TestPostgres.freshDatabase("create table users (id int primary key, mail text unique deferrable)");

        assertThat(check(expecting(TableUse.UNSTATED.with(StatementKind.UPSERT, Use.NEVER)), database)
                        .findings())
                .isEmpty();
    }

    /** An upsert that names no key means each of them, and the server refuses it where one is deferrable. */
    @Test
    void namesTheStatementsThatADeferrableKeyBreaks() {
        DataSource database =
                TestPostgres.freshDatabase("create table users (id int primary key, mail text unique deferrable)");
        String anyKey = "insert into users (id, mail) values (1, 'a') on conflict do nothing";
        String itsKey = "insert into users (id, mail) values (1, 'a') on conflict (mail) do nothing";
        String otherKey = "insert into users (id, mail) values (1, 'a') on conflict (id) do nothing";

        DriftReport report = check(RELEASE, database, anyKey, itsKey, otherKey);

        assertThatThrownBy(() -> TestPostgres.execute(database, anyKey)).hasMessageContaining("deferrable");
        assertThatThrownBy(() -> TestPostgres.execute(database, itsKey)).hasMessageContaining("deferrable");
        assertThatCode(() -> TestPostgres.execute(database, otherKey)).doesNotThrowAnyException();
        assertThat(report.findings())
                .filteredOn(finding -> finding.drift().kind().id().equals("missing-unique"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
                    assertThat(finding.breaks())
                            .extracting(broken -> broken.origin().toString())
                            .containsExactly("release.sql:1", "release.sql:2");
                });
    }

    @Test
    void saysOfAKeyThatTellsNullsApartThatRowsWithNullsPass() throws Exception {
        Schema expected = SchemaCapture.capture(
                TestPostgres.freshDatabase(
                        "create table users (id int primary key, mail text)",
                        "create unique index on users (mail) nulls not distinct"),
                InspectionScope.EVERYTHING);
        DataSource database = TestPostgres.freshDatabase("create table users (id int primary key, mail text unique)");

        assertThat(check(expected, database).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.drift().message())
                    .isEqualTo(
                            "rows that are alike but for nulls pass in `users` (mail): its key takes each null for another"
                                    + " value");
            assertThat(finding.drift().impact().on(StatementKind.UPSERT).name()).isEqualTo("DEGRADED");
        });
    }
}
