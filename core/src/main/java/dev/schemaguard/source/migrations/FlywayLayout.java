package dev.schemaguard.source.migrations;

import dev.schemaguard.model.MigrationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The order in which Flyway runs a folder over an empty database: the newest baseline, then the versions behind it, then the
 * repeatable migrations.
 */
record FlywayLayout(FlywayNaming naming) implements Layout {

    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    /** Migrations that are programs, in source and compiled. */
    private static final List<String> PROGRAMS = List.of(".java", ".kt", ".class", ".groovy", ".scala");

    @Override
    public boolean fits(List<MigrationFile> files) {
        return files.stream()
                .anyMatch(file -> naming.suffixes().stream().anyMatch(file.name()::endsWith)
                        && version(file, naming.prefix()).isPresent());
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        Optional<MigrationVersion> baseline = files.stream()
                .flatMap(file -> version(file, naming.baselinePrefix()).stream())
                .max(Comparator.naturalOrder());
        List<MigrationFile> ordered = new ArrayList<>(callbacks(files, "beforeMigrate"));
        List<Versioned> versioned = new ArrayList<>();
        for (MigrationFile file : files) {
            version(file, naming.baselinePrefix())
                    .filter(version -> baseline.filter(version::equals).isPresent())
                    .ifPresent(version -> versioned.add(new Versioned(version, file)));
            version(file, naming.prefix())
                    .filter(version -> baseline.isEmpty() || version.compareTo(baseline.get()) > 0)
                    .ifPresent(version -> versioned.add(new Versioned(version, file)));
        }
        versioned.sort(Comparator.comparing(Versioned::version)
                .thenComparing(each -> each.file().path()));
        versioned.forEach(each -> ordered.add(each.file()));
        files.stream()
                .filter(this::isRepeatable)
                .sorted(Comparator.comparing(MigrationFile::name))
                .forEach(ordered::add);
        ordered.addAll(callbacks(files, "afterMigrate"));
        return ordered;
    }

    private static List<MigrationFile> callbacks(List<MigrationFile> files, String event) {
        return files.stream()
                .filter(file ->
                        file.name().equals(event + ".sql") || file.name().startsWith(event + "__"))
                .sorted(Comparator.comparing(MigrationFile::name))
                .toList();
    }

    private boolean isRepeatable(MigrationFile file) {
        return hasSuffix(file.name()) && file.name().startsWith(naming.repeatablePrefix() + naming.separator());
    }

    private Optional<MigrationVersion> version(MigrationFile file, String prefix) {
        String name = file.name();
        if (!name.startsWith(prefix) || !hasSuffix(name)) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        int end = rest.indexOf(naming.separator());
        String version = end < 0 ? rest.substring(0, rest.lastIndexOf('.')) : rest.substring(0, end);
        return VERSION.matcher(version).matches() ? Optional.of(MigrationVersion.of(version)) : Optional.empty();
    }

    private boolean hasSuffix(String name) {
        return naming.suffixes().stream().anyMatch(name::endsWith)
                || (PROGRAMS.stream().anyMatch(name::endsWith) && name.indexOf('$') < 0);
    }

    /** A migration with its version. */
    private record Versioned(MigrationVersion version, MigrationFile file) {}
}
