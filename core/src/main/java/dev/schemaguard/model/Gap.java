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
        return new Gap(origin, reason, new Reach.Everything());
    }

    /** A gap that can have changed the given tables only. */
    public static Gap of(Origin origin, String reason, Set<ObjectName> tables) {
        return new Gap(origin, reason, new Reach.Tables(tables));
    }

    /** What a gap may have changed. */
    public sealed interface Reach {

        /** It cannot be told. */
        record Everything() implements Reach {}

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
