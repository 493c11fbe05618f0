package dev.schemaguard.source.liquibase;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a changelog is. Nothing here needs Liquibase, so that it can be named where Liquibase is not. */
sealed interface ChangelogPlace {

    /** What it is called in reports. */
    String location();

    /** The path by which Liquibase finds it. */
    String path();

    /** Says so where there is no such file. */
    void requireFile();

    private static SchemaSourceException missing(String location) {
        return new SchemaSourceException(
                Origin.of(location), "no such file", "check the location and the working directory");
    }

    /**
     * In a file. From which folder its includes are named is not said there: mostly it is a root of the class path above it.
     *
     * @param location what it is called in reports
     * @param file where it is
     */
    record InFolder(String location, Path file) implements ChangelogPlace {

        private static final int HIGHEST = 12;

        @Override
        public String path() {
            Path root = root();
            return root.relativize(absolute()).toString().replace('\\', '/');
        }

        /** The root of resources that the file is in; else the working directory if it is below that; else its folder. */
        private Path root() {
            Path working = Path.of("").toAbsolutePath();
            for (Path folder : above()) {
                if (folder.endsWith("resources") || folder.equals(working)) {
                    return folder;
                }
            }
            return above().get(0);
        }

        private Path absolute() {
            return file.toAbsolutePath().normalize();
        }

        /** The folders above it, the nearest one first, but for the root of the file system. */
        List<Path> above() {
            List<Path> folders = new ArrayList<>();
            Path folder = absolute().getParent();
            while (folder != null && folder.getParent() != null && folders.size() < HIGHEST) {
                folders.add(folder);
                folder = folder.getParent();
            }
            return folders;
        }

        @Override
        public void requireFile() {
            if (!Files.isRegularFile(file)) {
                throw missing(location);
            }
        }
    }

    /**
     * On the class path.
     *
     * @param path its name there
     * @param loader the class loader that finds it
     */
    record OnClasspath(String path, ClassLoader loader) implements ChangelogPlace {

        @Override
        public String location() {
            return "classpath:" + path;
        }

        @Override
        public void requireFile() {
            if (loader.getResource(path) == null) {
                throw missing(location());
            }
        }
    }
}
