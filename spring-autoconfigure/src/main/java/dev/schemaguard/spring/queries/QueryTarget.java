package dev.schemaguard.spring.queries;

import dev.schemaguard.hibernate.MappedUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * The database whose queries are meant.
 *
 * @param only whether the application has no other, so that all its queries are sent there
 * @param unit the persistence unit that is verified there; empty where it is not known, or there is none
 */
public record QueryTarget(boolean only, Optional<Unit> unit) {

    public QueryTarget {
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * A persistence unit.
     *
     * @param name the bean that makes its EntityManagerFactory
     * @param mapped what is known of it
     */
    public record Unit(String name, MappedUnit mapped) {

        public Unit {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(mapped, "mapped");
        }

        /** The schema that Hibernate is set to look into; empty where none is set. */
        public String defaultSchema() {
            return mapped.schemas().stream().findFirst().orElse("");
        }
    }
}
