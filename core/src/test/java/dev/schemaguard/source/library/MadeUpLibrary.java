package dev.schemaguard.source.library;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The class path of an application with a library on it that brings a contract: tables {@code LIB_JOB} and {@code LIB_STEP}, and
 * {@code LIB_LOCK}, which is of use by itself.
 */
public final class MadeUpLibrary {

    private static final String DECLARED = """
            {"version": 1, "made by": ["nobody"], "libraries": [
              {"name": "lib", "title": "Lib", "marker": "org.lib.Marker", "artifact": "org.lib:lib",
               "prefix": {"property": "lib.prefix", "schema": "lib.schema", "usual": "LIB_"},
               "parts": [["LIB_LOCK", "LIB_LOCK_SEQ"]],
               "contracts": [
                 {"from": "1.0", "below": "2.0", "unless": "lib.legacy", "snapshots": {"postgresql": "lib-1.json"}},
                 {"from": "2.0", "below": "3.0", "snapshots": {"mysql": "lib-1.json"}}]}]}
            """;

    private static final String SNAPSHOT = """
            {"version": 1, "dialect": "postgresql",
             "sequences": [
               {"name": "lib_job_seq", "role": "generator", "from": "Lib"},
               {"name": "lib_lock_seq", "role": "generator", "from": "Lib"}],
             "tables": [
               {"name": "lib_job", "from": "Lib", "columns": [{"name": "id", "type": "bigint"}, {"name": "name", "type": "text"}]},
               {"name": "lib_lock", "from": "Lib", "columns": [{"name": "id", "type": "bigint"}]},
               {"name": "lib_step", "from": "Lib", "columns": [{"name": "id", "type": "bigint"}],
                "foreignKeys": [{"columns": ["id"], "references": "lib_job", "referencedColumns": ["id"]}]}]}
            """;

    private final Path folder;

    private MadeUpLibrary(Path folder) {
        this.folder = folder;
    }

    /** The library in that version; one without a version where that is empty. */
    public static MadeUpLibrary in(Path folder, String version) throws IOException {
        MadeUpLibrary library = new MadeUpLibrary(folder);
        if (!version.isEmpty()) {
            library.put("META-INF/maven/org.lib/lib/pom.properties", "version=" + version);
        }
        return library.put("org/lib/Marker.class", "")
                .put("lib-1.json", SNAPSHOT)
                .put(LibraryContracts.DECLARED, DECLARED);
    }

    /** The same with a resource more, or with another one. */
    public MadeUpLibrary put(String resource, String text) throws IOException {
        Path file = folder.resolve(resource);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** The same without a resource. */
    public MadeUpLibrary without(String resource) throws IOException {
        Files.delete(folder.resolve(resource));
        return this;
    }

    public ClassLoader loader() throws IOException {
        return loader(null);
    }

    /** Before all that another loader finds, or {@code null} for nothing else. */
    public ClassLoader loader(@Nullable ClassLoader parent) throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
    }
}
