package dev.schemaguard.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.Timing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a client reads of a table with a hostile name: what would not be seen is an escape. */
class HostileProblemTest {

    @Test
    void writesNothingRaw() throws IOException {
        Schema expected = Schema.builder()
                .table("\"po\u200bsts\u202e\"", posts -> posts.column("id"))
                .build();
        DriftReport report = new DriftReport(
                List.of("contract"),
                Optional.empty(),
                Policy.DEFAULT.judge(
                        SchemaDiff.between(
                                expected,
                                Schema.builder().build(),
                                Databases.assumed().types(),
                                Set.of(),
                                "app"),
                        "contract",
                        Optional.empty(),
                        LocalDate.EPOCH),
                List.of(),
                Coverage.NOTHING,
                Policy.DEFAULT,
                Timing.ZERO);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ProblemJson.write(new SchemaProblem("drift", "t", "d", Optional.of(report)), "/orders\u200b", true, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("[ -~]+")
                .contains("po\\u200bsts\\u202e", "\"instance\":\"/orders\\u200b\"");
    }
}
