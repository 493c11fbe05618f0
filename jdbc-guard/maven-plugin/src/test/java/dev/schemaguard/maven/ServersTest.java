package dev.schemaguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.jdbc.verb.VerbException;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class ServersTest {

    private static final String ENCRYPTED = "{COQLCE6DU6GtcS5P=}";

    @Test
    void aServersPasswordIsDecrypted() {
        Credentials credentials = servers(Map.of(), false).credentials(Login.of("passwordEnv", null, "db", null));

        assertThat(credentials.user()).contains("guard");
        assertThat(credentials.password()).contains("opensesame");
    }

    @Test
    void credentialsShowNothingOfThemselves() {
        Credentials credentials = servers(Map.of(), false).credentials(Login.of("passwordEnv", null, "db", null));

        assertThat(credentials.toString()).doesNotContain("opensesame", "guard");
    }

    @Test
    void theUserThatIsNamedWinsOverTheServers() {
        Credentials credentials = servers(Map.of(), false).credentials(Login.of("passwordEnv", "owner", "db", null));

        assertThat(credentials.user()).contains("owner");
        assertThat(credentials.password()).contains("opensesame");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAnErrorThatShowsNothingOfIt() {
        assertThatThrownBy(() -> servers(Map.of(), true).credentials(Login.of("passwordEnv", null, "db", null)))
                .isInstanceOf(VerbException.class)
                .hasMessageContaining("'db'")
                .hasMessageContaining("settings-security.xml")
                .message()
                .doesNotContain(ENCRYPTED);
    }

    @Test
    void aServerThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> servers(Map.of(), false).credentials(Login.of("passwordEnv", null, "other", null)))
                .isInstanceOf(VerbException.class)
                .hasMessageContaining("no server 'other'");
    }

    @Test
    void withoutAServerThePasswordIsTheEnvironments() {
        Servers servers = servers(Map.of("PGPASSWORD", "usual", "APP_PASSWORD", "named"), false);

        assertThat(servers.credentials(Login.of("passwordEnv", "app", "", null)).password())
                .contains("usual");
        assertThat(servers.credentials(Login.of("passwordEnv", "app", null, "APP_PASSWORD"))
                        .password())
                .contains("named");
        assertThatThrownBy(() -> servers.credentials(Login.of("toPasswordEnv", "app", null, "MISSING")))
                .hasMessageStartingWith("toPasswordEnv: ");
    }

    private static Servers servers(Map<String, String> environment, boolean broken) {
        Server server = new Server();
        server.setId("db");
        server.setUsername("guard");
        server.setPassword(ENCRYPTED);
        Settings settings = new Settings();
        settings.addServer(server);
        return new Servers(settings, new Decrypter(broken), environment);
    }

    /** What Maven does with a master password, or without the right one. */
    private record Decrypter(boolean broken) implements SettingsDecrypter {

        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            Server server = request.getServers().get(0).clone();
            if (!broken) {
                server.setPassword("opensesame");
            }
            return new Decrypted(
                    server,
                    broken
                            ? List.of(new DefaultSettingsProblem(
                                    "cannot decrypt " + ENCRYPTED, SettingsProblem.Severity.ERROR, "", -1, -1, null))
                            : List.of());
        }
    }

    private record Decrypted(Server server, List<SettingsProblem> problems) implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
