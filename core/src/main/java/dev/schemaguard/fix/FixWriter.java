package dev.schemaguard.fix;

import dev.schemaguard.drift.Drift;

/** Writes what would cure drift, for one expectation and one database. */
public interface FixWriter {

    /** What would cure the drift. */
    FixBuilder of(Drift drift);
}
