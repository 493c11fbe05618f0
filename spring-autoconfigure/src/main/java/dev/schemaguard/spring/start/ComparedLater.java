package dev.schemaguard.spring.start;

import dev.schemaguard.policy.Policy;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.DataSourceBeans;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.Packaging;
import dev.schemaguard.spring.migrations.MappedDatabase;
import dev.schemaguard.spring.migrations.MigrationsBeside;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Remembers which databases were held to a mapping, so that what the application packages is compared after the start. */
final class ComparedLater {

    private final GuardRegistry guards;
    private final MigrationsBeside beside;
    private final ObjectProvider<Policy> policies;
    private final ObjectProvider<Packaging> packagings;
    private final WrappingPostProcessor wrapping;

    ComparedLater(
            GuardRegistry guards,
            MigrationsBeside beside,
            ObjectProvider<Policy> policies,
            ObjectProvider<Packaging> packagings,
            WrappingPostProcessor wrapping) {
        this.guards = guards;
        this.beside = beside;
        this.policies = policies;
        this.packagings = packagings;
        this.wrapping = wrapping;
    }

    /** Adds a database whose check let the start pass; one that stands for several is none that a tool migrates. */
    void add(String name, DataSourceBean bean, Expected expected) {
        boolean single = DataSourceBeans.databases(name, bean.dataSource()).containsKey(name);
        if (!expected.mapped() || !bean.settings().compareMigrations() || !single) {
            return;
        }
        Front front = Front.of(name, bean.dataSource(), bean.settings(), wrapping);
        beside.add(new MappedDatabase(
                name,
                front.pool(),
                expected.guard(bean.settings(), policies.getIfAvailable(() -> Policy.DEFAULT)),
                () -> guards.find(name).flatMap(Guarded::lastReport),
                () -> packaged(bean),
                found -> guards.compared(name, found)));
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
