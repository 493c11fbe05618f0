package dev.schemaguard.libraries;

import dev.schemaguard.source.library.LibraryContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes {@code library.json} and the snapshots that it names of the libraries' own scripts: those are read out of their jars by the
 * build, and nobody copies them into this repository.
 */
public final class ContractMaker {

    private static final String SNAPSHOTS = "META-INF/schema-guard/libraries/";

    private final Path scripts;
    private final Path classes;
    private final SnapshotMaker snapshots;

    private ContractMaker(Path scripts, Path classes, SnapshotMaker snapshots) {
        this.scripts = scripts;
        this.classes = classes;
        this.snapshots = snapshots;
    }

    /** The declarations, the folder of the scripts, the folder of what is packaged, and one for what is needed only meanwhile. */
    public static void main(String[] places) throws IOException, SQLException {
        JsonMapper json = new JsonMapper();
        ObjectNode declared = (ObjectNode) json.readTree(Path.of(places[0]).toFile());
        // Those whose scripts are run, and where; the scripts of all others are read.
        JsonNode run = declared.remove("run");
        Path classes = Path.of(places[2]);
        new ContractMaker(Path.of(places[1]), classes, new SnapshotMaker(run, Path.of(places[3]))).make(declared);
        // What says how they were made is not packaged: each start of an application reads that file.
        declared.findParents("folder")
                .forEach(contract ->
                        ((ObjectNode) contract).remove(List.of("folder", "scripts", "tables", "databases")));
        Path packaged = classes.resolve(LibraryContracts.DECLARED);
        Files.writeString(packaged, json.writerWithDefaultPrettyPrinter().writeValueAsString(declared) + "\n");
    }

    private void make(ObjectNode declared) throws IOException, SQLException {
        for (JsonNode library : declared.get("libraries")) {
            for (JsonNode contract : library.get("contracts")) {
                contract(library.get("title").asString(), (ObjectNode) contract);
            }
        }
    }

    private void contract(String title, ObjectNode contract) throws IOException, SQLException {
        String folder = contract.get("folder").asString();
        String origin = title + " " + contract.get("made").asString();
        ObjectNode made = contract.putObject("snapshots");
        for (String database : databases(contract)) {
            String resource = SNAPSHOTS + folder + "/" + database + ".json";
            Path file = classes.resolve(resource);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    contract.has("tables")
                            ? snapshots.written(contract.get("tables"), database, origin)
                            : snapshots.of(
                                    LibraryScripts.in(
                                            scripts.resolve(folder),
                                            contract.get("scripts").get(database)),
                                    database,
                                    origin));
            made.put(database, resource);
        }
    }

    /** Where a library brings no script, its tables are written down for these. */
    private static List<String> databases(ObjectNode contract) {
        return contract.has("tables")
                ? contract.get("databases")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                : List.copyOf(contract.get("scripts").propertyNames());
    }
}
