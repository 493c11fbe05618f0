package dev.schemaguard.spring.flyway;

import dev.schemaguard.source.migrations.FlywayNaming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.DatabaseDriver;

/** Reads {@code spring.flyway.*} where the application has no Flyway of its own, for another program migrates. */
public final class FlywayProperties {

    private static final String ROOT = "spring.flyway.";

    private final Binder binder;

    private FlywayProperties(Binder binder) {
        this.binder = binder;
    }

    /** The properties that the binder sees. */
    public static FlywayProperties of(Binder binder) {
        return new FlywayProperties(binder);
    }

    /** Whether any of them says where migrations are. */
    public boolean nameLocations() {
        return binder.bind(ROOT + "locations", Bindable.listOf(String.class)).isBound();
    }

    /**
     * What the migrations there expect; nothing where there are none, or only some are to run.
     *
     * @param url the URL of the database, for locations that name its vendor; may be empty
     */
    public Optional<FlywayExpectation> expectation(String url, ClassLoader loader) {
        return expectation(url, loader, LoggerFactory.getLogger(FlywayExpectation.class));
    }

    /**
     * The same, for who needs them for nothing.
     *
     * @param url the URL of the database, for locations that name its vendor; may be empty
     * @param log where to say why there are none
     */
    public Optional<FlywayExpectation> expectation(String url, ClassLoader loader, Logger log) {
        if (!text("target", "latest").equalsIgnoreCase("latest")) {
            return Optional.empty();
        }
        FlywayNaming usual = FlywayNaming.DEFAULT;
        FlywayNaming naming = new FlywayNaming(
                text("sql-migration-prefix", usual.prefix()),
                text("repeatable-sql-migration-prefix", usual.repeatablePrefix()),
                usual.baselinePrefix(),
                text("sql-migration-separator", usual.separator()),
                list("sql-migration-suffixes", usual.suffixes()));
        List<String> locations = list("locations", List.of("classpath:db/migration")).stream()
                .map(location -> location.replace("{vendor}", vendor(url)))
                .toList();
        Map<String, String> placeholders = binder.bind(
                        ROOT + "placeholders", Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of);
        boolean replaces = Boolean.parseBoolean(text("placeholder-replacement", "true"));
        return new FlywayLocations(
                        locations,
                        naming,
                        placeholders,
                        replaces ? text("placeholder-prefix", "${") : "\0",
                        text("placeholder-suffix", "}"))
                .source(loader, log)
                .map(source -> new FlywayExpectation(source, schemas()));
    }

    private static String vendor(String url) {
        String id = url.isEmpty() ? null : DatabaseDriver.fromJdbcUrl(url).getId();
        return id == null ? "{vendor}" : id;
    }

    private List<String> schemas() {
        String byDefault = text("default-schema", "");
        return (byDefault.isEmpty() ? list("schemas", List.of()) : List.of(byDefault))
                .stream().limit(1).toList();
    }

    private String text(String name, String otherwise) {
        return binder.bind(ROOT + name, String.class).orElse(otherwise);
    }

    private List<String> list(String name, List<String> otherwise) {
        return binder.bind(ROOT + name, Bindable.listOf(String.class)).orElse(otherwise);
    }
}
