package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.snapshot.SnapshotSource;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** What was found out, for people. */
final class ExaminationText {

    /** More of a kind is counted. */
    private static final int MOST = 20;

    /** Where what is said begins, behind what it is said of. */
    private static final String HANGING = " ".repeat(12);

    private final Examination found;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * What was found out.
     *
     * @param width how many columns a line may have; zero where it may have any
     */
    ExaminationText(Examination found, int width) {
        this.found = found;
        this.width = width;
    }

    String text() {
        line("Schema Guard doctor: " + found.subject());
        line("");
        if (found.expected().isEmpty()) {
            line("Expected: nothing was found");
            line("  to do: name what the release expects with --expect, or package a snapshot at");
            line("         " + SnapshotSource.PACKAGED + " (schema-guard snapshot --help)");
        }
        found.expected().forEach(this::expected);
        some("Expected, too, or in the place of it:", found.open());
        some("Also there, but the first that applies decides:", found.others());
        line("");
        guarded();
        database();
        some("To be known:", found.notes());
        return String.join("\n", lines) + "\n";
    }

    private void expected(Expected one) {
        line("Expected: " + one.source().name());
        line("  why:      " + one.why());
        line("  read as:  " + one.kind());
        one.failure().ifPresent(failure -> {
            line("  not read: " + (failure.origin().isKnown() ? failure.origin() + ": " : "") + failure.reason());
            line("  to do:    " + failure.remedy());
        });
        if (one.schema().isPresent()) {
            line("  states:   " + counted(one.tables(), "table") + ", " + counted(one.columns(), "column")
                    + (one.tables() == 0 && one.gaps().isEmpty() ? "; nothing that could be compared" : "")
                    + (one.notFollowed() > 0
                            ? "; " + counted(one.notFollowed(), "table") + " could not be followed"
                            : ""));
            families("  all of:   ", one.complete());
            families("  as named: ", one.partial());
        }
        gaps(one);
        int shown = 0;
        for (Table table : one.open()) {
            if (shown++ < MOST) {
                line("  open:     the columns of " + table.name() + " (" + table.origin() + ")");
            }
        }
        more(one.open().size());
    }

    private void families(String head, List<String> families) {
        if (!families.isEmpty()) {
            line(head + String.join(", ", families));
        }
    }

    private void gaps(Expected one) {
        one.gaps().stream().limit(MOST).forEach(gap -> line("  not read: " + described(gap)));
        more(one.gaps().size());
        if (!one.gaps().isEmpty()) {
            line("  to do:    " + one.remedy());
        }
    }

    private static String described(Gap gap) {
        return (gap.origin().isKnown() ? gap.origin() + ": " : "") + gap.reason();
    }

    private void guarded() {
        line(
                found.guards().isEmpty()
                        ? "Guarded:  no start, as far as can be told: nothing of Schema Guard's is among the libraries; a pipeline"
                                + " is, by schema-guard check"
                        : "Guarded:  each start, by " + String.join(", ", found.guards()));
        boolean isWhole = found.isWhole();
        line("Compared: " + (isWhole ? "all that is stated" : "what could be read; the rest makes a check unverified"));
    }

    private void database() {
        line(
                "Rights:   a role that may connect and sees these tables in the catalog; no row is read, nothing is written."
                        + " Whether that role may read and write them is part of a check");
        if (found.report().isEmpty()) {
            line("Database: none was named; --url tells what a check says now");
            return;
        }
        DriftReport report = found.report().get();
        report.database()
                .ifPresent(database -> line("Database: " + database.product() + " " + database.version() + " ("
                        + database.url() + "), as role " + database.user() + ", in "
                        + String.join(", ", database.schemas())));
        line("A check:  " + report.toLine());
    }

    private void some(String head, List<String> all) {
        if (!all.isEmpty()) {
            line(head);
            all.stream().limit(MOST).forEach(one -> line("  " + one));
            more(all.size());
        }
    }

    private void more(int all) {
        if (all > MOST) {
            line("  and " + (all - MOST) + " more");
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void line(String text) {
        String rest = Printable.line(text);
        while (width > 0 && rest.length() > width) {
            int end = rest.lastIndexOf(' ', width);
            if (end <= HANGING.length()) {
                // A path that is longer than a line is not cut: somebody may want to copy it.
                end = rest.indexOf(' ', width);
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = HANGING + rest.substring(end + 1);
        }
        lines.add(rest);
    }
}
