package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.pages.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the command line holds what {@code --help} prints; {@code -Dcommand.line.page.accept=true} writes it. */
class CommandLinePageTest {

    private static final Path FILE = ProjectFiles.ROOT.resolve("docs/command-line.md");

    /** What stands before it is written by hand. */
    private static final String BEGIN = "<!-- from here on: what --help prints -->\n";

    @Test
    void holdsTheHelpOfEachVerb() throws IOException {
        String page = Files.readString(FILE);
        String byHand = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String expected = byHand
                + Main.whole().getSubcommands().keySet().stream()
                        .map(CommandLinePageTest::chapter)
                        .collect(Collectors.joining());

        if (Boolean.getBoolean("command.line.page.accept")) {
            Files.writeString(FILE, expected);
            return;
        }
        assertThat(page)
                .as("docs/command-line.md; -Dcommand.line.page.accept=true writes it")
                .isEqualTo(expected);
    }

    private static String chapter(String verb) {
        return "\n## " + verb + "\n\n```text\n"
                + InProcess.run(verb, "--help").out().stripTrailing() + "\n```\n";
    }
}
