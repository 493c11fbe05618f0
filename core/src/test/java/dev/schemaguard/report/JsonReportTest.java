package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.drift.Kind;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema describes all that a report says, for every kind, and nothing else. */
class JsonReportTest {

    private static final String FILE = "/dev/schemaguard/report-v1.schema.json";

    @Test
    void everyKindIsInTheReportThatTheSchemaIsHeldAgainst() {
        assertThat(EveryKind.findings())
                .extracting(finding -> finding.drift().kind())
                .contains(Kind.values());
    }

    @Test
    void theSchemaDescribesAllThatIsWrittenAndNothingElse() {
        PublishedSchema schema = new PublishedSchema(FILE);

        schema.check(json(EveryKind.report()));
        schema.check(json(EveryKind.report()
                .with(new MigrationFindings(
                        List.of("db/migration"), EveryKind.report().findings()))));
        schema.check(overManySchemas());

        assertThat(schema.seen()).containsExactlyInAnyOrderElementsOf(schema.described());
    }

    @Test
    void theSchemaHoldsWhereNothingCouldBeLookedAtOrSomethingStoodInForADatabase() {
        PublishedSchema schema = new PublishedSchema(FILE);
        Unverified down = new Unverified(Unverified.Code.UNREACHABLE, "nobody there");

        schema.check(json(new DriftReport(
                List.of(), Optional.empty(), List.of(), List.of(down), Coverage.NOTHING, Policy.DEFAULT, Timing.ZERO)));
        JsonNode standIn = json(new DriftReport(
                List.of("a.json"),
                Optional.empty(),
                Optional.of("b.json"),
                List.of(),
                List.of(),
                Coverage.NOTHING,
                Policy.DEFAULT,
                Timing.ZERO,
                List.of()));
        schema.check(standIn);

        assertThat(standIn.get("lookedAt").asString()).isEqualTo("b.json");
        assertThat(standIn.get("database").isNull()).isTrue();
    }

    @Test
    void theSchemaNamesEveryKindAndCode() {
        PublishedSchema schema = new PublishedSchema(FILE);

        assertThat(schema.examples("/$defs/finding/properties/kind").valueStream())
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::id).toList());
        assertThat(schema.examples("/properties/unverified/items/properties/code")
                        .valueStream())
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(Arrays.stream(Unverified.Code.values())
                        .map(Unverified.Code::id)
                        .toList());
    }

    @Test
    void twoRunsDifferOnlyInHowLongTheyTook() {
        DriftReport first = EveryKind.report();
        DriftReport second = new DriftReport(
                first.expectations(),
                first.database(),
                first.findings(),
                first.unverified(),
                first.coverage(),
                first.policy(),
                new Timing(Duration.ofMillis(1), Duration.ofMillis(2)));

        assertThat(second.toJson()).isNotEqualTo(first.toJson());
        assertThat(withoutTook(second)).isEqualTo(withoutTook(first));
    }

    private static String withoutTook(DriftReport report) {
        return report.toJson().replaceFirst("\"took\":\\{[^}]*}", "");
    }

    private static JsonNode json(DriftReport report) {
        return JsonMapper.shared().readTree(report.toJson());
    }

    private static JsonNode overManySchemas() {
        return json(new DriftReport(
                List.of("a.json"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Coverage.NOTHING,
                Policy.DEFAULT,
                Timing.ZERO,
                List.of(
                        new SchemaResult("tenant_1", Verdict.CONFORMS, List.of()),
                        new SchemaResult("tenant_2", Verdict.DRIFTED, List.of("missing-column:posts.quality")))));
    }
}
