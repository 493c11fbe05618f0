package dev.schemaguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Baseline.Entry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String QUALITY = "missing-column:posts.quality";

    @TempDir
    Path folder;

    @Test
    void isOneSortedLineForEachFinding() throws Exception {
        Path file = folder.resolve("baseline.json");

        new Baseline(Map.of(
                        "type-wider:posts.score",
                        entry(Optional.of(Severity.ADVISORY), "a \"word\"", Optional.of(TODAY)),
                        QUALITY,
                        entry(Optional.empty(), "old", Optional.empty())))
                .write(file);

        assertThat(file).hasContent("""
                {
                  "version": 1,
                  "accepted": [
                    {"id":"missing-column:posts.quality","reason":"old"},
                    {"id":"type-wider:posts.score","severity":"advisory","reason":"a \\"word\\"","until":"2026-11-22"}
                  ]
                }
                """);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp*");
    }

    @Test
    void comesBackAsItWasWritten() {
        Path file = folder.resolve("baseline.json");
        Baseline baseline = Baseline.NONE
                .accepting("a:\u0001|\"x", entry(Optional.of(Severity.RISKY), "weil\nso", Optional.of(TODAY)))
                .accepting(QUALITY, "known");

        baseline.write(file);
        assertThat(Baseline.read(file)).isEqualTo(baseline);
        Baseline.NONE.write(file);
        assertThat(Baseline.read(file)).isEqualTo(Baseline.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is no JSON object",
                "[] | is no JSON object",
                "{ | is no JSON",
                "{\"version\":1} {} | goes on behind its end",
                "{\"accepted\":[]} | says no version",
                "{\"version\":2,\"accepted\":[]} | has version 2, but this Schema Guard reads version 1 only",
                "{\"version\":\"1\"} | has a version that is no number",
                "{\"version\":1,\"acepted\":[]} | has a field 'acepted' that is not known",
                "{\"version\":1,\"accepted\":{}} | has an 'accepted' that is no array",
                "{\"version\":1,\"accepted\":[1]} | has an entry that is no object",
                "{\"version\":1,\"accepted\":[{\"reason\":\"r\"}]} | has an entry without an id",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\"}]} | gives no reason for 'a'",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":\"r\",\"untill\":\"x\"}]} | has a field 'untill'",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":\"r\",\"until\":\"soon\"}]} | has a last day 'soon'",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":\"r\",\"severity\":\"bad\"}]} | has a severity 'bad'",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":1}]} | has a 'reason' that is no text",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"id\":\"b\",\"reason\":\"r\"}]} | is no JSON",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":\"r\"},{\"id\":\"a\",\"reason\":\"s\"}]} | accepts 'a' twice"
            })
    void refusesWhatItDoesNotUnderstandAndSaysWhy(String text, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("baseline.json"), text == null ? "" : text);

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(said);
    }

    @Test
    void refusesWhatHasNoEnd() {
        assumeThat(Path.of("/dev/zero")).exists();

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.read(Path.of("/dev/zero")))
                .withMessage("baseline '/dev/zero': is no ordinary file but a pipe or a device, which may have no end;"
                        + " write what it gives into a file, and name that");
    }

    @Test
    void refusesAFileThatIsLongerThanAnyInEarnest() throws Exception {
        Path file = folder.resolve("baseline.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        } catch (IOException e) {
            assumeThat(e).as("a file system with long sparse files").isNull();
        }

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.read(file))
                .withMessageContaining("is longer than 32 MB");
    }

    @Test
    void refusesBytesThatAreNoUtf8WithTheirPlace() throws Exception {
        Path file = Files.write(
                folder.resolve("baseline.json"),
                "{\"version\":1,\n\"accepted\":[{\"id\":\"café\"".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.read(file))
                .withMessageContaining("the bytes at column 23 of line 2 are none; save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"#\":1}",
                "{\"version\":#}",
                "{\"version\":1,\"accepted\":[{\"id\":\"#\"}]}",
                "{\"version\":1,\"accepted\":[{\"id\":\"#\",\"reason\":\"r\",\"until\":\"#\"}]}",
                "{\"version\":1,\"accepted\":[{\"id\":\"#\",\"reason\":\"r\",\"severity\":\"#\"}]}",
                "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":\"r\\u0000\"}]}"
            })
    void repeatsNoMoreOfTheFileThanAnybodyReads(String text) throws Exception {
        Path file = Files.writeString(
                folder.resolve("baseline.json"), text.replace("#", "\\u001b[2J\\u202e" + "x".repeat(200_000)));

        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.read(file))
                .satisfies(failure ->
                        assertThat(failure.getMessage()).hasSizeLessThan(700).doesNotContain("\u001b", "\u202e"));
    }

    @Test
    void saysThatThereIsNoSuchFileOrFolder() {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.read(folder.resolve("none.json")))
                .withMessageContaining("no such file");
        assertThatExceptionOfType(BaselineException.class).isThrownBy(() -> Baseline.read(folder));
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> Baseline.NONE.write(folder.resolve("nowhere/b.json")))
                .withMessageContaining("cannot be written");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22,true", "2026-11-21,false", "2027-01-01,true"})
    void acceptsUpToTheLastDay(LocalDate until, boolean accepted) {
        Baseline baseline =
                Baseline.NONE.accepting(QUALITY, entry(Optional.empty(), "being built", Optional.of(until)));

        Finding finding = judged(baseline);

        assertThat(finding.accepted().isPresent()).isEqualTo(accepted);
        assertThat(finding.hint().orElse("")).contains(accepted ? "" : "up to " + until + " (being built)");
    }

    @ParameterizedTest
    @CsvSource({"BREAKING,true", "RISKY,false", "ADVISORY,false"})
    void countsAgainWhatHasBecomeGraver(Severity most, boolean accepted) {
        Finding finding = judged(Baseline.NONE.accepting(QUALITY, entry(Optional.of(most), "known", Optional.empty())));

        assertThat(finding.accepted().isPresent()).isEqualTo(accepted);
        assertThat(finding.hint().orElse("")).contains(accepted ? "" : "while it was " + most.id());
    }

    @Test
    void renewedItKeepsReasonsAndDropsWhatIsNoLongerFound() {
        Entry kept = entry(Optional.empty(), "being built", Optional.of(TODAY));
        Baseline old = Baseline.NONE.accepting(QUALITY, kept).accepting("missing-table:gone", "old");

        assertThat(old.renewed(List.of(judged(old)), "new").accepted()).containsExactly(Map.entry(QUALITY, kept));
        assertThat(Baseline.NONE.renewed(List.of(judged(Baseline.NONE)), "new").accepted())
                .containsExactly(Map.entry(QUALITY, entry(Optional.of(Severity.BREAKING), "new", Optional.empty())));
        assertThat(old.stale(List.of(judged(old)))).containsExactly("missing-table:gone");
    }

    private static Finding judged(Baseline baseline) {
        Table posts = Table.builder(ObjectName.of("posts")).build();
        ColumnDrift drift = new ColumnDrift.Missing(
                posts,
                ObjectName.of("public", "posts"),
                Column.builder("quality").build());
        return Policy.DEFAULT
                .baseline(baseline)
                .judge(List.of(drift), "db/migration", Optional.empty(), TODAY)
                .get(0);
    }

    private static Entry entry(Optional<Severity> severity, String reason, Optional<LocalDate> until) {
        return new Entry(severity, reason, until);
    }
}
