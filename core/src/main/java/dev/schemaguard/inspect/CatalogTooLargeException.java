package dev.schemaguard.inspect;

/** The catalog has more to say of what was asked for than this JVM should hold. */
public final class CatalogTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A bound in bytes that was met. */
    public CatalogTooLargeException(long bound) {
        super("the definitions of the tables that were looked at take more than " + (bound >> 20) + " MB");
    }
}
