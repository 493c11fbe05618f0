package dev.schemaguard.spring.flyway;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.FlywayNaming;
import dev.schemaguard.text.Printable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a Flyway of the application is configured to do. */
public final class FlywayBean {

    private static final Logger LOG = LoggerFactory.getLogger(FlywayExpectation.class);

    private final Configuration configuration;

    private FlywayBean(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The settings of that Flyway. */
    public static FlywayBean of(Flyway flyway) {
        return new FlywayBean(flyway.getConfiguration());
    }

    /** The database that it migrates, or {@code null} if it knows none. */
    public @Nullable DataSource dataSource() {
        return configuration.getDataSource();
    }

    /** What its migrations expect; nothing where it is configured to run only some of them, or has none. */
    public Optional<FlywayExpectation> expectation(ClassLoader loader) {
        return expectation(loader, LOG);
    }

    /**
     * The same, for who needs them for nothing.
     *
     * @param log where to say why there are none
     */
    public Optional<FlywayExpectation> expectation(ClassLoader loader, Logger log) {
        MigrationVersion target = configuration.getTarget();
        if (target != null && !MigrationVersion.LATEST.equals(target)) {
            log.info(
                    "Flyway's target is '{}', so its migrations are not taken for what is expected",
                    Printable.line(String.valueOf(target)));
            return Optional.empty();
        }
        FlywayNaming naming = new FlywayNaming(
                configuration.getSqlMigrationPrefix(),
                configuration.getRepeatableSqlMigrationPrefix(),
                FlywayNaming.DEFAULT.baselinePrefix(),
                configuration.getSqlMigrationSeparator(),
                List.of(configuration.getSqlMigrationSuffixes()));
        boolean replaces = configuration.isPlaceholderReplacement();
        return new FlywayLocations(
                        Arrays.stream(configuration.getLocations())
                                .map(Location::getDescriptor)
                                .toList(),
                        naming,
                        placeholders(),
                        replaces ? configuration.getPlaceholderPrefix() : "\0",
                        configuration.getPlaceholderSuffix())
                .source(loader, log)
                .map(source -> new FlywayExpectation(withPrograms(source), schemas()));
    }

    private SchemaSource withPrograms(SchemaSource source) {
        List<Gap> programs = Arrays.stream(configuration.getJavaMigrations())
                .map(FlywayBean::program)
                .toList();
        return programs.isEmpty() ? source : new WithGaps(source, programs);
    }

    private static Gap program(JavaMigration migration) {
        return Gap.everywhere(
                Origin.of(migration.getClass().getName()),
                "the migration is a program in Java, and what it changes is known only when it runs");
    }

    private Map<String, String> placeholders() {
        Map<String, String> values = new LinkedHashMap<>(configuration.getPlaceholders());
        schemas().stream().findFirst().ifPresent(schema -> values.putIfAbsent("flyway:defaultSchema", schema));
        return values;
    }

    private List<String> schemas() {
        return Stream.concat(
                        Stream.ofNullable(configuration.getDefaultSchema()), Arrays.stream(configuration.getSchemas()))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }
}
