package dev.schemaguard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between pages: each leads to something that is there, and each page is found from the first. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");

    /** Where the project will be seen. */
    private static final String HOME = "https://github.com/schemaguard/schemaguard/blob/main/";

    private final Map<Path, Page> pages =
            Page.all().stream().collect(Collectors.toMap(Page::path, Function.identity()));

    @Test
    void leadToWhatIsThere() {
        assertThat(pages.values().stream()
                        .flatMap(page ->
                                links(page).filter(link -> !leads(page, link)).map(link -> page + " -> " + link)))
                .isEmpty();
    }

    @Test
    void leadFromTheFirstPageToEveryOther() {
        Set<Path> reached = new LinkedHashSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!next.isEmpty()) {
            Page page = pages.get(next.pop());
            if (page != null && reached.add(page.path())) {
                links(page).forEach(link -> target(page, link).ifPresent(next::add));
            }
        }

        assertThat(reached).containsAll(pages.keySet());
    }

    private boolean leads(Page page, String link) {
        Optional<Path> target = target(page, link);
        if (target.isEmpty()) {
            return true;
        }
        if (!Files.exists(ProjectFiles.ROOT.resolve(target.get()))) {
            return false;
        }
        Page other = pages.get(target.get());
        int anchor = link.indexOf('#');
        return anchor < 0 || other == null || other.anchors().contains(link.substring(anchor + 1));
    }

    /** What of this project it leads to; nothing, if it leads elsewhere. */
    private static Optional<Path> target(Page page, String link) {
        String place = link.replaceAll("#.*", "");
        if (place.startsWith(HOME)) {
            return Optional.of(Path.of(place.substring(HOME.length())));
        }
        if (link.startsWith("http") || link.startsWith("mailto:")) {
            return Optional.empty();
        }
        Path target = place.isEmpty()
                ? page.path()
                : page.path().resolveSibling(place).normalize();
        return Optional.of(
                Files.isDirectory(ProjectFiles.ROOT.resolve(target))
                                && Files.exists(
                                        ProjectFiles.ROOT.resolve(target).resolve("README.md"))
                        ? target.resolve("README.md")
                        : target);
    }

    private static Stream<String> links(Page page) {
        return LINK.matcher(page.prose())
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2));
    }
}
