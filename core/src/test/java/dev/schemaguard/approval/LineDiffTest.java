package dev.schemaguard.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void keepsWhatIsCommonAndForgivesTheCommaThatANeighbourAsksFor() {
        assertThat(diff(List.of("[", "a,", "b", "]"), List.of("[", "a,", "b,", "c", "]")))
                .containsExactly("  [", "  a,", "  b,", "+ c", "  ]");
        assertThat(diff(List.of("a", "b", "c"), List.of("c", "d"))).containsExactly("- a", "- b", "  c", "+ d");
        assertThat(diff(List.of(), List.of("a"))).containsExactly("+ a");
        assertThat(diff(List.of("a"), List.of())).containsExactly("- a");
        assertThat(diff(List.of(), List.of())).isEmpty();
    }

    @RepeatedTest(50)
    void leadsFromOneToTheOther(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> before = lines(random, random.nextInt(30), 5);
        List<String> after = lines(random, random.nextInt(30), 5);

        List<LineDiff.Line> lines = LineDiff.between(before, after);

        assertThat(lines.stream().filter(line -> line.sign() != '+').map(LineDiff.Line::text))
                .containsExactlyElementsOf(before);
        assertThat(lines.stream().filter(line -> line.sign() != '-').map(LineDiff.Line::text))
                .containsExactlyElementsOf(after);
    }

    @Test
    void doesNotSearchLongInLargeTexts() {
        List<String> before = new ArrayList<>(lines(new Random(1), 20_000, 100_000));
        List<String> after = new ArrayList<>(lines(new Random(2), 20_000, 100_000));
        before.add(0, "head");
        after.add(0, "head");

        List<LineDiff.Line> lines = LineDiff.between(before, after);

        assertThat(lines.get(0)).hasToString("  head");
        assertThat(lines.stream().filter(line -> line.sign() != '+').map(LineDiff.Line::text))
                .containsExactlyElementsOf(before);
        assertThat(lines.stream().filter(line -> line.sign() != '-').map(LineDiff.Line::text))
                .containsExactlyElementsOf(after);
    }

    private static List<String> lines(Random random, int count, int kinds) {
        return IntStream.range(0, count)
                .mapToObj(i -> "line " + random.nextInt(kinds))
                .toList();
    }

    private static List<String> diff(List<String> before, List<String> after) {
        return LineDiff.between(before, after).stream()
                .map(LineDiff.Line::toString)
                .toList();
    }
}
