package dev.schemaguard.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {

    @Test
    void namesThePackageWhenALibraryIsMissing(@TempDir Path home) {
        List<String> command = List.of("sh", "-c", "echo libaio.so.1: cannot open shared object file >&2; exit 127");

        assertThatThrownBy(() -> ServerCommand.run(command, home))
                .hasMessageContaining("libaio1t64")
                .hasMessageContaining("cannot open shared object file");
    }

    @Test
    void saysWhatAProgramSaidLast(@TempDir Path home) throws IOException {
        ServerCommand.run(List.of("sh", "-c", "cat >/dev/null"), home, (byte) 'x');

        assertThatThrownBy(() -> ServerCommand.run(List.of("sh", "-c", "echo no room; exit 1"), home))
                .hasMessage("sh could not be run:\nno room");
    }
}
