package dev.schemaguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the plug-in names each parameter that there is, and no property that there is not. */
class ParametersPageTest {

    private static final Pattern PARAMETER =
            Pattern.compile("<(\\w+) implementation=\"[^\"]*\"[^>]*>\\$\\{(schema-guard\\.[a-z-]+)}");

    /** In words there: the two sides of {@code diff} have the same each. */
    private static final Pattern SIDE = Pattern.compile("(from|to)(User|ServerId|PasswordEnv)");

    private static final Pattern PROPERTY = Pattern.compile("-D(schema-guard\\.[a-z-]+)");

    @Test
    void namesEachParameterAndNoPropertyThatThereIsNot() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "maven.md"));
        Set<String> parameters = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        PARAMETER
                .matcher(Files.readString(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")))
                .results()
                .forEach(found -> {
                    parameters.add(found.group(1));
                    properties.add(found.group(2));
                });

        assertThat(parameters.stream().filter(name -> !SIDE.matcher(name).matches()))
                .hasSizeGreaterThan(20)
                .allMatch(name -> page.contains("`" + name + "`"));
        assertThat(PROPERTY.matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(properties);
    }
}
