package dev.schemaguard.maven;

import java.util.Optional;

/**
 * Who connects. Its text shows nothing of it.
 *
 * @param user the role, if one is named
 * @param password its password, if it has one
 */
record Credentials(Optional<String> user, Optional<String> password) {

    static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "Credentials";
    }
}
