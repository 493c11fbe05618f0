package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that holds a database against what the module expects. */
abstract class DatabaseGoal extends JudgingGoal {

    /** The database, such as jdbc:postgresql://host/name. Its driver is the project's, of any scope, or the plug-in's. */
    @Parameter(property = "schema-guard.url")
    private @Nullable String url;

    /** The role to connect as. Default: the username of serverId. */
    @Parameter(property = "schema-guard.user")
    private @Nullable String user;

    /** The server of settings.xml that holds username and password, which may be encrypted. */
    @Parameter(property = "schema-guard.server-id")
    private @Nullable String serverId;

    /** The environment variable that holds the password. Default: PGPASSWORD. */
    @Parameter(property = "schema-guard.password-env")
    private @Nullable String passwordEnv;

    /**
     * What the release expects, every one of which must hold: folders of migrations, .sql scripts, a schema.json, Liquibase
     * changelogs (with Liquibase among the plug-in's dependencies), jdbc: URLs. Paths are relative to the module. Default: the
     * module's snapshot, or else its migrations in src/main/resources/db/migration.
     */
    @Parameter(property = "schema-guard.expect")
    private @Nullable List<String> expect;

    /** The places of what is expected; none where that is none of this module's business. */
    final List<String> expected() {
        return Expected.of(expect, Expected.SNAPSHOT_OR_MIGRATIONS).in(this);
    }

    final boolean namesPlaces() {
        return expect != null && !expect.isEmpty();
    }

    final List<SchemaSource> sources(List<String> places, ProjectDrivers drivers) {
        return expectations()
                .sources(places.stream().map(places()::resolved).toList(), location -> other(location, drivers));
    }

    final Optional<String> url() {
        return Text.of(url);
    }

    final DriverDataSource database(ProjectDrivers drivers) {
        String address = url().orElseThrow(() -> new VerbException(
                "name the database with <url>, or with -Dschema-guard.url=jdbc:postgresql://host/name"));
        return connect(address, Login.of("passwordEnv", user, serverId, passwordEnv), drivers);
    }
}
