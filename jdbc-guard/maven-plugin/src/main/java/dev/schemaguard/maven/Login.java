package dev.schemaguard.maven;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How parameters name who connects.
 *
 * @param parameter the parameter that names the variable, for messages
 * @param user the role, if it is named
 * @param serverId the server of {@code settings.xml}, if one is named
 * @param passwordEnv the environment variable that holds the password, if one is named
 */
record Login(String parameter, Optional<String> user, Optional<String> serverId, Optional<String> passwordEnv) {

    static Login of(String parameter, @Nullable String user, @Nullable String serverId, @Nullable String passwordEnv) {
        return new Login(parameter, Text.of(user), Text.of(serverId), Text.of(passwordEnv));
    }
}
