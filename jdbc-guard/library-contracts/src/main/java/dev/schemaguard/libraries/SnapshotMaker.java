package dev.schemaguard.libraries;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Makes a snapshot of what a library brings.
 *
 * @param run for the kinds of database that rewrite what they are told, and cost nothing to start, the beginning of a URL
 * @param work a folder for what is needed meanwhile
 */
record SnapshotMaker(JsonNode run, Path work) {

    /** What scripts make: as they are read, or as they are run. */
    String of(LibraryScripts scripts, String database, String library) throws IOException, SQLException {
        String origin = library + ", " + scripts.name();
        return run.has(database)
                ? run(scripts, run.get(database).asString(), origin)
                : snapshot(
                        DdlSource.of(SourceText.made(origin, scripts.text())),
                        Databases.named(database).orElseThrow());
    }

    private String run(LibraryScripts scripts, String url, String origin) throws IOException, SQLException {
        Files.createDirectories(work);
        Path script = Files.writeString(work.resolve("scripts.sql"), scripts.text());
        try (ScratchDatabase scratch = ScratchDatabase.at(url)) {
            String snapshot = snapshot(SchemaSources.replay(script, scratch.dataSource()), scratch.kind());
            // Where a build kept the script is nobody's business.
            return snapshot.replaceAll(
                    Pattern.quote(script.toString()) + "(:[0-9]+)?", Matcher.quoteReplacement(origin));
        }
    }

    private static String snapshot(SchemaSource source, Database database) throws IOException {
        Schema schema = source.load(database);
        if (!schema.gaps().isEmpty() || schema.isEmpty()) {
            throw new IOException(
                    source.name() + " cannot be read whole for " + database.name() + ": " + schema.gaps());
        }
        return SnapshotJson.toText(schema, database.dialect());
    }

    /** Tables that are written down, for the library brings no script: their columns, and no types, which users choose. */
    String written(JsonNode tables, String database, String library) throws SQLException {
        if (!run.has(database)) {
            return written(tables, Databases.named(database).orElseThrow(), library);
        }
        try (ScratchDatabase scratch = ScratchDatabase.at(run.get(database).asString())) {
            return written(tables, scratch.kind(), library);
        }
    }

    private static String written(JsonNode tables, Database database, String library) {
        Schema.Builder schema = Schema.builder();
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            schema.table(table.getKey(), facts -> {
                facts.origin(Origin.of(library));
                table.getValue().get("columns").forEach(column -> facts.column(column.asString()));
                facts.primaryKey(table.getValue()
                        .get("primaryKey")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toArray(String[]::new));
            });
        }
        return SnapshotJson.toText(database.dialect().spell(schema.build()), database.dialect());
    }
}
