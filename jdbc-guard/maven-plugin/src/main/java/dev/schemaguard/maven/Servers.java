package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.Passwords;
import dev.schemaguard.jdbc.verb.VerbException;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Where passwords come from: the servers of {@code settings.xml}, which Maven decrypts, or the environment. Never a parameter, for
 * Maven prints those with {@code -X}, and a pom is for everybody to read.
 *
 * @param settings the user's settings
 * @param decrypter Maven's own
 * @param environment the variables of the process
 */
record Servers(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment) {

    /**
     * Who connects.
     *
     * @param login what the parameters name
     * @throws VerbException if there is no such server or variable, or the password cannot be decrypted
     */
    Credentials credentials(Login login) {
        if (login.serverId().isEmpty()) {
            return new Credentials(login.user(), fromEnvironment(login));
        }
        Server server = decrypted(login.serverId().get());
        Optional<String> password = Optional.ofNullable(server.getPassword());
        return new Credentials(
                login.user().or(() -> Optional.ofNullable(server.getUsername())),
                password.isPresent() ? password : fromEnvironment(login));
    }

    private Optional<String> fromEnvironment(Login login) {
        return Passwords.fromEnvironment(login.parameter(), login.passwordEnv(), environment);
    }

    private Server decrypted(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw new VerbException(
                    "settings.xml has no server '" + id + "'; add one with this id, its username and its password");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        boolean failed = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        if (failed) {
            // What the problem says of itself may hold what could not be decrypted.
            throw new VerbException("the password of server '" + id + "' in settings.xml cannot be decrypted; see that"
                    + " settings-security.xml holds the master password that it was encrypted with");
        }
        return result.getServer();
    }
}
