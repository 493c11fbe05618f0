package dev.schemaguard.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    @TempDir
    Path folder;

    @Test
    void readsAFileUpToItsBound() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "é\r\n");

        assertThat(InputFile.text(file, 4)).isEqualTo("é\r\n");
        assertThatThrownBy(() -> InputFile.text(file, 3))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is longer than");
    }

    @Test
    void refusesWhatHasNoEnd() throws Exception {
        assumeThat(Path.of("/dev/zero")).exists();
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        for (Path endless : new Path[] {Path.of("/dev/zero"), pipe}) {
            // A pipe that nobody writes into is waited for as soon as it is opened.
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatThrownBy(() -> InputFile.text(endless, 1 << 20))
                            .isInstanceOf(InputException.class)
                            .hasMessage("is no ordinary file but a pipe or a device, which may have no end"));
        }
        assertThatThrownBy(() -> InputFile.text(folder, 10)).hasMessage("is a folder");
        assertThatThrownBy(() -> InputFile.text(folder.resolve("none"), 10)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void tellsWhereBytesAreNoUtf8() throws IOException {
        byte[] far = ("ü\n".repeat(10_000) + "aü").getBytes(StandardCharsets.UTF_8);
        far[far.length - 1] = '!';
        Path file = Files.write(folder.resolve("a"), far);

        assertThatThrownBy(() -> InputFile.text(file, 1 << 20))
                .hasMessage("is not a text in UTF-8: the bytes at column 2 of line 10001 are none");

        Path cut = Files.write(folder.resolve("b"), new byte[] {'a', '\n', (byte) 0xC3});
        assertThatThrownBy(() -> InputFile.text(cut, 10))
                .hasMessage("is not a text in UTF-8: the bytes at column 1 of line 2 are none");
    }

    @Test
    void showsTheBeginningOfATextOnOneLine() {
        assertThat(Excerpt.of("posts")).isEqualTo("posts");
        assertThat(Excerpt.of("a\n\u001b[2J\u202e\u200b\0")).isEqualTo("a\\n\\u001b[2J\\u202e\\u200b\\u0000");
        assertThat(Excerpt.of("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
        assertThat(Excerpt.of("😀😀😀", 2)).isEqualTo("😀😀…");
        assertThat(Excerpt.of("a\ud83d", 2)).isEqualTo("a\\ud83d");
    }
}
