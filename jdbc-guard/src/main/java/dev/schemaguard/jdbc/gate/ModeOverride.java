package dev.schemaguard.jdbc.gate;

import dev.schemaguard.text.Printable;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kill switch: an environment variable that overrides the mode of every guarded DataSource, loudly. */
public final class ModeOverride {

    static final String VARIABLE = "SCHEMA_GUARD_MODE";

    private static final Logger LOG = LoggerFactory.getLogger("dev.schemaguard.jdbc.GuardedDataSource");

    private ModeOverride() {}

    public static Mode apply(Mode configured, Map<String, String> environment) {
        String said = environment.getOrDefault(VARIABLE, "");
        if (said.isBlank()) {
            return configured;
        }
        Optional<Mode> override = Mode.of(said);
        if (override.isEmpty()) {
            LOG.error(
                    "{} is \"{}\", which is no mode; it stays \"{}\", say fail, hold, warn or off",
                    VARIABLE,
                    Printable.line(said),
                    configured.id());
            return configured;
        }
        if (override.get() != configured) {
            LOG.warn(
                    "{} overrides the mode \"{}\": it is \"{}\" now",
                    VARIABLE,
                    configured.id(),
                    override.get().id());
        }
        return override.get();
    }
}
