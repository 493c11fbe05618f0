package dev.schemaguard.spring.expectation;

import dev.schemaguard.source.PackagedMigrations;
import java.util.Optional;
import org.springframework.core.Ordered;

/** A migration tool of the application, asked for what its migrations expect. */
public interface MigrationTool extends Packaging, Ordered {

    /** What a property calls it. */
    @Override
    String name();

    /** What the tool makes of a DataSource; nothing where it does not migrate it. */
    Optional<Expected> expectation(DataSourceBean bean);

    /** The tool remembers in the database what it ran. */
    @Override
    default Optional<PackagedMigrations> packaged(DataSourceBean bean) {
        return expectation(bean)
                .map(found -> new PackagedMigrations(found.sources().get(0), found.schemas(), true));
    }
}
