package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.input.InputFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries of a project or a program that matter here, as far as its build file or the jars in it tell by name.
 *
 * @param guards the names of ours, by which its start is guarded
 * @param maps whether there is one whose mapping is known only while the application runs
 * @param notRead the build files that could not be read
 */
record Libraries(List<String> guards, boolean maps, List<String> notRead) {

    private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts");
    private static final List<String> JARS = List.of("BOOT-INF/lib", "WEB-INF/lib");

    private static final Pattern OURS =
            Pattern.compile("schemaguard-(?:spring-boot-starter|spring-autoconfigure|hibernate|jdbc-guard)(?!-test)");

    private static final Pattern MAPPING = Pattern.compile("hibernate-core|data-jpa|org\\.hibernate\\b");

    /** Longer than any build file that a person wrote. */
    private static final long LONGEST = 4 << 20;

    Libraries {
        guards = List.copyOf(guards);
        notRead = List.copyOf(notRead);
    }

    /** Those of the project or the program whose outermost folder this is. */
    static Libraries in(Path root) {
        StringBuilder text = new StringBuilder();
        List<String> notRead = new ArrayList<>();
        for (String name : BUILD_FILES) {
            read(root.resolve(name), text).ifPresent(reason -> notRead.add(name + ": " + reason));
        }
        for (String folder : JARS) {
            list(root.resolve(folder), text).ifPresent(reason -> notRead.add(folder + ": " + reason));
        }
        List<String> guards = new ArrayList<>();
        Matcher ours = OURS.matcher(text);
        while (ours.find()) {
            if (!guards.contains(ours.group())) {
                guards.add(ours.group());
            }
        }
        return new Libraries(guards, MAPPING.matcher(text).find(), notRead);
    }

    private static Optional<String> read(Path file, StringBuilder text) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            text.append(InputFile.text(file, LONGEST)).append('\n');
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Optional<String> list(Path folder, StringBuilder text) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder)) {
            jars.forEach(jar -> text.append(jar.getFileName()).append('\n'));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
