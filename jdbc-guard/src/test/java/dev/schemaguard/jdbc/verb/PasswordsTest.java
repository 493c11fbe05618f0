package dev.schemaguard.jdbc.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    private static final Optional<String> NAMED = Optional.of("APP_PASSWORD");

    @TempDir
    private Path folder;

    @Test
    void readsTheFileThatAVariableNames() throws IOException {
        String file = secret("s3cret\nand a remark\n");

        assertThat(password(NAMED, Map.of("APP_PASSWORD_FILE", file))).contains("s3cret");
        assertThat(password(Optional.empty(), Map.of("PGPASSWORD_FILE", file))).contains("s3cret");
        assertThat(password(NAMED, Map.of("APP_PASSWORD", "plain", "PGPASSWORD_FILE", file)))
                .as("the one that is named")
                .contains("plain");
        assertThat(password(Optional.empty(), Map.of())).isEmpty();
    }

    @Test
    void refusesTwoOfWhichOnlyOneCanBeMeant() throws IOException {
        Map<String, String> both = Map.of("APP_PASSWORD", "s3cret", "APP_PASSWORD_FILE", secret("hidden"));

        assertThatThrownBy(() -> password(NAMED, both))
                .isInstanceOf(VerbException.class)
                .hasMessageContaining("only one of them can be meant")
                .hasMessageNotContainingAny("s3cret", "hidden");
    }

    @Test
    void saysWhatIsWrongWithAFileAndNothingThatMayBeThePassword() throws IOException {
        assertThatThrownBy(() -> password(NAMED, Map.of("APP_PASSWORD_FILE", "/nowhere/s3cret")))
                .isInstanceOf(VerbException.class)
                .hasMessage(
                        "--password-env with _FILE: the file cannot be read (NoSuchFileException); check the path and"
                                + " its permissions");
        assertThatThrownBy(() -> password(NAMED, Map.of("APP_PASSWORD_FILE", "s3\0cret")))
                .hasMessage("--password-env with _FILE: the variable holds no path of a file; let it name the file");
        assertThatThrownBy(() -> password(NAMED, Map.of("APP_PASSWORD_FILE", secret(""))))
                .hasMessage("--password-env with _FILE: the file is empty");
        assertThatThrownBy(() -> password(Optional.of("s3cret"), Map.of()))
                .isInstanceOf(VerbException.class)
                .hasMessageNotContaining("s3cret");
    }

    private static Optional<String> password(Optional<String> variable, Map<String, String> environment) {
        return Passwords.fromEnvironment("--password-env", variable, environment);
    }

    private String secret(String text) throws IOException {
        return Files.writeString(folder.resolve("password"), text).toString();
    }
}
