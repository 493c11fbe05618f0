package dev.schemaguard.spring.expectation;

import dev.schemaguard.hibernate.MappedUnit;
import javax.sql.DataSource;

/** Is told of each persistence unit whose mapping is known. */
public interface MappedUnitListener {

    /**
     * The mapping of a persistence unit is known, and nobody can use it yet. What this throws stops the start.
     *
     * @param unit the name of the bean that makes its EntityManagerFactory
     */
    void isMapped(String unit, DataSource dataSource, MappedUnit mapping);
}
