package dev.schemaguard.source.migrations;

import dev.schemaguard.input.SchemaSourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
            return new FolderListing(location, folder).files();
        }

        @Override
        public Optional<FlywayConfiguration> configuration() {
            return FlywayConfiguration.near(folder);
        }
    }
}
