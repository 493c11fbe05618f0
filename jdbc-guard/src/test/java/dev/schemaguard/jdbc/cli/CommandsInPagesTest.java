package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.pages.Page;
import dev.schemaguard.pages.ProjectFiles;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Commands that a reader pastes from the pages: options that are there, tests that are there, modules that are there. */
class CommandsInPagesTest {

    private static final Pattern OURS =
            Pattern.compile("^(?:\\$ )?(?:schema-guard|java .*-jar \\S*schema-guard\\S*\\.jar)\\s+(.+?)(?:\\s+#.*)?$");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private static final Pattern TESTS = Pattern.compile("-D(?:it\\.)?test='?([^'\\s]+)");

    private static final Pattern MODULES = Pattern.compile("-pl (\\S+)");

    private static final Pattern PROFILES = Pattern.compile("\\s-P([\\w,-]+)");

    @Test
    void areUnderstoodByTheCommandLine() {
        List<String> commands = commands(OURS);

        assertThat(commands).hasSizeGreaterThan(8);
        SoftAssertions.assertSoftly(all -> commands.forEach(
                command -> all.assertThatCode(() -> Main.whole().parseArgs(words(command)))
                        .as(command)
                        .doesNotThrowAnyException()));
    }

    @Test
    void ofMavenNameTestsAndModulesAndProfilesThatAreThere() {
        List<String> commands = commands(Pattern.compile("^(mvn .*)$"));
        Set<String> classes = ProjectFiles.named(".java")
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        String poms = ProjectFiles.named("pom.xml").map(ProjectFiles::text).collect(Collectors.joining());

        assertThat(named(TESTS, commands).filter(test -> !test.contains("*")))
                .allMatch(test -> classes.contains(test.replaceAll("#.*", "")));
        assertThat(named(MODULES, commands))
                .allMatch(module -> Files.exists(ProjectFiles.ROOT.resolve(module + "/pom.xml")));
        assertThat(named(PROFILES, commands)).allMatch(profile -> poms.contains("<id>" + profile + "</id>"));
    }

    private static List<String> commands(Pattern pattern) {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> !block.language().equals("text"))
                .flatMap(block -> block.commands().stream())
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<String> named(Pattern pattern, List<String> commands) {
        return commands.stream()
                .flatMap(command -> pattern.matcher(command).results())
                .flatMap(found -> Arrays.stream(found.group(1).split(",")));
    }

    /** As a shell would cut it. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command.replaceAll("\\s[|>].*", ""))
                .results()
                .forEach(found -> words.add(found.group().replaceAll("^['\"]|['\"]$", "")));
        return words.toArray(String[]::new);
    }
}
