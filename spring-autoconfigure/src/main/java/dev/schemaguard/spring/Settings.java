package dev.schemaguard.spring;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What holds for one DataSource once its own settings, the common ones and the defaults are laid over each other.
 *
 * @param expect where to find what is expected, as far as it was set for this DataSource alone
 * @param commonExpect the same for whichever DataSource is the application's main one
 */
record Settings(
        Mode mode,
        List<String> expect,
        List<String> commonExpect,
        List<String> schemas,
        List<String> exclude,
        Optional<FailOn> failOn,
        Optional<OnUnverified> onUnverified,
        Duration waitFor,
        Duration timeout,
        Optional<Duration> recheckInterval,
        Readiness readiness,
        boolean wrap,
        boolean translateErrors,
        boolean compareMigrations,
        Optional<Path> baseline) {

    private static final String FILE = "file:";
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LIVE_INTERVAL = Duration.ofMinutes(1);

    static Settings of(String prefix, GuardSettings own, GuardSettings common) {
        Layers layers = new Layers(own, common);
        return new Settings(
                layers.first(GuardSettings::getMode).orElse(Mode.FAIL),
                own == common ? List.of() : list(own.getExpect()),
                list(common.getExpect()),
                layers.first(GuardSettings::getSchemas).orElse(List.of()),
                layers.first(GuardSettings::getExclude).orElse(List.of()),
                layers.first(GuardSettings::getFailOn),
                layers.first(GuardSettings::getOnUnverified),
                notNegative(prefix + ".wait-for", layers.first(GuardSettings::getWaitFor))
                        .orElse(Duration.ZERO),
                positive(prefix + ".timeout", layers.first(GuardSettings::getTimeout))
                        .orElse(InspectionScope.DEFAULT_TIMEOUT),
                recheckInterval(prefix, layers),
                layers.first(GuardSettings::getReadiness).orElse(Readiness.LATCHED),
                layers.first(GuardSettings::getWrap).orElse(false),
                layers.first(GuardSettings::getTranslateErrors).orElse(false),
                layers.first(GuardSettings::getCompareMigrations).orElse(true),
                file(prefix + ".baseline", layers.first(GuardSettings::getBaseline)));
    }

    /** What is to be live has to be looked at. */
    private static Optional<Duration> recheckInterval(String prefix, Layers layers) {
        Optional<Duration> set = layers.first(GuardSettings::getRecheckInterval);
        set.filter(interval -> interval.compareTo(SHORTEST_INTERVAL) < 0).ifPresent(bad -> {
            throw new InvalidConfigurationPropertyValueException(
                    prefix + ".recheck-interval",
                    bad,
                    "It must be at least 1s, such as 5m; a number without a unit counts milliseconds.");
        });
        return set.or(() -> layers.first(GuardSettings::getReadiness)
                .filter(Readiness.LIVE::equals)
                .map(live -> LIVE_INTERVAL));
    }

    private static List<String> list(@Nullable List<String> set) {
        return set == null ? List.of() : List.copyOf(set);
    }

    private static Optional<Path> file(String property, Optional<String> value) {
        return value.map(text -> {
            try {
                return Path.of(text.startsWith(FILE) ? text.substring(FILE.length()) : text);
            } catch (InvalidPathException e) {
                throw noFile(property, text);
            }
        });
    }

    private static InvalidConfigurationPropertyValueException noFile(String property, String value) {
        return new InvalidConfigurationPropertyValueException(
                property, value, "It must be the path of a file, seen from the working directory.");
    }

    private static Optional<Duration> positive(String property, Optional<Duration> value) {
        value.filter(duration -> duration.isNegative() || duration.isZero()).ifPresent(bad -> {
            throw new InvalidConfigurationPropertyValueException(property, bad, "It must be positive, such as 30s.");
        });
        return value;
    }

    private static Optional<Duration> notNegative(String property, Optional<Duration> value) {
        value.filter(Duration::isNegative).ifPresent(bad -> {
            throw new InvalidConfigurationPropertyValueException(property, bad, "It must not be negative.");
        });
        return value;
    }

    private record Layers(GuardSettings own, GuardSettings common) {

        <T> Optional<T> first(Setting<T> setting) {
            return Optional.<T>ofNullable(setting.of(own)).or(() -> Optional.ofNullable(setting.of(common)));
        }
    }

    /** One of the settings, {@code null} where it was not set. */
    private interface Setting<T> {

        @Nullable
        T of(GuardSettings settings);
    }
}
