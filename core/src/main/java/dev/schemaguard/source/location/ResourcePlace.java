package dev.schemaguard.source.location;

import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.liquibase.LiquibaseSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.snapshot.SnapshotSource;

/** Something on the class path. */
final class ResourcePlace extends Place {

    private final String resource;
    private final ClassLoader loader;

    ResourcePlace(String text, String resource, ClassLoader loader, MigrationSettings settings) {
        super(text, settings);
        this.resource = resource;
        this.loader = loader;
    }

    @Override
    String name() {
        return resource;
    }

    @Override
    boolean exists() {
        return !resource.isEmpty() && loader.getResource(resource) != null;
    }

    @Override
    String where() {
        return " on the class path";
    }

    @Override
    boolean isFolder() {
        return !resource.isEmpty()
                && !resource.matches("(?i).*\\.(json|sql|xml|ya?ml|prisma)")
                && MigrationScripts.isOnClasspath(resource, loader);
    }

    @Override
    SourceText file() {
        return resource.equals(SnapshotSource.PACKAGED)
                ? SourceText.ownOnClasspath(resource, loader)
                : SourceText.classpath(resource, loader);
    }

    @Override
    MigrationScripts folder() {
        return MigrationScripts.classpath(resource, loader);
    }

    @Override
    LiquibaseSource changelog() {
        return LiquibaseSource.classpath(resource, loader);
    }
}
