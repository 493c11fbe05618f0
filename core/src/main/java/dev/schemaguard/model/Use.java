package dev.schemaguard.model;

/** Whether a release does something with a table or writes a column. */
public enum Use {
    /** The release does it, and the expectation says so. */
    ALWAYS,
    /** The release never does it, and the expectation says so. */
    NEVER,
    /** The expectation does not say. */
    UNSTATED
}
