package dev.schemaguard.source.migrations;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.text.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a file of Flyway's own says, {@code flyway.conf} or {@code flyway.toml}.
 *
 * @param base the folder to which places in it are relative
 * @param values what it says, by the names that {@code flyway.conf} has for it
 */
record FlywayConfiguration(Path base, Map<String, String> values) {

    private static final List<String> NAMES = List.of("flyway.toml", "flyway.conf");
    private static final String PLACEHOLDER = "flyway.placeholders.";

    /** In bytes. */
    private static final long LONGEST = 1L << 20;

    /** The configuration in a folder of migrations, or beside it. */
    static Optional<FlywayConfiguration> near(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Optional<FlywayConfiguration> own = in(absolute, absolute);
        Path above = absolute.getParent();
        return above == null ? own : own.or(() -> in(above, above)).or(() -> in(above.resolve("conf"), above));
    }

    private static Optional<FlywayConfiguration> in(Path folder, Path base) {
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(new FlywayConfiguration(base, read(file)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> read(Path file) {
        SourceText text = SourceText.file(file.toString(), file).upTo(LONGEST);
        try (Reader reader = text.open()) {
            if (file.toString().endsWith(".toml")) {
                return FlywayToml.read(reader);
            }
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> values = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return values;
        } catch (IOException e) {
            throw text.unreadable(e);
        } catch (IllegalArgumentException e) {
            throw new SchemaSourceException(
                    Origin.of(file.toString()),
                    "Flyway's configuration cannot be read (" + Secrets.said(e) + ")",
                    "correct the file, or name what it says with the settings",
                    e);
        }
    }

    /** The folders that it names, if the given one is among them or holds the configuration itself. */
    List<MigrationFolder> folders(MigrationFolder.OfPath given) {
        List<Path> located = list("flyway.locations").stream()
                .flatMap(location -> located(location).stream())
                .toList();
        Path folder = given.folder().toAbsolutePath().normalize();
        boolean meant = located.contains(folder) || folder.equals(base) && !located.isEmpty();
        return meant
                ? located.stream()
                        .map(path -> path.equals(folder)
                                ? given
                                : MigrationFolder.of(base.relativize(path).toString(), path))
                        .toList()
                : List.of(given);
    }

    private Optional<Path> located(String location) {
        String path = location.replaceFirst("^(filesystem|classpath):/?", "");
        Path folder =
                location.startsWith("filesystem:/") ? Path.of(path.isEmpty() ? "/" : "/" + path) : base.resolve(path);
        Path resources = base.resolve("src/main/resources").resolve(path);
        boolean onClasspath = !location.startsWith("filesystem:") && Files.isDirectory(resources);
        Path found = (onClasspath ? resources : folder).normalize();
        return Files.isDirectory(found) ? Optional.of(found) : Optional.empty();
    }

    /** The settings with what the file says, as far as they do not say it themselves. */
    MigrationSettings completing(MigrationSettings settings) {
        MigrationSettings completed = settings;
        if (settings.flyway().equals(FlywayNaming.DEFAULT)) {
            completed = completed.withFlyway(naming());
        }
        if (settings.placeholderPrefix().equals(MigrationSettings.DEFAULT.placeholderPrefix())) {
            completed = completed.withPlaceholderMarks(
                    value("placeholderPrefix", settings.placeholderPrefix()),
                    value("placeholderSuffix", settings.placeholderSuffix()));
        }
        return completed.withPlaceholders(placeholders()).withPlaceholders(settings.placeholders());
    }

    private Map<String, String> placeholders() {
        Map<String, String> placeholders = new LinkedHashMap<>();
        if (value("placeholderReplacement", "true").equals("false")) {
            return placeholders;
        }
        list("flyway.schemas").stream()
                .findFirst()
                .ifPresent(schema -> placeholders.put("flyway:defaultSchema", schema));
        Optional.ofNullable(values.get("flyway.defaultSchema"))
                .ifPresent(schema -> placeholders.put("flyway:defaultSchema", schema));
        values.forEach((name, value) -> {
            if (name.startsWith(PLACEHOLDER)) {
                placeholders.put(name.substring(PLACEHOLDER.length()), value);
            }
        });
        return placeholders;
    }

    private FlywayNaming naming() {
        FlywayNaming usual = FlywayNaming.DEFAULT;
        List<String> suffixes = list("flyway.sqlMigrationSuffixes");
        return new FlywayNaming(
                value("sqlMigrationPrefix", usual.prefix()),
                value("repeatableSqlMigrationPrefix", usual.repeatablePrefix()),
                value("baselineMigrationPrefix", usual.baselinePrefix()),
                value("sqlMigrationSeparator", usual.separator()),
                suffixes.isEmpty() ? usual.suffixes() : suffixes);
    }

    private String value(String name, String usual) {
        return values.getOrDefault("flyway." + name, usual);
    }

    private List<String> list(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
