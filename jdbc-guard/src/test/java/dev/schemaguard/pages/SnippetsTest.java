package dev.schemaguard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What a reader pastes: Java that stands in a test or a sample, and coordinates of what this build makes. */
class SnippetsTest {

    private static final Pattern COMMENT = Pattern.compile("(?m)//.*$");

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(schemaguard-[a-z-]+)</artifactId>");

    private static final Pattern POM_ARTIFACT =
            Pattern.compile("(?s)<project.*?(?:</parent>.*?)?<artifactId>(schemaguard-[a-z-]+)</artifactId>");

    @Test
    void ofJavaStandInATestOrASample() {
        List<String> sources = sources().map(SnippetsTest::bare).toList();

        assertThat(blocks("java")
                        .filter(Page.Block::proven)
                        .filter(block -> !stands(block, sources))
                        .map(Page.Block::toString))
                .as("pasted Java that no test and no sample compiles")
                .isEmpty();
    }

    @Test
    void ofXmlAreWellFormedAndNameWhatTheBuildMakes() {
        Set<String> made = texts("pom.xml")
                .map(text -> text.replaceFirst("(?s)<parent>.*?</parent>", ""))
                .flatMap(text -> POM_ARTIFACT.matcher(text).results().limit(1).map(found -> found.group(1)))
                .collect(Collectors.toSet());

        assertThat(blocks("xml").filter(block -> !isWellFormed(block.text())).map(Page.Block::toString))
                .isEmpty();
        assertThat(blocks("xml")
                        .flatMap(block ->
                                ARTIFACT.matcher(block.text()).results().map(found -> found.group(1))))
                .isSubsetOf(made);
    }

    private static Stream<Page.Block> blocks(String language) {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language));
    }

    /** Piece by piece, for a page shows what belongs together, and a test has more between. */
    private static boolean stands(Page.Block block, List<String> sources) {
        List<String> pieces = Arrays.stream(
                        COMMENT.matcher(block.text()).replaceAll("").split("\\n\\s*\\n|\\.\\.\\."))
                .map(SnippetsTest::bare)
                .filter(piece -> !piece.isEmpty())
                .toList();
        return sources.stream().anyMatch(source -> pieces.stream().allMatch(source::contains));
    }

    /** Without what a formatter chooses. */
    private static String bare(String java) {
        return COMMENT.matcher(java).replaceAll("").replaceAll("\\s+", "");
    }

    /** Of tests and samples; what is published would prove nothing of a page. */
    private static Stream<String> sources() {
        return ProjectFiles.named(".java")
                .filter(file ->
                        ProjectFiles.ROOT.relativize(file).toString().matches("samples/.*|.*/src/(?:test|it)/.*"))
                .map(ProjectFiles::text);
    }

    private static Stream<String> texts(String ending) {
        return ProjectFiles.named(ending).map(ProjectFiles::text);
    }

    private static boolean isWellFormed(String xml) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<pasted>" + xml + "</pasted>")));
            return document.getDocumentElement().hasChildNodes();
        } catch (Exception e) {
            return false;
        }
    }
}
