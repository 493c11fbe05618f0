package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.drift.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    @ParameterizedTest
    @EnumSource
    void explainsEachKindOnATerminalOfEightyColumns(Kind kind) {
        RunnableJar.Result said = InProcess.run("explain", kind.id());

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .startsWith(kind.id() + "\n")
                .contains("What it means", "What happens to statements", "What cures it", "How to accept it")
                .doesNotContain("```", "|--");
        assertThat(said.out().lines().filter(line -> !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing-column:posts.quality", "MISSING_COLUMN", "Missing-Column"})
    void takesANameAsAReportOrAPolicyHasIt(String name) {
        assertThat(InProcess.run("explain", name).out()).startsWith("missing-column\n");
    }

    @Test
    void listsAllKindsWhereNoneIsNamed() {
        assertThat(InProcess.run("explain").out().lines())
                .hasSize(Kind.values().length)
                .contains("missing-column                The release names a column that the table does not have.");
    }

    @Test
    void namesTheKindThatMayBeMeant() {
        RunnableJar.Result said = InProcess.run("explain", "mising-colum");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("there is no kind 'mising-colum'; perhaps 'missing-column' is meant");
    }

    /** It may be a password. */
    @Test
    void doesNotRepeatWhatIsNearToNone() {
        RunnableJar.Result said = InProcess.run("explain", "hunter2");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("there is no such kind of finding").doesNotContain("hunter2");
    }
}
