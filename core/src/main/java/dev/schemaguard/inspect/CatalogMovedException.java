package dev.schemaguard.inspect;

/**
 * Something went from the catalog while it was read: the server's functions know it no more, though the rows of the same
 * answer still name it. Whoever reads again finds out.
 */
public final class CatalogMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of what the server knew no more. */
    public CatalogMovedException(String what) {
        super(what + " was dropped while the catalog was read");
    }
}
