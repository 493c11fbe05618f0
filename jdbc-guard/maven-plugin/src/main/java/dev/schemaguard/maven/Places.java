package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;

/**
 * Places as a module sees them: paths are relative to its folder, wherever Maven was started, and {@code classpath:} means its
 * resources, which may not be copied yet.
 *
 * @param project the module
 */
record Places(MavenProject project) {

    private static final String CLASSPATH = "classpath:";

    /** What other tools write before a path. */
    private static final List<String> FILE = List.of("filesystem:", "file:");

    /** Whether there is something; of what is no path nobody can tell here. */
    boolean isThere(String location) {
        return path(location).map(Files::exists).orElse(true);
    }

    /** The first of them that is there. */
    Optional<String> first(List<String> locations) {
        return locations.stream().filter(this::isThere).findFirst();
    }

    /** The place for whoever reads it: a path as short as it gets, for reports name it. */
    String resolved(String location) {
        Path here = Path.of("").toAbsolutePath().normalize();
        return path(location)
                .map(path -> path.startsWith(here) && !path.equals(here) ? here.relativize(path) : path)
                .map(Path::toString)
                .orElse(location);
    }

    /** The path, absolute; empty for the URL of a database, and for what is no path. */
    Optional<Path> path(String location) {
        if (DriverDataSource.isUrl(location)) {
            return Optional.empty();
        }
        String written = FILE.stream()
                .filter(location::startsWith)
                .findFirst()
                .map(prefix -> location.substring(prefix.length()))
                .orElse(location);
        try {
            return written.startsWith(CLASSPATH)
                    ? resource(written.substring(CLASSPATH.length()).replaceFirst("^/+", ""))
                    : written.contains("://") ? Optional.empty() : Optional.of(inModule(written));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Path inModule(String path) {
        return project.getBasedir().toPath().resolve(path).toAbsolutePath().normalize();
    }

    /** In the first folder that has it; else where it would be looked for first. */
    private Optional<Path> resource(String name) {
        List<Path> candidates = Stream.concat(
                        project.getBuild().getResources().stream().map(FileSet::getDirectory),
                        Stream.of(project.getBuild().getOutputDirectory()))
                .map(folder -> inModule(folder).resolve(name))
                .toList();
        return candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }
}
