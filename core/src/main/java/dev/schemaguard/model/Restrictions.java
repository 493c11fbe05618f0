package dev.schemaguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the live database holds and does not let the connected role use, beside the tables, which know it themselves.
 *
 * @param schemas the schemas that the role lacks {@code USAGE} on, so that no name in them means anything to it
 * @param sequences the sequences that it may take no numbers from
 * @param partlySeen the schemas of which the catalog shows it only what it was granted, so that a table which is not seen may be
 *     there
 * @param doubtful the privileges on all tables of a schema that it holds or not, as the server chooses: several grants fit, and
 *     one of them counts
 */
public record Restrictions(
        Set<String> schemas, Set<ObjectName> sequences, Set<String> partlySeen, Map<String, Set<Privilege>> doubtful) {

    /** Nothing is known to be out of reach. */
    public static final Restrictions NONE = new Restrictions(Set.of(), Set.of());

    public Restrictions {
        schemas = Set.copyOf(schemas);
        sequences = Set.copyOf(sequences);
        partlySeen = Set.copyOf(partlySeen);
        Map<String, Set<Privilege>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, Set<Privilege>> one : doubtful.entrySet()) {
            copy.put(one.getKey(), Set.copyOf(one.getValue()));
        }
        doubtful = Collections.unmodifiableMap(copy);
    }

    /** Restrictions of a role that sees all that there is. */
    public Restrictions(Set<String> schemas, Set<ObjectName> sequences) {
        this(schemas, sequences, Set.of(), Map.of());
    }
}
