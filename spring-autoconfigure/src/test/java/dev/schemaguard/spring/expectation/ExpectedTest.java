package dev.schemaguard.spring.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExpectedTest {

    private final TestDatabase database = TestPostgres.database("create table note (id bigint)");

    /** Nobody meant it to be read, so nobody is to be kept from starting by it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void excusesAnUnreadableFileOfStatementsUnlessItWasNamed(boolean named) {
        Expected expected = mapping("id", named);

        DriftReport report = report(expected);

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(expected.excuses(report)).isEqualTo(!named);
    }

    @Test
    void excusesNoDriftBesideAnUnreadableFileOfStatements() {
        Expected expected = mapping("title", false);

        assertThat(expected.excuses(report(expected))).isFalse();
    }

    private static Expected mapping(String column, boolean statementsNamed) {
        Schema mapping =
                Schema.builder().table("note", note -> note.column(column)).build();
        return Expected.foundMapping(SchemaSource.of(mapping), List.of(), "the application maps it")
                .sending(new SentStatements(
                        List.of(SchemaSources.statements("classpath:db/nowhere.sql")), List.of(), statementsNamed));
    }

    private DriftReport report(Expected expected) {
        SchemaGuardProperties settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("schema-guard", SchemaGuardProperties.class);
        return expected.guard(settings, Policy.DEFAULT).check(database.direct());
    }
}
