package dev.schemaguard.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.drift.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each kind of finding has a page, and what the page shows is what real servers give. After a change {@code
 * -Dfindings.pages.accept=true} writes what they give into the pages, to be reviewed.
 */
class FindingPagesTest {

    private static final Set<Product> HERE = EnumSet.of(Product.POSTGRESQL, Product.H2, Product.SQLITE);

    /** Of the same length everywhere, for what a report says is cut off. */
    private final Path folder = Path.of("target", "findings");

    @BeforeEach
    void makeRoom() throws IOException {
        Files.createDirectories(folder);
    }

    @Test
    void hasAPageForEachKindAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FindingPage.FOLDER)) {
            Set<String> pages = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

            assertThat(pages)
                    .isEqualTo(Stream.concat(
                                    Stream.of("README"),
                                    Arrays.stream(Kind.values()).map(Kind::id))
                            .map(name -> name + ".md")
                            .collect(Collectors.toSet()));
        }
        assertThat(Files.readString(FindingPage.FOLDER.resolve("README.md")))
                .contains(Arrays.stream(Kind.values())
                        .map(kind -> "[" + kind.id() + "](" + kind.id() + ".md)")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatServersGive(Kind kind) throws Exception {
        compare(kind, HERE);
    }

    @Tag("databases")
    @ParameterizedTest
    @EnumSource
    void showsWhatServersOfMysqlsFamilyGive(Kind kind) throws Exception {
        compare(kind, EnumSet.complementOf(EnumSet.copyOf(HERE)));
    }

    private void compare(Kind kind, Set<Product> products) throws Exception {
        FindingPage page = FindingPage.of(kind);
        FindingPage played = page;
        for (Product product : products) {
            if (page.script("database", product).isPresent()) {
                played = new PageTrial(played, product, folder).played();
            }
        }
        if (Boolean.parseBoolean(System.getProperty("findings.pages.accept"))) {
            played.write();
        } else {
            assertThat(page.text()).isEqualTo(played.text());
        }
    }
}
