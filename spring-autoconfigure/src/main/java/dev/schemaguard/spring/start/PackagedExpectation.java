package dev.schemaguard.spring.start;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.spring.expectation.ApplicationLibraries;
import dev.schemaguard.spring.expectation.ExpectationNames;
import dev.schemaguard.spring.expectation.ExpectationResolver;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.flyway.FlywayExpectation;
import dev.schemaguard.spring.flyway.FlywayProperties;
import dev.schemaguard.spring.jooq.JooqCatalog;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.ClassUtils;

/** What an application expects as far as that is known by its properties and its class path, before there is any context. */
final class PackagedExpectation {

    /** In one line: by a test of the application's, or by the command line. */
    private static final String HOW_TO_PACKAGE =
            "package one: let a test keep it (dev.schemaguard.test.SnapshotExtension),"
                    + " or run `schema-guard snapshot --url JDBC-URL --out src/main/resources/"
                    + ExpectationResolver.SNAPSHOT
                    + "` on a migrated database";

    private final Binder binder;
    private final ClassLoader loader;
    private final ApplicationLibraries libraries;

    PackagedExpectation(Binder binder, ClassLoader loader, ApplicationLibraries libraries) {
        this.binder = binder;
        this.loader = loader;
        this.libraries = libraries;
    }

    /**
     * What these entries name, or else what is found.
     *
     * @throws Refusal if that is known only to a full start
     */
    Expected of(List<String> entries, String url) {
        if (!entries.isEmpty()) {
            Expected all = named(entries.get(0).strip(), url);
            for (String entry : entries.subList(1, entries.size())) {
                Expected one = named(entry.strip(), url);
                all = all.and(one.sources().get(0), one.schemas());
            }
            return all;
        }
        if (loader.getResource(ExpectationResolver.SNAPSHOT) != null) {
            return Expected.named(
                    List.of(SchemaSources.of("classpath:" + ExpectationResolver.SNAPSHOT)), "it is packaged");
        }
        return flyway(url)
                .map(found -> Expected.found(found.source(), found.schemas(), "these are where Flyway looks"))
                .orElseThrow(() -> new Refusal("nothing that is packaged says what is expected; a JPA mapping or a"
                        + " Liquibase changelog is known only to a full start; " + HOW_TO_PACKAGE
                        + ", or say schema-guard.expect"));
    }

    private Expected named(String entry, String url) {
        String why = "schema-guard.expect says so";
        if (entry.equals(ExpectationNames.FLYWAY)) {
            return flyway(url)
                    .map(found -> new Expected(List.of(found.source()), found.schemas(), true, why, false))
                    .orElseThrow(() -> new Refusal("there are no migrations where Flyway would look"));
        }
        if (List.of(ExpectationNames.MAPPING, ExpectationNames.LIQUIBASE, ExpectationNames.DATA_JDBC)
                .contains(entry)) {
            throw new Refusal("'" + entry + "' is known only to a full start; " + HOW_TO_PACKAGE
                    + " and expect 'classpath:" + ExpectationResolver.SNAPSHOT + "'");
        }
        if (entry.startsWith(ExpectationNames.JOOQ + ":") && ClassUtils.isPresent("org.jooq.Catalog", loader)) {
            JooqCatalog catalog = JooqCatalog.of(entry.substring(ExpectationNames.JOOQ.length() + 1), loader);
            return new Expected(List.of(catalog), catalog.searchPath(), true, why, false);
        }
        if (entry.startsWith(ExpectationNames.LIBRARY + ":")) {
            return Expected.named(
                    List.of(libraries.named(entry.substring(ExpectationNames.LIBRARY.length() + 1))), why);
        }
        return Expected.named(List.of(ExpectationNames.location(entry)), why);
    }

    private Optional<FlywayExpectation> flyway(String url) {
        FlywayProperties properties = FlywayProperties.of(binder);
        boolean meant = properties.nameLocations() || ClassUtils.isPresent("org.flywaydb.core.Flyway", loader);
        return meant ? properties.expectation(url, loader) : Optional.empty();
    }

    /** Why nothing can be checked this way. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }
}
