package dev.schemaguard.hibernate.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of a unit mean, and what overrides them. */
class UnitSettingsTest {

    @Test
    void areTheUsualOnesWhereNobodySaysAnything() {
        UnitSettings settings = read(Map.of("hibernate.show_sql", "false"));

        assertThat(settings)
                .isEqualTo(new UnitSettings(
                        Mode.FAIL,
                        Duration.ZERO,
                        InspectionScope.DEFAULT_TIMEOUT,
                        List.of(),
                        true,
                        List.of(),
                        FailOn.BREAKING,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(settings.policy()).isEqualTo(Policy.DEFAULT);
        assertThat(settings.scope(List.of("blog")).schemas()).containsExactly("blog");
    }

    @Test
    void areReadAsTextsAndAsWhatTheyAre() {
        UnitSettings settings = read(Map.of(
                "schema-guard.mode", Mode.WARN,
                "schema-guard.wait-for", Duration.ofSeconds(5),
                "schema-guard.timeout", " 1500ms ",
                "schema-guard.schemas", " blog , public,",
                "schema-guard.exclude", List.of("audit_*", "legacy"),
                "schema-guard.fail-on", "RISKY",
                "schema-guard.on-unverified", "warn",
                "schema-guard.baseline", "known.json"));

        assertThat(settings.mode()).isEqualTo(Mode.WARN);
        assertThat(settings.waitFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.scope(List.of("other")).schemas()).containsExactly("blog", "public");
        assertThat(settings.scope(List.of()).exclude()).containsExactly("audit_*", "legacy");
        assertThat(settings.failOn()).isEqualTo(FailOn.RISKY);
        assertThat(settings.onUnverified()).contains(OnUnverified.WARN);
        assertThat(settings.baseline()).contains(Path.of("known.json"));
    }

    @ParameterizedTest
    @CsvSource({"off, OFF", "warn, WARN", "fail, FAIL", "hold, FAIL", "nonsense, WARN", "'', WARN"})
    void yieldToTheKillSwitch(String said, Mode meant) {
        UnitSettings settings =
                UnitSettings.of("blog", Map.of("schema-guard.mode", "warn"), Map.of("SCHEMA_GUARD_MODE", said));

        assertThat(settings.mode()).isEqualTo(meant);
    }

    @Test
    void areOffWhereTheKillSwitchSaysSoWhateverElseIsWrong() {
        try (LogOfGuard log = LogOfGuard.listen()) {
            UnitSettings settings = UnitSettings.of(
                    "blog", Map.of("schema-guard.wait-for", "soon"), Map.of("SCHEMA_GUARD_MODE", "off"));

            assertThat(settings.mode()).isEqualTo(Mode.OFF);
            assertThat(log.lines(Level.WARN))
                    .anyMatch(line -> line.contains("schema-guard.wait-for is 'soon', which means nothing"));
        }
    }

    @Test
    void sayThatNothingIsHeldBackHere() {
        try (LogOfGuard log = LogOfGuard.listen()) {
            UnitSettings.of("blog", Map.of(), Map.of("SCHEMA_GUARD_MODE", "hold"));

            assertThat(log.lines(Level.WARN))
                    .last()
                    .asString()
                    .contains("nothing holds connections back here, so \"hold\" refuses the start");
        }
    }

    @Test
    void showNothingRawOfWhatMeansNothing() {
        assertThatThrownBy(() -> read(Map.of("schema-guard.mode", "off\n\u001b[2Jall is well")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("off\\n\\u001b[2Jall is well");
    }

    private static UnitSettings read(Map<String, Object> settings) {
        return UnitSettings.of("blog", settings, Map.of());
    }
}
