package dev.schemaguard.spring.expectation;

import dev.schemaguard.source.PackagedMigrations;
import java.util.Optional;

/** Something that makes a schema while or before the application starts, of what the application packages. */
public interface Packaging {

    /** What people call it; whatever has the same name is another way to the same. */
    String name();

    /** What it makes a DataSource of, as far as that is known for sure. Asks no database. */
    Optional<PackagedMigrations> packaged(DataSourceBean bean);
}
