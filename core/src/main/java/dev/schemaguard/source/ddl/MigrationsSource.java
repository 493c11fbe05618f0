package dev.schemaguard.source.ddl;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SchemaSourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Expectation from a folder of migrations, replayed without a database in the order in which their tool would run them.
 *
 * <p>The layout is recognised by looking: Flyway, Prisma, diesel, golang-migrate, sqlx, or plain scripts in the order of their
 * names. The migrations together are complete: what they do not create is not expected to be there. What they hold but cannot
 * be read without a database is listed in {@link Schema#gaps()}.
 */
public final class MigrationsSource implements SchemaSource {

    private final List<MigrationFolder> folders;
    private final Optional<MigrationLayout> layout;
    private final FlywayNaming flyway;
    private final Placeholders placeholders;

    private MigrationsSource(Builder builder) {
        this.folders = List.copyOf(builder.folders);
        this.layout = builder.layout;
        this.flyway = builder.flyway;
        this.placeholders = Placeholders.of(builder.prefix, builder.suffix, builder.values);
    }

    /**
     * The expectation of a folder of a file system.
     *
     * @param location what the folder is called in reports
     * @param folder where it is
     */
    public static MigrationsSource folder(String location, Path folder) {
        return builder().folder(location, folder).build();
    }

    /**
     * The expectation of a folder of the class path.
     *
     * @param folder its name, such as {@code db/migration}
     * @param loader the class loader that finds it
     */
    public static MigrationsSource classpath(String folder, ClassLoader loader) {
        return builder().classpath(folder, loader).build();
    }

    /** The expectation of one or more folders, with settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return folders.stream().map(MigrationFolder::location).collect(Collectors.joining(", "));
    }

    @Override
    public Schema load(Dialect dialect) {
        List<MigrationFile> files = new ArrayList<>();
        folders.forEach(folder -> files.addAll(folder.files()));
        DdlReplay replay = new DdlReplay(dialect);
        for (MigrationFile file : ordered(Vendors.only(files, dialect.name()))) {
            if (SortedLayout.isProgram(file) || !isScript(file)) {
                replay.unreadable(Origin.of(file.path()), "the migration is a program, which only a database can run");
            } else {
                replay.run(file.text(), placeholders);
            }
        }
        if (replay.changes() == 0) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the migrations say nothing about a schema",
                    "name a folder with statements such as CREATE TABLE");
        }
        return replay.schema();
    }

    private boolean isScript(MigrationFile file) {
        return file.isSql() || flyway.suffixes().stream().anyMatch(file.name()::endsWith);
    }

    private List<MigrationFile> ordered(List<MigrationFile> files) {
        Optional<MigrationLayout> found = layout.isPresent() ? layout : MigrationLayout.of(files, flyway);
        List<MigrationFile> ordered =
                found.map(known -> known.with(flyway).ordered(files)).orElse(List.of());
        if (ordered.isEmpty()) {
            String examples = Arrays.stream(
                            layout.map(known -> new MigrationLayout[] {known}).orElse(MigrationLayout.values()))
                    .map(known -> "'" + known.example() + "'")
                    .collect(Collectors.joining(", "));
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "holds no migrations among its " + files.size() + " files",
                    "name a folder with scripts such as " + examples);
        }
        return ordered;
    }

    /** Names the folders, and what the migration tool is configured to do with them. */
    public static final class Builder {

        private final List<MigrationFolder> folders = new ArrayList<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private Optional<MigrationLayout> layout = Optional.empty();
        private FlywayNaming flyway = FlywayNaming.DEFAULT;
        private String prefix = "${";
        private String suffix = "}";

        private Builder() {}

        /** Adds a folder of a file system. */
        public Builder folder(String location, Path folder) {
            folders.add(MigrationFolder.of(location, folder));
            return this;
        }

        /** Adds a folder of the class path. */
        public Builder classpath(String folder, ClassLoader loader) {
            folders.add(MigrationFolder.classpath(folder, loader));
            return this;
        }

        /** Names the layout, which is else recognised by looking. */
        public Builder layout(MigrationLayout newLayout) {
            layout = Optional.of(newLayout);
            return this;
        }

        /** Says how Flyway tells migrations by their names. */
        public Builder flyway(FlywayNaming naming) {
            flyway = naming;
            return this;
        }

        /** Adds values of placeholders. */
        public Builder placeholders(Map<String, String> newValues) {
            values.putAll(newValues);
            return this;
        }

        /** Says what placeholders begin and end with, where it is not <code>${</code> and <code>}</code>. */
        public Builder placeholderMarks(String newPrefix, String newSuffix) {
            prefix = newPrefix;
            suffix = newSuffix;
            return this;
        }

        /**
         * The source.
         *
         * @throws IllegalArgumentException if no folder was named
         */
        public MigrationsSource build() {
            if (folders.isEmpty()) {
                throw new IllegalArgumentException("no folder was named, add at least one");
            }
            return new MigrationsSource(this);
        }
    }
}
