package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemaguard.input.SchemaSourceException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/** Lists a folder and says what came of it; a process of its own, for root may read everything. */
final class ListingProcess {

    private ListingProcess() {}

    public static void main(String[] arguments) {
        System.out.print(said(Path.of(arguments[0])));
    }

    static String said(Path folder) {
        try {
            return new FolderListing("db", folder).files().size() + " files";
        } catch (SchemaSourceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What a user without rights is told. Our classes are copied to where that user can read them. */
    static String asNobody(Path folder) throws IOException, InterruptedException {
        Path classes = Files.createTempDirectory("classes");
        try {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                if (Files.isDirectory(Path.of(entry))) {
                    copy(Path.of(entry), classes);
                }
            }
            Process process = new ProcessBuilder(
                            "setpriv",
                            "--reuid=65534",
                            "--clear-groups",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classes.toString(),
                            ListingProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            assumeThat(e).as("no way to be somebody else").isNull();
            throw e;
        } finally {
            delete(classes);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String room : Arrays.asList("dev/schemaguard/input", "dev/schemaguard/model", "dev/schemaguard/source")) {
            if (Files.isDirectory(from.resolve(room))) {
                try (Stream<Path> files = Files.walk(from.resolve(room), 2)) {
                    for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                        Path copy = to.resolve(from.relativize(file).toString());
                        Files.createDirectories(copy.getParent());
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        try (Stream<Path> all = Files.walk(to)) {
            all.forEach(file -> file.toFile().setReadable(true, false));
        }
        try (Stream<Path> all = Files.walk(to)) {
            all.filter(Files::isDirectory).forEach(file -> file.toFile().setExecutable(true, false));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
