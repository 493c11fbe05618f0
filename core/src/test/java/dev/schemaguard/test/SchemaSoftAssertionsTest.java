package dev.schemaguard.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftAssertionsExtension.class)
class SchemaSoftAssertionsTest {

    @InjectSoftAssertions
    private SchemaSoftAssertions softly;

    @Test
    void areInjectedByTheExtensionOfAssertJ() {
        softly.assertThat(TestPostgres.freshDatabase("create table posts (id bigint)"))
                .conformsTo(SchemaSources.of(Schema.builder()
                        .table("posts", t -> t.column("id", "bigint"))
                        .build()));
        softly.assertThat("text").isNotBlank();

        assertThat(softly.wasSuccess()).isTrue();
    }
}
