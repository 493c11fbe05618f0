package dev.schemaguard.spring;

import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.spring.jpa.MappedUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens while an application starts: each DataSource is verified as soon as it is known what is expected of it.
 *
 * <p>Most are verified when the schema is said to be there, after all that migrates it. A JPA mapping is known only within the
 * building of its EntityManagerFactory, and is verified there.
 */
final class GuardedStart implements MappedUnitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final SchemaGuardProperties properties;
    private final Supplier<List<Target>> find;
    private final Choice choice;
    private final BootGate gate;
    private final GuardRegistry guards;
    private final BooleanSupplier mapped;
    private final ComparedLater later;

    private final Set<String> checked = new HashSet<>();
    private final Map<String, Unit> early = new LinkedHashMap<>();
    private List<Target> targets = List.of();
    private boolean migrated;

    /**
     * A start that has not begun.
     *
     * @param find the DataSources, once they may be asked for
     * @param mapped whether the application has a JPA mapping
     * @param later compares what is packaged beside a mapping
     */
    GuardedStart(
            SchemaGuardProperties properties,
            Supplier<List<Target>> find,
            Choice choice,
            BootGate gate,
            GuardRegistry guards,
            BooleanSupplier mapped,
            ComparedLater later) {
        this.properties = properties;
        this.find = find;
        this.choice = choice;
        this.gate = gate;
        this.guards = guards;
        this.mapped = mapped;
        this.later = later;
    }

    /** All that migrates the schema has run. */
    synchronized void schemaIsThere() {
        migrated = true;
        if (!properties.enabled()) {
            LOG.info("nothing is guarded: schema-guard.enabled is false");
            guards.inactive("schema-guard.enabled is false");
            return;
        }
        targets = find.get();
        choice.requireMain(targets);
        boolean hasMapping = mapped.getAsBoolean();
        for (Target target : targets) {
            if (target.settings().mode() == Mode.OFF) {
                switchedOff(target);
                continue;
            }
            if (choice.namesMapping(target)) {
                requireMapping(target, hasMapping);
                continue;
            }
            Optional<Expected> expected = choice.named(target);
            if (expected.isEmpty() && !(target.main() && hasMapping)) {
                expected = choice.migrations(target);
            }
            expected.ifPresent(known -> verify(target, known));
        }
        early.values().forEach(this::verify);
    }

    @Override
    public synchronized void isMapped(String unit, DataSource dataSource, MappedUnit mapping) {
        Unit one = new Unit(unit, dataSource, mapping);
        if (migrated) {
            verify(one);
        } else {
            // What migrates the schema waits for this unit: it is verified when that has run.
            early.put(unit, one);
        }
    }

    /** All beans are there. Whatever nobody claimed by now is not going to be claimed. */
    synchronized void allIsThere() {
        for (Target target : targets) {
            if (!checked.contains(target.bean())) {
                requireMapping(target, false);
                choice.migrations(target)
                        .ifPresentOrElse(known -> verify(target, known), () -> nothingExpected(target));
            }
        }
    }

    private void requireMapping(Target target, boolean there) {
        if (!there && choice.namesMapping(target)) {
            throw choice.noMapping(target);
        }
    }

    private void verify(Unit unit) {
        if (!properties.enabled()) {
            return;
        }
        Target target = target(unit);
        Optional<Expected> named = targets.contains(target) ? choice.named(target) : Optional.empty();
        if (target.settings().mode() == Mode.OFF || named.isPresent() && !choice.namesMapping(target)) {
            return;
        }
        String name = checked.add(target.bean()) ? target.bean() : target.bean() + " (" + unit.name() + ")";
        Runnable whole = () -> gate.pass(name, target.dataSource(), expected(unit, named), target.settings());
        switch (unit.mapping().ddl()) {
            case CREATES ->
                named.filter(beside -> !beside.sources().isEmpty())
                        .ifPresentOrElse(
                                beside -> unit.mapping()
                                        .afterwards()
                                        .accept(() -> gate.pass(name, target.dataSource(), beside, target.settings())),
                                () -> inactive(
                                        name,
                                        target,
                                        "Hibernate itself makes the schema (ddl-auto), so nothing can differ"));
            case UPDATES -> unit.mapping().afterwards().accept(whole);
            default -> {
                whole.run();
                later.add(name, target, expected(unit, named));
            }
        }
    }

    /** What a mapping expects, and what was named beside it. */
    private static Expected expected(Unit unit, Optional<Expected> named) {
        MappedUnit mapping = unit.mapping();
        return named.map(beside -> beside.and(mapping.mapping(), mapping.schemas()))
                .orElseGet(() -> Expected.foundMapping(
                        mapping.mapping(), mapping.schemas(), "the application maps it, and packages nothing else"));
    }

    private void verify(Target target, Expected expected) {
        checked.add(target.bean());
        gate.pass(target.bean(), target.dataSource(), expected, target.settings());
        later.add(target.bean(), target, expected);
    }

    /** A persistence unit may use a DataSource that is no bean, or wrap one on its own. */
    private Target target(Unit unit) {
        for (Target target : targets) {
            if (Targets.same(target.dataSource(), unit.dataSource())) {
                return target;
            }
        }
        return new Target(unit.name(), unit.dataSource(), false, properties.of(unit.name()));
    }

    private void switchedOff(Target target) {
        LOG.warn("'{}' is not guarded: the mode is \"off\"", target.bean());
        checked.add(target.bean());
        guards.put(
                new Guarded(target.bean(), "the mode is off", target.settings().readiness(), Optional.empty()));
    }

    private void nothingExpected(Target target) {
        if (target.main() || targets.size() == 1) {
            LOG.warn(
                    "'{}' is not guarded, for nothing says what is expected of it; package a snapshot at {}, or say"
                            + " schema-guard.expect, or schema-guard.enabled=false to be asked no more",
                    target.bean(),
                    Choice.SNAPSHOT);
        }
        guards.put(new Guarded(
                target.bean(),
                "nothing says what is expected of it",
                target.settings().readiness(),
                Optional.empty()));
    }

    private void inactive(String name, Target target, String why) {
        LOG.info("'{}' is not guarded: {}", name, why);
        guards.put(new Guarded(name, why, target.settings().readiness(), Optional.empty()));
    }

    private record Unit(String name, DataSource dataSource, MappedUnit mapping) {}
}
