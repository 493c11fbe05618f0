package dev.schemaguard.model;

import java.util.Objects;
import java.util.Set;

/**
 * Something that a source holds but could not read, so that what it says is left unstated.
 *
 * @param origin where it stands
 * @param reason what it is and why it cannot be read, for people
 * @param reach which tables it may have changed
 */
public record Gap(Origin origin, String reason, Reach reach) {

    public Gap {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reach, "reach");
    }

    /** A gap that may have changed anything. */
    public static Gap everywhere(Origin origin, String reason) {
        return everywhere(origin, reason, Set.of());
    }

    /**
     * A gap that may have changed anything.
     *
     * @param names the tables that are known to be named before it, of which nothing is stated therefore
     */
    public static Gap everywhere(Origin origin, String reason, Set<ObjectName> names) {
        return new Gap(origin, reason, new Reach.Everything(names));
    }

    /** A gap that can have changed the given tables only. */
    public static Gap of(Origin origin, String reason, Set<ObjectName> tables) {
        return new Gap(origin, reason, new Reach.Tables(tables));
    }

    /** What a gap may have changed. */
    public sealed interface Reach {

        /** The tables by name, as far as they are known. */
        Set<ObjectName> names();

        /**
         * It cannot be told.
         *
         * @param names the tables that were there by then, of which nothing is stated therefore
         */
        record Everything(Set<ObjectName> names) implements Reach {

            public Everything {
                names = Set.copyOf(names);
            }
        }

        /**
         * Only these tables.
         *
         * @param names their names
         */
        record Tables(Set<ObjectName> names) implements Reach {

            public Tables {
                names = Set.copyOf(names);
            }
        }
    }
}
