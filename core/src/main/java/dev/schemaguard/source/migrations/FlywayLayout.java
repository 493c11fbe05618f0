package dev.schemaguard.source.migrations;

import dev.schemaguard.model.MigrationVersion;
import dev.schemaguard.source.migrations.FlywayCallbacks.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The order in which Flyway runs a folder over an empty database: the newest baseline, then the versions behind it, then the
 * repeatable migrations.
 */
record FlywayLayout(FlywayNaming naming) implements Layout {

    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    @Override
    public boolean fits(List<MigrationFile> files) {
        return files.stream()
                .anyMatch(file -> naming.suffixes().stream().anyMatch(file.name()::endsWith)
                        && version(file, naming.prefix()).isPresent());
    }

    @Override
    public List<MigrationFile> ordered(List<MigrationFile> files) {
        List<MigrationFile> ordered = versions(files);
        ordered.addAll(repeatables(files));
        return ordered;
    }

    @Override
    public List<MigrationFile> callbacks(List<MigrationFile> files) {
        return new FlywayCallbacks(naming).among(files, EnumSet.allOf(When.class));
    }

    @Override
    public List<MigrationFile> run(List<MigrationFile> files) {
        FlywayCallbacks callbacks = new FlywayCallbacks(naming);
        List<MigrationFile> before = callbacks.among(files, EnumSet.of(When.BEFORE_EACH));
        List<MigrationFile> after = callbacks.among(files, EnumSet.of(When.AFTER_EACH));
        List<MigrationFile> run = new ArrayList<>(callbacks.among(files, EnumSet.of(When.BEFORE_ALL)));
        each(versions(files), before, after, run);
        run.addAll(callbacks.among(files, EnumSet.of(When.BEHIND_VERSIONS)));
        each(repeatables(files), before, after, run);
        run.addAll(callbacks.among(files, EnumSet.of(When.AFTER_ALL)));
        return run;
    }

    private static void each(
            List<MigrationFile> migrations,
            List<MigrationFile> before,
            List<MigrationFile> after,
            List<MigrationFile> run) {
        for (MigrationFile migration : migrations) {
            run.addAll(before);
            run.add(migration);
            run.addAll(after);
        }
    }

    private List<MigrationFile> versions(List<MigrationFile> files) {
        Optional<MigrationVersion> baseline = files.stream()
                .flatMap(file -> version(file, naming.baselinePrefix()).stream())
                .max(Comparator.naturalOrder());
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
        List<MigrationFile> ordered = new ArrayList<>();
        versioned.forEach(each -> ordered.add(each.file()));
        return ordered;
    }

    private List<MigrationFile> repeatables(List<MigrationFile> files) {
        return files.stream()
                .filter(this::isRepeatable)
                .sorted(Comparator.comparing(MigrationFile::name))
                .toList();
    }

    private boolean isRepeatable(MigrationFile file) {
        return naming.isMigration(file.name())
                && file.name().startsWith(naming.repeatablePrefix() + naming.separator());
    }

    private Optional<MigrationVersion> version(MigrationFile file, String prefix) {
        String name = file.name();
        if (!name.startsWith(prefix) || !naming.isMigration(name)) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        int end = rest.indexOf(naming.separator());
        String version = end < 0 ? rest.substring(0, rest.lastIndexOf('.')) : rest.substring(0, end);
        return VERSION.matcher(version).matches() ? Optional.of(MigrationVersion.of(version)) : Optional.empty();
    }

    /** A migration with its version. */
    private record Versioned(MigrationVersion version, MigrationFile file) {}
}
