package dev.schemaguard.spring;

/** What the schema has to do with the readiness of the application. */
public enum Readiness {
    /** Once the schema was as expected the application stays ready; later drift is only reported. */
    LATCHED,
    /** Drift that is found later shuts the gate, and the application is not ready until it heals. */
    LIVE,
    /** Nothing. */
    NONE
}
