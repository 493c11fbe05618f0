package dev.schemaguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationVersionTest {

    @Test
    void ordersNumbersAsNumbersHoweverLongTheyAre() {
        assertThat(Stream.of(
                                "20240131120000000000001",
                                "1.10",
                                "2",
                                "1_2",
                                "1.2.0.1",
                                "0.9",
                                "1",
                                "20240131120000000000000")
                        .map(MigrationVersion::of)
                        .sorted())
                .extracting(MigrationVersion::parts)
                .extracting(parts -> String.join(".", parts))
                .containsExactly(
                        ".9", "1", "1.2", "1.2..1", "1.10", "2", "20240131120000000000000", "20240131120000000000001");
    }

    @Test
    void takesZerosAtTheEndAndBeforeANumberForNothing() {
        assertThat(MigrationVersion.of("001.02.0")).isEqualTo(MigrationVersion.of("1_2"));
        assertThat(MigrationVersion.of("0")).isEqualTo(MigrationVersion.of("00.0"));
    }
}
