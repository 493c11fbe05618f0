package dev.schemaguard.spring;

import java.util.Optional;
import org.springframework.core.Ordered;

/** A migration tool of the application, asked for what its migrations expect. */
interface MigrationTool extends Ordered {

    /** What a property calls it. */
    String name();

    /** What the tool makes of a DataSource; nothing where it does not migrate it. */
    Optional<Expected> expectation(Target target);
}
