package dev.schemaguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The law of severity: one row of its table a test. */
class SeverityRulesTest {

    @Test
    void missingColumnBreaksEvenWhereNothingIsSaidAboutUse() {
        assertThat(severity(t -> t.column("quality", "jsonb"), t -> t.column("id", "bigint")))
                .contains(Severity.BREAKING);
    }

    @Test
    void differentTypeBreaks() {
        assertThat(severity(t -> t.column("flag", "boolean"), t -> t.column("flag", "integer")))
                .contains(Severity.BREAKING);
    }

    @Test
    void lossyTypeIsRisky() {
        assertThat(severity(t -> t.column("body", "jsonb"), t -> t.column("body", "json")))
                .contains(Severity.RISKY);
    }

    @Test
    void narrowerTypeIsRiskyUnlessTheReleaseOnlyReads() {
        assertThat(severity(t -> t.column("a", "varchar(255)"), t -> t.column("a", "varchar(20)")))
                .contains(Severity.RISKY);
        assertThat(severity(t -> t.column("a", "varchar(255)").readOnly(), t -> t.column("a", "varchar(20)")))
                .isEmpty();
    }

    @Test
    void widerIntegerIsAdvisory() {
        assertThat(severity(t -> t.column("a", "integer"), t -> t.column("a", "bigint")))
                .contains(Severity.ADVISORY);
    }

    @Test
    void extraRequiredColumnBreaksUnlessTheReleaseOnlyReads() {
        Consumer<Table.Builder> live = t -> t.column("id", "bigint")
                .column(
                        "slug",
                        "text",
                        c -> c.notNull()
                                .columnDefault(ColumnDefault.NONE)
                                .identity(Identity.NONE)
                                .generation(Generation.NONE));
        assertThat(severity(t -> t.allColumns().column("id", "bigint"), live)).contains(Severity.BREAKING);
        assertThat(severity(t -> t.allColumns().column("id", "bigint").readOnly(), live))
                .isEmpty();
    }

    @Test
    void notNullAddedIsRiskyAndMissingAdvisory() {
        Consumer<Table.Builder> nullable = t -> t.column("a", "text", Column.Builder::nullable);
        Consumer<Table.Builder> notNull = t -> t.column("a", "text", Column.Builder::notNull);
        assertThat(severity(nullable, notNull)).contains(Severity.RISKY);
        assertThat(severity(notNull, nullable)).contains(Severity.ADVISORY);
    }

    @Test
    void missingDefaultIsRiskyOnARequiredColumnOnly() {
        Consumer<Table.Builder> expected = t -> t.column("a", "text", c -> c.columnDefault("'x'"));
        assertThat(severity(
                        expected, t -> t.column("a", "text", c -> c.notNull().columnDefault(ColumnDefault.NONE))))
                .contains(Severity.RISKY);
        assertThat(severity(
                        expected, t -> t.column("a", "text", c -> c.nullable().columnDefault(ColumnDefault.NONE))))
                .contains(Severity.ADVISORY);
        assertThat(severity(expected, t -> t.column("a", "text", c -> c.columnDefault("'y'"))))
                .contains(Severity.ADVISORY);
    }

    @Test
    void missingIdentityBreaks() {
        assertThat(severity(
                        t -> t.column("id", "bigint", c -> c.identity(Identity.SERIAL)),
                        t -> t.column("id", "bigint", c -> c.identity(Identity.NONE))))
                .contains(Severity.BREAKING);
    }

    @Test
    void computedColumnBreaksOnlyAReleaseThatIsKnownToWriteIt() {
        Consumer<Table.Builder> live = t -> t.column("a", "text", c -> c.generation(new Generation.Stored("b")));
        assertThat(severity(t -> t.column("a", "text", c -> c.generation(Generation.NONE)), live))
                .contains(Severity.ADVISORY);
        assertThat(severity(
                        t -> t.inserts()
                                .column(
                                        "a",
                                        "text",
                                        c -> c.generation(Generation.NONE).written(Use.ALWAYS)),
                        live))
                .contains(Severity.BREAKING);
    }

    @Test
    void missingKeyFollowsWhatIsSaidAboutUpserts() {
        Consumer<Table.Builder> live = t -> t.column("id", "bigint");
        assertThat(severity(t -> t.column("id").primaryKey("id").upserts(), live))
                .contains(Severity.BREAKING);
        assertThat(severity(t -> t.column("id").primaryKey("id"), live)).contains(Severity.RISKY);
        assertThat(severity(
                        t -> t.column("id")
                                .primaryKey("id")
                                .use(TableUse.UNSTATED.with(StatementKind.UPSERT, Use.NEVER)),
                        live))
                .contains(Severity.ADVISORY);
    }

    private static Optional<Severity> severity(Consumer<Table.Builder> expected, Consumer<Table.Builder> live) {
        List<Drift> drifts = SchemaDiff.between(
                schema(expected), schema(live), Databases.assumed().types(), Set.of(), "app");
        assertThat(drifts).hasSize(1);
        return SeverityRules.severity(drifts.get(0));
    }

    private static Schema schema(Consumer<Table.Builder> posts) {
        return Databases.assumed()
                .dialect()
                .spell(Schema.builder().table("posts", posts).build());
    }
}
