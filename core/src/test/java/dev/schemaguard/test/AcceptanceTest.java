package dev.schemaguard.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

    @Test
    void isAskedForByThePropertyOrTheVariableAndThePropertyWins() {
        assertThat(of(Map.of(), Map.of()).asked()).isFalse();
        assertThat(of(Map.of("schema-guard.snapshot", "accept"), Map.of()).writes())
                .isTrue();
        assertThat(of(Map.of(), Map.of("SCHEMA_GUARD_SNAPSHOT", "Accept")).writes())
                .isTrue();
        assertThat(of(Map.of("schema-guard.snapshot", "verify"), Map.of("SCHEMA_GUARD_SNAPSHOT", "accept"))
                        .asked())
                .isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("schema-guard.snapshot", "true"), Map.of()))
                .withMessage("schema-guard.snapshot was 'true', it must be 'accept' or 'verify'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of(), Map.of("SCHEMA_GUARD_SNAPSHOT", "yes")))
                .withMessageStartingWith("SCHEMA_GUARD_SNAPSHOT was 'yes'");
    }

    @ParameterizedTest
    @CsvSource({"CI,true", "CI,1", "TF_BUILD,True", "JENKINS_URL,http://jenkins/", "TEAMCITY_VERSION,2026.1"})
    void isNeverGivenOnABuildServer(String variable, String value) {
        Acceptance acceptance = of(Map.of("schema-guard.snapshot", "accept"), Map.of(variable, value));

        assertThat(acceptance.server()).isEqualTo(Optional.of(variable));
        assertThat(acceptance.writes()).isFalse();
        assertThat(acceptance.advice()).contains(variable + " is set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "0"})
    void takesNoOrdinaryMachineForABuildServer(String value) {
        assertThat(of(Map.of("schema-guard.snapshot", "accept"), Map.of("CI", value))
                        .writes())
                .isTrue();
    }

    private static Acceptance of(Map<String, String> properties, Map<String, String> variables) {
        return Acceptance.of(properties::get, variables::get);
    }
}
