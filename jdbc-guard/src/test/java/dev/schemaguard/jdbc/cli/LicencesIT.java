package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The runnable jar brings the licence of everything that is in it, and what it provides can be found. */
class LicencesIT {

    private static final String LIST = "META-INF/THIRD-PARTY.txt";
    private static final String SERVICES = "META-INF/services/";

    @Test
    void everyClassIsOfALibraryThatIsListed() throws IOException {
        try (JarFile jar = jar()) {
            List<String> packages =
                    libraries(jar).stream().map(Library::classes).toList();

            List<String> unlisted = classes(jar).stream()
                    .filter(name -> !name.startsWith("dev.schemaguard."))
                    .filter(name -> packages.stream().noneMatch(prefix -> name.startsWith(prefix + ".")))
                    .toList();

            assertThat(unlisted)
                    .as("a new library needs an entry in " + LIST + ", and its licence in the jar")
                    .isEmpty();
        }
    }

    @Test
    void everyLibraryThatIsListedIsThereWithItsTexts() throws IOException {
        try (JarFile jar = jar()) {
            List<String> classes = classes(jar);
            assertThat(libraries(jar)).hasSizeGreaterThan(10).allSatisfy(library -> {
                assertThat(classes).anyMatch(name -> name.startsWith(library.classes() + "."));
                assertThat(library.texts()).isNotEmpty();
                for (Text text : library.texts()) {
                    assertThat(content(jar, text.file()))
                            .as(library.toString())
                            .hasValueSatisfying(content -> assertThat(content).contains(text.words()));
                }
            });
        }
    }

    @Test
    void theTextsAreThoseOfTheLicences() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(content(jar, "META-INF/LICENSE").orElseThrow())
                    .containsOnlyOnce("Version 2.0, January 2004")
                    .containsOnlyOnce("Redistributions in binary form must reproduce the above copyright notice");
            assertThat(content(jar, "META-INF/LICENSE.txt").orElseThrow()).contains("Permission is hereby granted");
        }
    }

    @Test
    void everyServiceIsThere() throws IOException {
        try (JarFile jar = jar()) {
            List<String> classes = classes(jar);
            List<String> services = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                    .toList();

            assertThat(services).contains(SERVICES + "java.sql.Driver");
            for (String service : services) {
                assertThat(content(jar, service)
                                .orElseThrow()
                                .lines()
                                .map(line -> line.replaceFirst("#.*", "").strip()))
                        .as(service)
                        .allMatch(line -> line.isEmpty() || classes.contains(line))
                        .anyMatch(line -> !line.isEmpty());
            }
        }
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("schema-guard.jar"));
    }

    private static List<String> classes(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .distinct()
                .toList();
    }

    /** A file of the jar; {@code *} in its name stands for a version. */
    private static Optional<String> content(JarFile jar, String name) throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        Optional<JarEntry> entry = jar.stream()
                .filter(one -> matcher.matches(Path.of(one.getName())))
                .findFirst();
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(jar.getInputStream(entry.get()).readAllBytes(), StandardCharsets.UTF_8));
    }

    private static List<Library> libraries(JarFile jar) throws IOException {
        List<Library> libraries = new ArrayList<>();
        for (String line : content(jar, LIST).orElseThrow().lines().toList()) {
            String[] parts = line.strip().split(":\\s+", 3);
            switch (line.startsWith("  ") ? parts[0] : "") {
                case "classes" -> libraries.add(new Library(parts[1], new ArrayList<>()));
                case "text", "notice" ->
                    libraries.get(libraries.size() - 1).texts().add(new Text(parts[1], parts[2]));
                default -> {}
            }
        }
        return libraries;
    }

    /** An entry of the list. */
    private record Library(String classes, List<Text> texts) {}

    /** Words that a file has to hold. */
    private record Text(String file, String words) {}
}
