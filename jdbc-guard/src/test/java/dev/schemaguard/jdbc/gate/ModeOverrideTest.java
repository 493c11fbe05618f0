package dev.schemaguard.jdbc.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.Release42;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModeOverrideTest {

    @Test
    void environmentOverridesTheConfiguredMode() {
        assertThat(ModeOverride.apply(Mode.FAIL, Map.of("SCHEMA_GUARD_MODE", "off")))
                .isEqualTo(Mode.OFF);
        assertThat(ModeOverride.apply(Mode.OFF, Map.of("SCHEMA_GUARD_MODE", " Fail ")))
                .isEqualTo(Mode.FAIL);
    }

    @Test
    void configuredModeStaysWhenTheEnvironmentSaysNothingOrNonsense() {
        assertThat(ModeOverride.apply(Mode.HOLD, Map.of())).isEqualTo(Mode.HOLD);
        assertThat(ModeOverride.apply(Mode.HOLD, Map.of("SCHEMA_GUARD_MODE", " ")))
                .isEqualTo(Mode.HOLD);
        assertThat(ModeOverride.apply(Mode.HOLD, Map.of("SCHEMA_GUARD_MODE", "false")))
                .isEqualTo(Mode.HOLD);
    }

    @Test
    void killSwitchOpensAGateThatWouldBeShut() throws SQLException {
        GuardedDataSource guarded = GuardedDataSource.builder(
                        Release42.databaseOfRelease41().direct())
                .guard(Release42.guard())
                .environment(Map.of("SCHEMA_GUARD_MODE", "off"))
                .build();

        try (Connection connection = guarded.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(guarded.mode()).isEqualTo(Mode.OFF);
    }
}
