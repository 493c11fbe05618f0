package dev.schemaguard.samples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WaitingStartTest.Waiting.class)
@QuarkusTestResource(
        value = Database.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "statements", value = "create table posts (id bigint primary key)"))
class WaitingStartTest {

    @TestHTTPResource("/q/health/ready")
    private URI ready;

    @Test
    void isNotReadyUntilTheMigrationRanAndStaysReadyFromThenOn() {
        assertThat(Probe.get(ready).statusCode()).isEqualTo(503);

        Database.execute("alter table posts add column quality varchar(255)");
        assertThat(Probe.await(ready, answer -> answer.statusCode() == 200).statusCode())
                .isEqualTo(200);

        Database.execute("alter table posts drop column quality");
        assertThat(Probe.await(ready, answer -> answer.body().contains("DRIFTED")))
                .satisfies(answer -> {
                    assertThat(answer.body()).contains("DRIFTED");
                    assertThat(answer.statusCode()).isEqualTo(200);
                });
    }

    /** Starts in spite of drift. */
    public static class Waiting implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.hibernate-orm.unsupported-properties.\"schema-guard.mode\"",
                    "warn",
                    "schema-guard.recheck-interval",
                    "1s");
        }
    }
}
