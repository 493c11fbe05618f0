package dev.schemaguard.source.liquibase;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** Finds changelogs and what they include for Liquibase. */
final class ChangelogResources {

    private ChangelogResources() {}

    static ResourceAccessor of(ChangelogPlace place) throws FileNotFoundException {
        if (place instanceof ChangelogPlace.InFolder folder) {
            CompositeResourceAccessor all = new CompositeResourceAccessor();
            for (Path above : folder.above()) {
                all.addResourceAccessor(new DirectoryResourceAccessor(above));
            }
            return all;
        }
        return new ClassLoaderResourceAccessor(((ChangelogPlace.OnClasspath) place).loader());
    }
}
