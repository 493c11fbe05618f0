package dev.schemaguard.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page that people read.
 *
 * @param path of the file, from the root of the project
 * @param text what stands in it
 */
public record Page(Path path, String text) {

    /** The root of the project, from where a module's tests run. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(^<!-- not run: [^\\n]+ -->\\n)?^( *)```([a-z]*)\\n(.*?)^\\2```$");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".github", "src");

    /** All pages of the project. */
    public static List<Page> all() {
        try (Stream<Path> top = Files.list(ROOT)) {
            return top.filter(Page::mayHoldPages)
                    .flatMap(Page::below)
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayHoldPages(Path path) {
        return !NOT_OURS.contains(path.getFileName().toString());
    }

    private static Stream<Path> below(Path path) {
        if (!Files.isDirectory(path)) {
            return path.toString().endsWith(".md") ? Stream.of(path) : Stream.of();
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(Page::mayHoldPages).toList().stream().flatMap(Page::below);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return new Page(ROOT.relativize(file), Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is pasted: the blocks between fences, in their order. */
    public List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(this, line(found), found.group(3), found.group(4), found.group(1) == null))
                .toList();
    }

    /** What is said around the blocks. */
    String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    /** What can be linked to within it, as GitHub names it. */
    Set<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private int line(MatchResult found) {
        return (int) text.substring(0, found.start()).lines().count() + 1;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /**
     * A block between fences.
     *
     * @param page where it stands
     * @param line of its first fence
     * @param language that is named, or nothing
     * @param text what it holds
     * @param proven whether it has to be: not where the page says, in a comment above it, why it cannot be
     */
    public record Block(Page page, int line, String language, String text, boolean proven) {

        /** Its lines, each with those that continue it. */
        public List<String> commands() {
            return text.replaceAll("\\\\\\n\\s*", "").lines().map(String::strip).toList();
        }

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }
}
