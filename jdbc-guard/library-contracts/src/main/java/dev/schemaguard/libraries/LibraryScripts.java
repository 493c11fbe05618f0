package dev.schemaguard.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The scripts by which a library makes its tables in one kind of database.
 *
 * @param files the scripts, in the order in which they run
 */
record LibraryScripts(List<Path> files) {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

    /**
     * The scripts that a declaration lists. A name that ends in a slash is a folder, whose scripts run in the order of their names;
     * one of a later folder stands in place of that of an earlier one.
     */
    static LibraryScripts in(Path folder, JsonNode names) throws IOException {
        List<Path> files = new ArrayList<>();
        TreeMap<String, Path> listed = new TreeMap<>();
        for (JsonNode name : names) {
            Path place = folder.resolve(name.asString());
            if (!name.asString().endsWith("/")) {
                files.add(place);
                continue;
            }
            try (Stream<Path> scripts = Files.list(place)) {
                scripts.filter(Files::isRegularFile)
                        .forEach(script -> listed.put(script.getFileName().toString(), script));
            }
        }
        files.addAll(listed.values());
        return new LibraryScripts(List.copyOf(files));
    }

    /** What the scripts are called, for people. */
    String name() {
        String first = files.get(0).getFileName().toString();
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    /** All of them as one script. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            String script = Files.readString(file).strip();
            String code = COMMENT.matcher(script).replaceAll("").strip();
            // The last statement of a file by itself need not be ended, and some files hold none.
            text.append(script).append(code.isEmpty() || code.endsWith(";") ? "\n" : "\n;\n");
        }
        return text.toString();
    }
}
