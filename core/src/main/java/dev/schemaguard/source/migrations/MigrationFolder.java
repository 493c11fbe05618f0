package dev.schemaguard.source.migrations;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Secrets;
import dev.schemaguard.source.SchemaSourceException;
import dev.schemaguard.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A place with migrations. It is looked at anew each time. */
interface MigrationFolder {

    /** What it is called in reports. */
    String location();

    /**
     * All files in it and in the folders below.
     *
     * @throws SchemaSourceException if it is not there or cannot be read
     */
    List<MigrationFile> files();

    /** What a file of Flyway's own says that is in the folder or beside it. */
    default Optional<FlywayConfiguration> configuration() {
        return Optional.empty();
    }

    /** A folder of a file system, be it the default one or that of an archive. */
    static MigrationFolder of(String location, Path folder) {
        return new OfPath(location, folder);
    }

    /** A folder of the class path; where several roots have it, all of them count. */
    static MigrationFolder classpath(String folder, ClassLoader loader) {
        return new ClasspathFolder(folder, loader);
    }

    /**
     * A folder of a file system.
     *
     * @param location what it is called in reports
     * @param folder where it is
     */
    record OfPath(String location, Path folder) implements MigrationFolder {

        @Override
        public List<MigrationFile> files() {
            if (!Files.isDirectory(folder)) {
                String reason = Files.exists(folder) ? "is no folder" : "no such folder";
                throw new SchemaSourceException(
                        Origin.of(location), reason, "check the location and the working directory");
            }
            return below(folder, location);
        }

        @Override
        public Optional<FlywayConfiguration> configuration() {
            return FlywayConfiguration.near(folder);
        }

        /** All files below a folder. */
        static List<MigrationFile> below(Path folder, String location) {
            List<MigrationFile> files = new ArrayList<>();
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                    String relative = folder.relativize(path).toString().replace('\\', '/');
                    files.add(new MigrationFile(relative, SourceText.file(relative, path)));
                }
            } catch (IOException e) {
                throw new SchemaSourceException(
                        Origin.of(location),
                        "cannot be listed (" + Secrets.said(e) + ")",
                        "let this user read the folder",
                        e);
            }
            return files;
        }
    }
}
