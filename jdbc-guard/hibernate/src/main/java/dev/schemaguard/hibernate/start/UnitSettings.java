package dev.schemaguard.hibernate.start;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.jdbc.gate.ModeOverride;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one persistence unit: those of Hibernate's that begin with {@code schema-guard.}, named as Spring Boot's are.
 *
 * @param mode what to do about drift, and about not knowing: fail, warn or off
 * @param waitFor how long to wait for a schema that is still being migrated
 * @param timeout how long a single check may take, connecting included
 * @param schemas the schemas in which to look; empty for what the mapping says
 * @param libraries whether the tables of libraries that bring a contract are looked at, too
 * @param exclude tables that are none of the unit's business, as globs
 * @param failOn from which severity on a finding refuses the start
 * @param onUnverified what becomes of what could not be found out; empty where nobody said
 * @param baseline the file with findings that are known and accepted
 */
record UnitSettings(
        Mode mode,
        Duration waitFor,
        Duration timeout,
        List<String> schemas,
        boolean libraries,
        List<String> exclude,
        FailOn failOn,
        Optional<OnUnverified> onUnverified,
        Optional<Path> baseline) {

    UnitSettings {
        schemas = List.copyOf(schemas);
        exclude = List.copyOf(exclude);
    }

    /**
     * Reads the settings. A name that means nothing is a warning, for it may be meant for others; a value that means nothing is an
     * error, unless all is switched off.
     *
     * @throws InvalidSettingsException if values mean nothing
     */
    static UnitSettings of(String unit, Map<String, Object> all, Map<String, String> environment) {
        SettingReader reader = new SettingReader(all);
        UnitSettings settings = new UnitSettings(
                reader.mode("mode"),
                reader.duration("wait-for", Duration.ZERO),
                reader.positiveDuration("timeout", InspectionScope.DEFAULT_TIMEOUT),
                reader.list("schemas"),
                reader.flag("libraries", true),
                reader.list("exclude"),
                reader.choice("fail-on", List.of(FailOn.values())).orElse(Policy.DEFAULT.failOn()),
                reader.choice("on-unverified", List.of(OnUnverified.values())),
                reader.path("baseline"));
        reader.unknown().forEach(problem -> warn(unit, problem));
        Mode mode = mode(unit, settings.mode(), environment);
        if (mode == Mode.OFF) {
            // What is switched off is off, whatever else is said.
            reader.problems().forEach(problem -> warn(unit, problem));
        } else if (!reader.problems().isEmpty()) {
            throw new InvalidSettingsException(unit, reader.problems());
        }
        return settings.in(mode);
    }

    /** The kill switch knows a mode more than a SessionFactory does, which is either built or not. */
    private static Mode mode(String unit, Mode configured, Map<String, String> environment) {
        Mode mode = ModeOverride.apply(configured, environment);
        if (mode != Mode.HOLD) {
            return mode;
        }
        warn(unit, "nothing holds connections back here, so \"hold\" refuses the start as \"fail\" does");
        return Mode.FAIL;
    }

    private static void warn(String unit, String problem) {
        SchemaGuardIntegrator.LOG.warn("persistence unit '{}': {}", unit, problem);
    }

    private UnitSettings in(Mode otherMode) {
        return new UnitSettings(
                otherMode, waitFor, timeout, schemas, libraries, exclude, failOn, onUnverified, baseline);
    }

    /**
     * What counts.
     *
     * @throws dev.schemaguard.policy.BaselineException if the baseline cannot be read
     */
    Policy policy() {
        Policy policy = Policy.DEFAULT.withFailOn(failOn).withOnUnverified(onUnverified.orElse(OnUnverified.FAIL));
        return baseline.map(policy::baseline).orElse(policy);
    }

    /**
     * Where to look.
     *
     * @param mapped where the mapping's tables without a schema are
     */
    InspectionScope scope(List<String> mapped) {
        return InspectionScope.EVERYTHING
                .in(schemas.isEmpty() ? mapped : schemas)
                .excluding(exclude)
                .within(timeout);
    }
}
