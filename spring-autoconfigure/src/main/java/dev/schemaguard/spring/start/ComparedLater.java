package dev.schemaguard.spring.start;

import dev.schemaguard.policy.Policy;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.spring.afterwards.AfterStart;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.DataSourceBeans;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.Packaging;
import dev.schemaguard.spring.expectation.SentStatements;
import dev.schemaguard.spring.migrations.MappedDatabase;
import dev.schemaguard.spring.migrations.MigrationsBeside;
import dev.schemaguard.spring.queries.CertainQueries;
import dev.schemaguard.spring.queries.QueriesBeside;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;

/** Remembers what was checked, so that what the application packages and what it queries is compared after the start. */
final class ComparedLater {

    private final GuardRegistry guards;
    private final AfterStart afterwards;
    private final ObjectProvider<Policy> policies;
    private final ObjectProvider<Packaging> packagings;
    private final WrappingPostProcessor wrapping;

    ComparedLater(
            GuardRegistry guards,
            AfterStart afterwards,
            ObjectProvider<Policy> policies,
            ObjectProvider<Packaging> packagings,
            WrappingPostProcessor wrapping) {
        this.guards = guards;
        this.afterwards = afterwards;
        this.policies = policies;
        this.packagings = packagings;
        this.wrapping = wrapping;
    }

    /** Adds a database whose check let the start pass; one that stands for several is none that a tool migrates. */
    void add(String name, DataSourceBean bean, Expected expected) {
        if (DataSourceBeans.databases(name, bean.dataSource()).containsKey(name)) {
            addMigrations(name, bean, expected);
            addQueries(name, bean, expected);
        }
    }

    private void addMigrations(String name, DataSourceBean bean, Expected expected) {
        if (!expected.mapped() || !bean.settings().compareMigrations()) {
            return;
        }
        afterwards.add(new MigrationsBeside(new MappedDatabase(
                name,
                pool(name, bean),
                expected.sending(SentStatements.UNKNOWN).guard(bean.settings(), policy()),
                () -> guards.find(name).flatMap(Guarded::lastReport),
                () -> packaged(bean),
                found -> guards.compared(name, found))));
    }

    /** Where schemas are set, a query without one may mean another place than a mapping without one. */
    private void addQueries(String name, DataSourceBean bean, Expected expected) {
        if (!expected.schemas().isEmpty() || !bean.settings().schemas().isEmpty()) {
            return;
        }
        for (StatementSource found : expected.statements().found()) {
            CertainQueries queries = new CertainQueries(found, expected.sources());
            afterwards.add(new QueriesBeside(
                    name,
                    pool(name, bean),
                    queries,
                    expected.guardOf(queries, bean.settings(), policy()),
                    () -> guards.find(name).flatMap(Guarded::lastReport)));
        }
    }

    private DataSource pool(String name, DataSourceBean bean) {
        return Front.of(name, bean.dataSource(), bean.settings(), wrapping).pool();
    }

    private Policy policy() {
        return policies.getIfAvailable(() -> Policy.DEFAULT);
    }

    /** Where two make one schema neither knows all of it. */
    private Optional<PackagedMigrations> packaged(DataSourceBean bean) {
        Map<String, PackagedMigrations> found = new LinkedHashMap<>();
        packagings
                .orderedStream()
                .forEach(one -> one.packaged(bean).ifPresent(packaged -> found.putIfAbsent(one.name(), packaged)));
        return found.size() == 1 ? List.copyOf(found.values()).stream().findFirst() : Optional.empty();
    }
}
