package dev.schemaguard.spring.actuate;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaCheckedEvent;
import dev.schemaguard.spring.SchemaGuards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.springframework.context.event.EventListener;

/**
 * The meters, each with the tag {@code datasource}:
 *
 * <ul>
 *   <li>{@code schema.guard.findings}, a gauge by {@code severity} ({@code breaking}, {@code risky}, {@code advisory}): how
 *       many findings the last look has, without accepted ones; NaN where it could not look, which is not the same as none
 *   <li>{@code schema.guard.verdict}, a gauge by {@code verdict} ({@code conforms}, {@code drifted}, {@code unverified}): 1
 *       for the last look's verdict, 0 for the others
 *   <li>{@code schema.guard.gate}, a gauge by {@code state} ({@code open}, {@code shut}, {@code verifying},
 *       {@code unverified}): 1 for the state in which the gate is, 0 for the others
 *   <li>{@code schema.guard.check}, a timer by {@code outcome} (a verdict): the looks, with all that a first one waited
 * </ul>
 */
final class SchemaGuardMeters implements MeterBinder {

    static final String FINDINGS = "schema.guard.findings";
    static final String VERDICT = "schema.guard.verdict";
    static final String GATE = "schema.guard.gate";
    static final String CHECK = "schema.guard.check";

    private static final String DATA_SOURCE = "datasource";
    private static final List<String> STATES = List.of("open", "shut", "verifying", "unverified");

    private final SchemaGuards guards;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
    private final Set<Bound> bound = ConcurrentHashMap.newKeySet();

    SchemaGuardMeters(SchemaGuards guards) {
        this.guards = guards;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
        guards.all().stream().filter(one -> one.gate().isPresent()).forEach(one -> gauges(one.name(), registry));
    }

    /** Some DataSources are known later than others. */
    @EventListener
    void checked(SchemaCheckedEvent event) {
        for (MeterRegistry registry : registries) {
            gauges(event.dataSource(), registry);
            Timer.builder(CHECK)
                    .description("Looks at the schema behind a DataSource")
                    .tag(DATA_SOURCE, event.dataSource())
                    .tag("outcome", event.report().verdict().id())
                    .register(registry)
                    .record(event.took());
        }
    }

    private void gauges(String dataSource, MeterRegistry registry) {
        if (!bound.add(new Bound(registry, dataSource))) {
            return;
        }
        for (Severity severity : Severity.values()) {
            gauge(FINDINGS, dataSource, guarded -> findings(report(dataSource), severity))
                    .description("What the schema lacks, or has otherwise than expected")
                    .tag("severity", severity.id())
                    .register(registry);
        }
        for (Verdict verdict : Verdict.values()) {
            gauge(
                            VERDICT,
                            dataSource,
                            guarded -> oneIf(report(dataSource)
                                    .filter(report -> report.verdict() == verdict)
                                    .isPresent()))
                    .description("1 for what the last look at the schema found out")
                    .tag("verdict", verdict.id())
                    .register(registry);
        }
        for (String state : STATES) {
            gauge(GATE, dataSource, guarded -> oneIf(state.equals(state(dataSource))))
                    .description("1 for the state of the gate in front of a DataSource")
                    .tag("state", state)
                    .register(registry);
        }
    }

    private Gauge.Builder<SchemaGuards> gauge(String name, String dataSource, ToDoubleFunction<SchemaGuards> value) {
        return Gauge.builder(name, guards, value).tag(DATA_SOURCE, dataSource);
    }

    private Optional<DriftReport> report(String dataSource) {
        return guards.find(dataSource).flatMap(SchemaGuards.Guarded::lastReport);
    }

    private String state(String dataSource) {
        return guards.find(dataSource)
                .flatMap(SchemaGuards.Guarded::gate)
                .map(GuardedDataSource::state)
                .map(GuardedDetails::name)
                .orElse("unverified");
    }

    private static double findings(Optional<DriftReport> report, Severity severity) {
        return report.filter(last ->
                        last.verdict() != Verdict.UNVERIFIED || last.coverage().tablesChecked() > 0)
                .map(last -> (double) last.count(severity))
                .orElse(Double.NaN);
    }

    /** The gauges of a DataSource are in that registry. */
    private record Bound(MeterRegistry registry, String dataSource) {}

    private static double oneIf(boolean held) {
        return held ? 1 : 0;
    }
}
