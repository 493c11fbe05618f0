package dev.schemaguard.spring;

import dev.schemaguard.policy.Policy;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.spring.SchemaGuards.Guarded;
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
    void add(String name, Target target, Expected expected) {
        boolean single = Targets.databases(name, target.dataSource()).containsKey(name);
        if (!expected.mapped() || !target.settings().compareMigrations() || !single) {
            return;
        }
        Front front = Front.of(name, target.dataSource(), target.settings(), wrapping);
        beside.add(new MappedDatabase(
                name,
                front.pool(),
                expected.guard(target.settings(), policies.getIfAvailable(() -> Policy.DEFAULT)),
                () -> guards.find(name).flatMap(Guarded::lastReport),
                () -> packaged(target),
                found -> guards.compared(name, found)));
    }

    /** Where two make one schema neither knows all of it. */
    private Optional<PackagedMigrations> packaged(Target target) {
        Map<String, PackagedMigrations> found = new LinkedHashMap<>();
        packagings
                .orderedStream()
                .forEach(one -> one.packaged(target).ifPresent(packaged -> found.putIfAbsent(one.name(), packaged)));
        return found.size() == 1 ? List.copyOf(found.values()).stream().findFirst() : Optional.empty();
    }
}
