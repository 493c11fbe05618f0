package dev.schemaguard.source.library;

import java.util.Optional;

/** Port: the settings of the application, of which some say what the tables of a library are called. */
@FunctionalInterface
public interface LibrarySettings {

    /** Nothing is set. */
    LibrarySettings NONE = property -> Optional.empty();

    /** What a property says, if anything. */
    Optional<String> text(String property);

    /** What a property says where there is one: nothing without a name is set. */
    default Optional<String> of(String property) {
        return property.isEmpty() ? Optional.empty() : text(property);
    }

    /** Whether a property is set and true. */
    default boolean isTrue(String property) {
        return of(property).filter(Boolean::parseBoolean).isPresent();
    }
}
