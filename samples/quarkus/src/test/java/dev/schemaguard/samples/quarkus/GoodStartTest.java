package dev.schemaguard.samples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Database.class,
        restrictToAnnotatedClass = true,
        initArgs =
                @ResourceArg(
                        name = "statements",
                        value = "create table posts (id bigint primary key, quality varchar(255))"))
class GoodStartTest {

    @TestHTTPResource("/posts")
    private URI posts;

    @TestHTTPResource("/q/health/ready")
    private URI ready;

    @Test
    void servesAndIsReadyOnADatabaseThatHasWhatIsMapped() {
        assertThat(Probe.get(posts).body()).isEqualTo("0");
        assertThat(Probe.get(ready).statusCode()).isEqualTo(200);
    }
}
