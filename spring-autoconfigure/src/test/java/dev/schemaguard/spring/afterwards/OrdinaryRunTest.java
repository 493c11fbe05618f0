package dev.schemaguard.spring.afterwards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.SpringProperties;

class OrdinaryRunTest {

    @Test
    void isNoneWhereATestFrameworkCalls() {
        assertThat(OrdinaryRun.isHere()).isFalse();
    }

    @Test
    void isOneInAThreadOfItsOwn() throws InterruptedException {
        assertThat(isHereInAnotherThread()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.context.exit", "spring.context.checkpoint"})
    void isNoneThatEndsWhenAllBeansAreThere(String property) throws InterruptedException {
        SpringProperties.setProperty(property, "onRefresh");
        try {
            assertThat(isHereInAnotherThread()).isFalse();
        } finally {
            SpringProperties.setProperty(property, null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:AOTMode=record",
                "-XX:AOTCacheOutput=app.aot",
                "-XX:ArchiveClassesAtExit=app.jsa",
                "-XX:CRaCCheckpointTo=/checkpoint",
                "-agentlib:native-image-agent=config-output-dir=config"
            })
    void knowsWhatRecords(String argument) {
        assertThat(OrdinaryRun.isRecorded(List.of("-Xmx1g", argument))).isTrue();
    }

    @Test
    void aRunThatUsesWhatWasRecordedIsOrdinary() {
        assertThat(OrdinaryRun.isRecorded(List.of(
                        "-XX:AOTCache=app.aot", "-XX:SharedArchiveFile=app.jsa", "-XX:CRaCRestoreFrom=/checkpoint")))
                .isFalse();
    }

    private static boolean isHereInAnotherThread() throws InterruptedException {
        boolean[] here = new boolean[1];
        Thread other = new Thread(() -> here[0] = OrdinaryRun.isHere());
        other.start();
        other.join();
        return here[0];
    }
}
