package dev.schemaguard.recording;

/** Who sends a statement. */
sealed interface Sender {

    /**
     * Somebody of the release.
     *
     * @param name class and method, {@code com.acme.PostRepository#findTop}; empty where a test made a mapping send it
     */
    record Release(String name) implements Sender {}

    /** A test, for itself, or a tool that migrates: no statement of the release. */
    record Other() implements Sender {}
}
