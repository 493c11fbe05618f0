package dev.schemaguard.inspect;

import java.util.List;

/**
 * The digests of all tables of a captured schema, and of its types and of sequences that no table owns, as one major version of a
 * database makes them.
 *
 * @param majorVersion the number of the server's major version ({@link CatalogReader#digestVersion})
 * @param objects one digest for each object
 */
public record TableDigests(int majorVersion, List<ObjectDigest> objects) {

    public TableDigests {
        objects = List.copyOf(objects);
    }
}
