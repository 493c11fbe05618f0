package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A project's folder or a program's jar, and where in it an expectation may lie. Nothing of it is run. */
public final class Subject implements AutoCloseable {

    /** Where what is packaged lies: in a project's source, in the jars and archives of Spring Boot and servers, in any other jar. */
    private static final List<String> RESOURCES =
            List.of("src/main/resources", "BOOT-INF/classes", "WEB-INF/classes", "");

    /** What tools read where nobody names anything, below the resources, in the order in which a start decides. */
    private static final List<Known> BY_DEFAULT = List.of(
            new Known("db/migration", "Flyway looks there where nothing else is named"),
            new Known("db/changelog/db.changelog-master.yaml", "Liquibase looks there where nothing else is named"),
            new Known("db/changelog/db.changelog-master.xml", "a changelog of Liquibase, by its name"),
            new Known("db/changelog/db.changelog-master.json", "a changelog of Liquibase, by its name"),
            new Known("db/changelog/db.changelog-master.sql", "a changelog of Liquibase, by its name"),
            new Known("schema.sql", "the script of a schema, by its name"));

    /** The same, below the outermost folder of a project. */
    private static final List<Known> OF_PROJECTS = List.of(
            new Known("flyway.toml", "it names Flyway's migrations"),
            new Known("flyway.conf", "it names Flyway's migrations"),
            new Known("prisma", "Prisma keeps its schema there"),
            new Known("db/migrations", "a folder of migrations, by its name"),
            new Known("migrations", "a folder of migrations, by its name"),
            new Known("sql/migrations", "a folder of migrations, by its name"),
            new Known("db/schema.sql", "the script of a schema, by its name"),
            new Known("db/structure.sql", "the script of a schema, by its name"));

    private final String name;
    private final Path root;
    private final Optional<FileSystem> jar;

    private Subject(String name, Path root, Optional<FileSystem> jar) {
        this.name = name;
        this.root = root;
        this.jar = jar;
    }

    /**
     * A project's folder.
     *
     * @throws VerbException if it is none
     */
    public static Subject project(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new VerbException("--project: '" + folder + "' is no folder; name the outermost one of the project");
        }
        String name = folder.toString();
        return new Subject(name.isEmpty() ? "the project in this folder" : name, folder, Optional.empty());
    }

    /**
     * A program's jar.
     *
     * @throws VerbException if it is none, or cannot be read
     */
    public static Subject jar(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new VerbException("--jar: '" + file + "' is no file; name the jar of the program");
            }
            FileSystem system = FileSystems.newFileSystem(file);
            return new Subject(file.toString(), system.getPath("/"), Optional.of(system));
        } catch (IOException | ProviderNotFoundException e) {
            throw new VerbException("--jar: '" + file + "' cannot be read as a jar ("
                    + e.getClass().getSimpleName() + "); check that it is one, and its permissions");
        }
    }

    String name() {
        return name;
    }

    Libraries libraries() {
        return Libraries.in(root);
    }

    /** Files of settings that may say more. */
    List<String> settingsNotRead() {
        return ofSettings(OwnSettings::notRead);
    }

    /** What the settings name that only the running application knows. */
    List<String> open() {
        return ofSettings(OwnSettings::open);
    }

    private List<String> ofSettings(Function<OwnSettings, List<String>> what) {
        return resources().stream()
                .flatMap(resources ->
                        what.apply(OwnSettings.in(resources)).stream().map(said -> shown(resources, said)))
                .toList();
    }

    /** What is there, in the order in which a start decides: our own setting, a snapshot, what tools are told, what is found. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<Path> known = new LinkedHashSet<>();
        named(OwnSettings.OURS, places, known);
        for (Path resources : resources()) {
            addIfThere(resources.resolve(SnapshotSource.PACKAGED), "the release packages it", places, known);
        }
        OwnSettings.OF_TOOLS.forEach(setting -> named(setting, places, known));
        for (Path resources : resources()) {
            BY_DEFAULT.forEach(one -> addIfThere(resources.resolve(one.path()), one.why(), places, known));
        }
        OF_PROJECTS.forEach(one -> addIfThere(root.resolve(one.path()), one.why(), places, known));
        return places;
    }

    private void named(String setting, List<Place> places, Set<Path> known) {
        for (Path resources : resources()) {
            for (String location : OwnSettings.in(resources).namedBy(setting)) {
                add(place(resources, location), setting + " names it", places, known);
            }
        }
    }

    /** A location of the class path, or of the file system, where an application starts in the project's folder. */
    private Path place(Path resources, String location) {
        return location.matches("(?:filesystem|file):.*")
                ? root.resolve(location.substring(location.indexOf(':') + 1))
                : resources.resolve(location.replaceFirst("^classpath\\*?:", "").replaceFirst("^/+", ""));
    }

    private void addIfThere(Path path, String why, List<Place> places, Set<Path> known) {
        if (Files.isRegularFile(path) || Files.isDirectory(path) && !isEmpty(path)) {
            add(path, why, places, known);
        }
    }

    private void add(Path path, String why, List<Place> places, Set<Path> known) {
        if (known.add(path.normalize())) {
            places.add(new Place(shown(path, ""), path, why));
        }
    }

    /** One that cannot be listed is not empty: whoever reads it says why it cannot. */
    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> resources() {
        return RESOURCES.stream().map(root::resolve).filter(Files::isDirectory).toList();
    }

    /** As somebody would name it who stands where this was asked; in a jar, what stands in the jar. */
    private String shown(Path path, String file) {
        String shown = jar.isPresent()
                ? root.relativize(path).toString()
                : path.normalize().toString();
        return shown.isEmpty() || file.isEmpty() ? shown + file : shown + "/" + file;
    }

    @Override
    public void close() {
        try {
            if (jar.isPresent()) {
                jar.get().close();
            }
        } catch (IOException e) {
            throw new VerbException(
                    "the jar could not be closed (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * A place that tools know.
     *
     * @param path below the folder of resources, or the project's
     * @param why why it would be expected, for people
     */
    private record Known(String path, String why) {}
}
