package dev.schemaguard.libraries;

import dev.schemaguard.source.library.LibraryContract;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.source.library.LibrarySettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One contract of the pack.
 *
 * @param library the library's declaration
 * @param contract its contract
 */
record PackedContract(JsonNode library, JsonNode contract) {

    /** Those that are made of the scripts of a library. */
    static List<PackedContract> ofScripts() throws IOException {
        return all().stream().filter(packed -> packed.contract().has("scripts")).toList();
    }

    /** That of a library that has one. */
    static PackedContract of(String library) throws IOException {
        return all().stream()
                .filter(packed -> packed.library().get("name").asString().equals(library))
                .findFirst()
                .orElseThrow();
    }

    private static List<PackedContract> all() throws IOException {
        List<PackedContract> all = new ArrayList<>();
        for (JsonNode library : declared().get("libraries")) {
            for (JsonNode contract : library.get("contracts")) {
                all.add(new PackedContract(library, contract));
            }
        }
        return all;
    }

    private static JsonNode declared() throws IOException {
        return new JsonMapper()
                .readTree(Path.of("target", "contracts", "contracts.json").toFile());
    }

    /** A file out of the library's jar. */
    Path unpacked(String name) {
        return Path.of("target", "scripts", contract.get("folder").asString(), name);
    }

    /** The library's own scripts for a database, one text. */
    String script(String database) throws IOException {
        return LibraryScripts.in(unpacked(""), contract.get("scripts").get(database))
                .text();
    }

    /** The pack on the class path of an application that has the library, in the version of which the scripts are. */
    LibraryContracts onClasspath(Path folder) throws IOException {
        Path marker = folder.resolve(library.get("marker").asString().replace('.', '/') + ".class");
        Files.createDirectories(marker.getParent());
        Files.writeString(marker, "");
        Path version = folder.resolve(
                "META-INF/maven/" + library.get("artifact").asString().replace(':', '/') + "/pom.properties");
        Files.createDirectories(version.getParent());
        Files.writeString(version, "version=" + contract.get("made").asString());
        return LibraryContracts.on(
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, PackedContract.class.getClassLoader()),
                LibrarySettings.NONE);
    }

    /** What it expects where the library is named. */
    LibraryContract named(Path folder) throws IOException {
        return onClasspath(folder).find(library.get("name").asString()).orElseThrow();
    }

    @Override
    public String toString() {
        return library.get("title").asString() + " " + contract.get("made").asString();
    }
}
