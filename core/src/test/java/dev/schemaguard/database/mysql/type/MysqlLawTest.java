package dev.schemaguard.database.mysql.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Where statements meet something else than on other databases; that it is so is measured by {@code MysqlProofByExecutionTest}. */
class MysqlLawTest {

    private static final Capabilities LABEL_ALONE = new Capabilities(
            Presence.PRESENT,
            Presence.ABSENT,
            true,
            Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.DELETE),
            Map.of("label", Set.of(Privilege.UPDATE)));

    @Test
    void saysThatMariadbRefusesAnUpsertWhoseKeyMayNotBeUpdated() {
        Schema expected = devices(Table.Builder::upserts);

        List<Drift> drifts = between(expected, devices(table -> table.capabilities(LABEL_ALONE)), Product.MARIADB);

        assertThat(drifts).hasSize(1);
        Drift drift = drifts.get(0);
        assertThat(drift.kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
        assertThat(drift.impact().on(StatementKind.UPSERT)).isEqualTo(Effect.FAILS);
        assertThat(drift.impact().on(StatementKind.UPDATE)).isEqualTo(Effect.WORKS);
        assertThat(drift.message())
                .isEqualTo(
                        "every UPSERT on `devices` that names `id` fails: role `app` has UPDATE on other columns only");
    }

    @Test
    void saysNothingOfTheKeyOfAnUpsertWhereMysqlLetsIt() {
        Schema expected = devices(Table.Builder::upserts);

        assertThat(between(expected, devices(table -> table.capabilities(LABEL_ALONE)), Product.MYSQL))
                .isEmpty();
    }

    @Test
    void saysNothingOfTheKeyOfAnUpsertThatIsNeverSent() {
        Schema expected = devices(Table.Builder::readOnly);

        assertThat(between(expected, devices(table -> table.capabilities(LABEL_ALONE)), Product.MARIADB))
                .isEmpty();
    }

    @Test
    void saysThatAValueIsIgnoredWhereASessionOfMariadbIsNotStrict() {
        Schema expected = notes("", Generation.NONE);

        Drift ignored = only(between(expected, notes("", computed()), Product.MARIADB));

        assertThat(ignored.impact().on(StatementKind.INSERT)).isEqualTo(Effect.DEGRADED);
        assertThat(ignored.message())
                .isEqualTo("a value written to `notes.text` is ignored: the database computes the column");
        assertThat(severity(ignored)).isEqualTo(Severity.RISKY);
    }

    @Test
    void saysThatAValueIsRefusedInAStrictSessionAndByMysql() {
        Schema strict = notes("STRICT_TRANS_TABLES", Generation.NONE);

        for (List<Drift> drifts : List.of(
                between(strict, notes("STRICT_TRANS_TABLES", computed()), Product.MARIADB),
                between(notes("", Generation.NONE), notes("", computed()), Product.MYSQL))) {
            assertThat(only(drifts).impact().on(StatementKind.INSERT)).isEqualTo(Effect.FAILS);
            assertThat(severity(only(drifts))).isEqualTo(Severity.BREAKING);
        }
    }

    private static List<Drift> between(Schema expected, Schema live, Product product) {
        return SchemaDiff.between(expected, live, new MysqlTypeRules(product), Set.of(), "app");
    }

    private static Drift only(List<Drift> drifts) {
        assertThat(drifts).hasSize(1);
        return drifts.get(0);
    }

    private static Severity severity(Drift drift) {
        return Policy.failOn(Severity.BREAKING)
                .judge(List.of(drift), "release", Optional.empty(), LocalDate.EPOCH)
                .get(0)
                .severity();
    }

    private static Schema devices(Consumer<Table.Builder> more) {
        return Schema.builder()
                .table("devices", table -> {
                    table.column("id", "char(36)")
                            .column("label", "varchar(30)")
                            .primaryKey("id");
                    more.accept(table);
                })
                .build();
    }

    private static Schema notes(String mode, Generation generation) {
        return Schema.builder()
                .table(
                        "notes",
                        table -> table.inserts()
                                .column(
                                        "text",
                                        "varchar(200)",
                                        column -> column.generation(generation).written(Use.ALWAYS)))
                .setting("sql_mode", mode)
                .build();
    }

    private static Generation computed() {
        return new Generation.Stored(SqlText.of("'x'"));
    }
}
