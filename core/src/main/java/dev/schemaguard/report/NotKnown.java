package dev.schemaguard.report;

import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.Locale;
import java.util.Objects;

/**
 * What an expectation leaves open of one object because it could not be told, or what a database does not tell of it, so that
 * it was not checked.
 *
 * @param object the table or view
 * @param what the family of its facts
 * @param origin where the expectation makes the object
 */
public record NotKnown(ObjectName object, Family what, Origin origin) {

    public NotKnown {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(origin, "origin");
    }

    /** The family as reports call it. */
    String word() {
        return word(what);
    }

    static String word(Family family) {
        return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
