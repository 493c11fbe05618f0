package dev.schemaguard.approval;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.Snapshot;
import dev.schemaguard.source.snapshot.SnapshotJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How a snapshot differs from what it is to be of, for the one who has to accept or to correct that: what it means for a
 * release, both ways, and the lines. Digests are no needs of a release: without them, or with those of another version, checks
 * only take longer, so they do not count.
 *
 * @param location what the snapshot is called
 * @param stored its text, with digests or without
 * @param origin what the other was read from, in a word: {@code database}
 * @param taken the other
 */
public record SnapshotComparison(String location, String stored, String origin, TakenSnapshot taken) {

    private static final int MOST_FINDINGS = 30;

    public SnapshotComparison {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(taken, "taken");
        stored = SnapshotJson.withoutDigests(stored);
    }

    /** Whether the snapshot says the same, in whatever shape. */
    public boolean isSame() {
        return stored.equals(taken.facts()) || sameMeaning();
    }

    private boolean sameMeaning() {
        try {
            Snapshot read = read();
            return read.dialect().equals(database().name())
                    && SnapshotJson.toText(read.schema(), database().dialect()).equals(taken.facts());
        } catch (SchemaSourceException e) {
            return false;
        }
    }

    private Database database() {
        return taken.database();
    }

    private Snapshot read() {
        return SnapshotJson.read(SourceText.text(location, stored));
    }

    /** The differences as several lines, without a line break at their end. */
    public String text() {
        List<String> lines = new ArrayList<>();
        findings(lines);
        lines.add("Lines (- snapshot, + " + origin + "):");
        lines.addAll(LineExcerpt.of(
                LineDiff.between(stored.lines().toList(), taken.facts().lines().toList())));
        return String.join("\n", lines);
    }

    private void findings(List<String> lines) {
        Snapshot read;
        try {
            read = read();
        } catch (SchemaSourceException e) {
            lines.add("The file is no snapshot: " + e.getMessage());
            return;
        }
        if (!read.dialect().equals(database().name())) {
            lines.add("The snapshot is of '" + read.dialect() + "', the " + origin + " is '"
                    + database().name() + "'");
            return;
        }
        Held packaged = new Held("the snapshot", read.schema());
        Held other = new Held("the " + origin, taken.schema());
        findings(
                "New or changed in the " + origin + ". Without it, this release meets:",
                check(other, packaged),
                origin + ": ",
                "snapshot: ",
                lines);
        findings(
                "Gone or changed in the " + origin + ". With it, a release that goes by the snapshot meets:",
                check(packaged, other),
                "snapshot: ",
                origin + ": ",
                lines);
    }

    private List<Finding> check(Held expected, Held found) {
        return SchemaGuard.expecting(expected).build().check(found, database()).findings();
    }

    private static void findings(
            String title, List<Finding> findings, String expected, String found, List<String> lines) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add(title);
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> {
            lines.add("  " + finding.severity().id().toUpperCase(Locale.ROOT) + "  "
                    + finding.drift().kind().id() + "  " + finding.subject());
            lines.add("    " + finding.drift().message());
            lines.add("    " + expected + finding.drift().expected().orElse("nothing"));
            lines.add("    " + found + finding.drift().actual().orElse("nothing"));
        });
        if (findings.size() > MOST_FINDINGS) {
            lines.add("  and " + (findings.size() - MOST_FINDINGS) + " more");
        }
        lines.add("");
    }

    /**
     * A schema that is spelled already.
     *
     * @param name what it is called
     * @param schema the schema
     */
    private record Held(String name, Schema schema) implements SchemaSource {

        @Override
        public Schema load(Database database) {
            return schema;
        }
    }
}
