package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where one expectation names several schemas, a finding says in which of them it is. */
class SeveralSchemasTest {

    private static final Schema LIVE = Databases.assumed()
            .dialect()
            .spell(Schema.builder()
                    .searchPath(List.of("public"))
                    .table("public.products", SeveralSchemasTest::unpriced)
                    .table("catalog.products", SeveralSchemasTest::unpriced)
                    .table("orders.products", SeveralSchemasTest::unpriced)
                    .build());

    private static void priced(Table.Builder table) {
        table.column("id", "bigint").column("price", "numeric");
    }

    private static void unpriced(Table.Builder table) {
        table.column("id", "bigint");
    }

    private static List<Finding> findings(Policy policy, Schema.Builder expected, Set<String> empty) {
        Schema spelled = Databases.assumed().dialect().spell(expected.build());
        return policy.judge(
                SchemaDiff.between(spelled, LIVE, Databases.assumed().types(), empty, "app"),
                spelled,
                "db/migration",
                Optional.empty(),
                EveryKind.TODAY);
    }

    private static Schema.Builder two() {
        return Schema.builder()
                .table("catalog.products", SeveralSchemasTest::priced)
                .table("orders.products", SeveralSchemasTest::priced);
    }

    @Test
    void acceptingAFindingOfOneSchemaAcceptsNoneOfAnother() {
        Policy policy = Policy.DEFAULT.baseline(
                Baseline.NONE.accepting("missing-column:catalog.products.price", "sold by hand"));

        List<Finding> findings = findings(policy, two(), Set.of());

        assertThat(findings)
                .extracting(Finding::id)
                .containsExactly("missing-column:catalog.products.price", "missing-column:orders.products.price");
        assertThat(findings)
                .extracting(finding -> finding.accepted().isPresent())
                .containsExactly(true, false);
        assertThat(policy.verdict(findings, List.of())).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void namesNoSchemaWhereTheExpectationKnowsOneOnly() {
        assertThat(findings(
                        Policy.DEFAULT,
                        Schema.builder().table("catalog.products", SeveralSchemasTest::priced),
                        Set.of()))
                .extracting(Finding::id)
                .containsExactly("missing-column:products.price");
        assertThat(findings(Policy.DEFAULT, Schema.builder().table("products", SeveralSchemasTest::priced), Set.of()))
                .extracting(Finding::id)
                .containsExactly("missing-column:products.price");
    }

    @Test
    void leavesWhatIsLookedForOnTheSearchPathWithoutOne() {
        assertThat(findings(Policy.DEFAULT, two().table("products", SeveralSchemasTest::priced), Set.of()))
                .extracting(Finding::id)
                .containsExactly(
                        "missing-column:catalog.products.price",
                        "missing-column:orders.products.price",
                        "missing-column:products.price");
    }

    @Test
    void tellsEmptySchemasAndSequencesApart() {
        Sequence tickets = new Sequence(
                ObjectName.of("orders", "tickets"), Sequence.Role.GENERATOR, OptionalLong.empty(), Origin.NONE);
        assertThat(findings(Policy.DEFAULT, two().sequence(tickets), Set.of()))
                .extracting(Finding::id)
                .contains("missing-sequence:orders.tickets");
        assertThat(findings(Policy.DEFAULT, two().table("stock.shelves", SeveralSchemasTest::priced), Set.of("stock")))
                .extracting(Finding::id)
                .contains("empty-schema:stock");
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class)
    void isSaidInEveryForm(ReportFormat format) {
        List<Finding> findings = findings(Policy.DEFAULT, two(), Set.of());

        assertThat(EveryKind.report(Policy.DEFAULT, findings).to(format))
                .contains("catalog.products")
                .contains("orders.products");
    }
}
