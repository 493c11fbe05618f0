package dev.schemaguard.spring.start;

import dev.schemaguard.hibernate.MappedUnit;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.DataSourceBeans;
import dev.schemaguard.spring.expectation.ExpectationResolver;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.MappedUnitListener;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import dev.schemaguard.spring.expectation.SentStatements;
import dev.schemaguard.spring.expectation.StatementChoice;
import dev.schemaguard.spring.queries.QueryTarget;
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
final class StartupVerification implements MappedUnitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final SchemaGuardProperties properties;
    private final Supplier<List<DataSourceBean>> find;
    private final ExpectationResolver resolver;
    private final StatementChoice statements;
    private final BootGate gate;
    private final GuardRegistry guards;
    private final BooleanSupplier mapped;
    private final ComparedLater later;

    private final Set<String> checked = new HashSet<>();
    private final Map<String, Unit> early = new LinkedHashMap<>();
    private List<DataSourceBean> dataSources = List.of();
    private boolean migrated;

    /**
     * A start that has not begun.
     *
     * @param find the DataSources, once they may be asked for
     * @param statements what the release is known to send
     * @param mapped whether the application has a JPA mapping
     * @param later compares what is packaged beside a mapping
     */
    StartupVerification(
            SchemaGuardProperties properties,
            Supplier<List<DataSourceBean>> find,
            ExpectationResolver resolver,
            StatementChoice statements,
            BootGate gate,
            GuardRegistry guards,
            BooleanSupplier mapped,
            ComparedLater later) {
        this.properties = properties;
        this.find = find;
        this.resolver = resolver;
        this.statements = statements;
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
        dataSources = find.get();
        resolver.requireMain(dataSources);
        statements.requireMain(dataSources);
        boolean hasMapping = mapped.getAsBoolean();
        for (DataSourceBean bean : dataSources) {
            if (bean.settings().mode() == Mode.OFF) {
                switchedOff(bean);
                continue;
            }
            if (resolver.namesMapping(bean)) {
                requireMapping(bean, hasMapping);
                continue;
            }
            Optional<Expected> expected = resolver.named(bean);
            if (expected.isEmpty() && !(bean.main() && hasMapping)) {
                expected = resolver.migrations(bean).or(() -> ofStatements(bean));
            }
            expected.ifPresent(known -> verify(bean, known));
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
        for (DataSourceBean bean : dataSources) {
            if (!checked.contains(bean.name())) {
                requireMapping(bean, false);
                resolver.migrations(bean)
                        .or(() -> ofStatements(bean))
                        .ifPresentOrElse(known -> verify(bean, known), () -> nothingExpected(bean));
            }
        }
    }

    private void requireMapping(DataSourceBean bean, boolean there) {
        if (!there && resolver.namesMapping(bean)) {
            throw resolver.noMapping(bean);
        }
    }

    private void verify(Unit unit) {
        if (!properties.enabled()) {
            return;
        }
        DataSourceBean bean = dataSourceOf(unit);
        Optional<Expected> named = dataSources.contains(bean) ? resolver.named(bean) : Optional.empty();
        if (bean.settings().mode() == Mode.OFF || named.isPresent() && !resolver.namesMapping(bean)) {
            return;
        }
        boolean first = checked.add(bean.name());
        String name = first ? bean.name() : bean.name() + " (" + unit.name() + ")";
        SentStatements sent = statements.of(bean, target(unit), first);
        Expected expected = expected(unit, named).sending(sent);
        Runnable whole = () -> gate.pass(name, bean.dataSource(), expected, bean.settings());
        switch (unit.mapping().ddl()) {
            case CREATES ->
                named.filter(beside -> !beside.sources().isEmpty())
                        .ifPresentOrElse(
                                beside -> unit.mapping()
                                        .afterwards()
                                        .accept(() -> gate.pass(
                                                name, bean.dataSource(), beside.sending(sent), bean.settings())),
                                () -> inactive(
                                        name,
                                        bean,
                                        "Hibernate itself makes the schema (ddl-auto), so nothing can differ"));
            case UPDATES -> unit.mapping().afterwards().accept(whole);
            default -> {
                whole.run();
                later.add(name, bean, expected);
            }
        }
    }

    private QueryTarget target(Unit unit) {
        return new QueryTarget(dataSources.size() == 1, Optional.of(new QueryTarget.Unit(unit.name(), unit.mapping())));
    }

    /** What a mapping expects, and what was named beside it. */
    private static Expected expected(Unit unit, Optional<Expected> named) {
        MappedUnit mapping = unit.mapping();
        return named.map(beside -> beside.and(mapping.mapping(), mapping.schemas()))
                .orElseGet(() -> Expected.foundMapping(
                        mapping.mapping(), mapping.schemas(), "the application maps it, and packages no snapshot"));
    }

    private void verify(DataSourceBean bean, Expected expected) {
        checked.add(bean.name());
        Expected whole = expected.sending(sent(bean));
        gate.pass(bean.name(), bean.dataSource(), whole, bean.settings());
        later.add(bean.name(), bean, whole);
    }

    private SentStatements sent(DataSourceBean bean) {
        return statements.of(bean, new QueryTarget(dataSources.size() == 1, Optional.empty()), true);
    }

    /** Where nothing else is expected, what the release is known to send is. */
    private Optional<Expected> ofStatements(DataSourceBean bean) {
        return sent(bean).stated().isEmpty()
                ? Optional.empty()
                : Optional.of(Expected.nothingElse("the statements of the release are known"));
    }

    /** A persistence unit may use a DataSource that is no bean, or wrap one on its own. */
    private DataSourceBean dataSourceOf(Unit unit) {
        for (DataSourceBean bean : dataSources) {
            if (DataSourceBeans.same(bean.dataSource(), unit.dataSource())) {
                return bean;
            }
        }
        return new DataSourceBean(unit.name(), unit.dataSource(), false, properties.of(unit.name()));
    }

    private void switchedOff(DataSourceBean bean) {
        LOG.warn("'{}' is not guarded: the mode is \"off\"", bean.name());
        checked.add(bean.name());
        guards.put(new Guarded(bean.name(), "the mode is off", bean.settings().readiness(), Optional.empty()));
    }

    private void nothingExpected(DataSourceBean bean) {
        if (bean.main() || dataSources.size() == 1) {
            LOG.warn(
                    "'{}' is not guarded, for nothing says what is expected of it; package a snapshot at {}, or say"
                            + " schema-guard.expect, or schema-guard.enabled=false to be asked no more",
                    bean.name(),
                    ExpectationResolver.SNAPSHOT);
        }
        guards.put(new Guarded(
                bean.name(),
                "nothing says what is expected of it",
                bean.settings().readiness(),
                Optional.empty()));
    }

    private void inactive(String name, DataSourceBean bean, String why) {
        LOG.info("'{}' is not guarded: {}", name, why);
        guards.put(new Guarded(name, why, bean.settings().readiness(), Optional.empty()));
    }

    private record Unit(String name, DataSource dataSource, MappedUnit mapping) {}
}
