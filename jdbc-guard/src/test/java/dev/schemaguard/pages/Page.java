package dev.schemaguard.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page that people read.
 *
 * @param path of the file, from the root of the project
 * @param text what stands in it
 */
public record Page(Path path, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(^<!-- not run: [^\\n]+ -->\\n)?^( *)```([a-z]*)\\n(.*?)^\\2```$");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    /** Where pages lie that are no documents: forms of GitHub, and what goes into jars. */
    private static final Pattern NO_DOCUMENT = Pattern.compile("\\.github/.*|(?:.*/)?src/.*");

    /** All pages of the project. */
    public static List<Page> all() {
        return ProjectFiles.named(".md")
                .map(file -> new Page(ProjectFiles.ROOT.relativize(file), ProjectFiles.text(file)))
                .filter(page -> !NO_DOCUMENT
                        .matcher(page.path().toString().replace('\\', '/'))
                        .matches())
                .toList();
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
