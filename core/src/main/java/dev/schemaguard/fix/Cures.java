package dev.schemaguard.fix;

import dev.schemaguard.database.postgres.fix.PostgresCures;
import dev.schemaguard.database.standard.StandardCures;
import dev.schemaguard.drift.Drift;

/** How one kind of database is cured of drift. */
public interface Cures {

    /** What would cure the drift. */
    Recipe of(Drift drift);

    static Cures on(Ground ground) {
        return ground.sql().isPostgresql() ? new PostgresCures(ground) : new StandardCures(ground);
    }
}
