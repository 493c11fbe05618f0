package dev.schemaguard.model;

import java.util.Set;

/**
 * What the live database holds and does not let the connected role use, beside the tables, which know it themselves.
 *
 * @param schemas the schemas that the role lacks {@code USAGE} on, so that no name in them means anything to it
 * @param sequences the sequences that it may take no numbers from
 * @param partlySeen the schemas of which the catalog shows it only what it was granted, so that a table which is not seen may be
 *     there
 */
public record Restrictions(Set<String> schemas, Set<ObjectName> sequences, Set<String> partlySeen) {

    /** Nothing is known to be out of reach. */
    public static final Restrictions NONE = new Restrictions(Set.of(), Set.of(), Set.of());

    public Restrictions {
        schemas = Set.copyOf(schemas);
        sequences = Set.copyOf(sequences);
        partlySeen = Set.copyOf(partlySeen);
    }

    /** Restrictions of a role that sees all that there is. */
    public Restrictions(Set<String> schemas, Set<ObjectName> sequences) {
        this(schemas, sequences, Set.of());
    }
}
