package dev.schemaguard.test;

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

/**
 * How a snapshot differs from what a database has, for the one who has to accept or to correct that: what it means for a
 * release, both ways, and the lines.
 *
 * @param location what the snapshot is called
 * @param stored its text
 * @param live what the database has
 * @param database how that is spelled
 */
record SnapshotComparison(String location, String stored, Schema live, Database database) {

    private static final int MOST_FINDINGS = 30;

    /** Whether the snapshot says the same, in whatever shape. */
    boolean isSame() {
        return stored.equals(taken()) || sameMeaning();
    }

    private boolean sameMeaning() {
        try {
            Snapshot read = read();
            return read.dialect().equals(database.name())
                    && SnapshotJson.toText(read.schema(), database.dialect()).equals(taken());
        } catch (SchemaSourceException e) {
            return false;
        }
    }

    /** What the database has, as a snapshot. */
    String taken() {
        return SnapshotJson.toText(live, database.dialect());
    }

    private Snapshot read() {
        return SnapshotJson.read(SourceText.text(location, stored));
    }

    /** The differences as several lines, without a line break at their end. */
    String text() {
        List<String> lines = new ArrayList<>();
        findings(lines);
        lines.add("Lines (- snapshot, + database):");
        lines.addAll(LineExcerpt.of(
                LineDiff.between(stored.lines().toList(), taken().lines().toList())));
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
        if (!read.dialect().equals(database.name())) {
            lines.add("The snapshot is of '" + read.dialect() + "', the database is '" + database.name() + "'");
            return;
        }
        Held packaged = new Held("the snapshot", read.schema());
        Held database = new Held("the database", live);
        findings(
                "New or changed in the database. Without it, this release meets:",
                check(database, packaged),
                "database: ",
                "snapshot: ",
                lines);
        findings(
                "Gone or changed in the database. With it, a release that goes by the snapshot meets:",
                check(packaged, database),
                "snapshot: ",
                "database: ",
                lines);
    }

    private List<Finding> check(Held expected, Held found) {
        return SchemaGuard.expecting(expected).build().check(found, database).findings();
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
