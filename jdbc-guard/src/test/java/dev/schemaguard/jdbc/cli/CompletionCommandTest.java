package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shell completes, asked of a real one. */
class CompletionCommandTest {

    private static final Path BASH = Path.of("/bin/bash");

    /** Reads the script from its first argument, and answers what it gives for the words of each further one, a line each. */
    private static final String ASK = """
            source "$1"
            shift
            for line in "$@"; do
              IFS=' ' read -r -a COMP_WORDS <<< "${line%_}"
              [[ $line != *' _' ]] || COMP_WORDS+=("")
              COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
              COMPREPLY=()
              _complete_schema-guard 2> /dev/null
              echo "${COMPREPLY[*]}"
            done
            """;

    @TempDir
    private Path folder;

    @Test
    void bashCompletesVerbsOptionsAndTheirValues() throws IOException, InterruptedException {
        assumeThat(BASH).exists();

        assertThat(completed(
                        "schema-guard _",
                        "schema-guard ch",
                        "schema-guard check --write-b",
                        "schema-guard check --format _",
                        "schema-guard check --fail-on r",
                        "schema-guard statements --layout up",
                        "schema-guard snapshot --database my",
                        "schema-guard check --url jdbc:postgresql://db/app --no-such",
                        "schema-guard explain missing-col"))
                .containsExactly(
                        "check diff fix sync snapshot statements doctor explain completion",
                        "check",
                        "--write-baseline",
                        "text json markdown html junit github",
                        "risky",
                        "up-down",
                        "mysql",
                        "",
                        "missing-column");
    }

    private List<String> completed(String... lines) throws IOException, InterruptedException {
        RunnableJar.Result script = InProcess.run("completion");
        assertThat(script.exit()).isZero();
        assertThat(script.err()).isEmpty();
        List<String> command = new ArrayList<>(List.of(
                BASH.toString(),
                "--norc",
                "-c",
                ASK,
                "bash",
                Files.writeString(folder.resolve("schema-guard"), script.out()).toString()));
        command.addAll(List.of(lines));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(answered).isZero();
        return answered.lines().toList();
    }
}
