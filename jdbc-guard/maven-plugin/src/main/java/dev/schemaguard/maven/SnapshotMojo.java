package dev.schemaguard.maven;

import dev.schemaguard.approval.SnapshotComparison;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.input.InputException;
import dev.schemaguard.input.InputFile;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.ReportFile;
import dev.schemaguard.jdbc.verb.SnapshotTaking;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.text.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the module's migrations make as schema.json, to be committed and packaged with the release; with verify, fails where
 * the committed one is stale, and writes nothing. A file that says the same already is not touched.
 */
@Mojo(name = "snapshot", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class SnapshotMojo extends Goal {

    /** In bytes: no snapshot that can be read is longer. */
    private static final long LONGEST = 512L << 20;

    /**
     * What the release expects: a folder of migrations, a .sql script, a Liquibase changelog (with Liquibase among the plug-in's
     * dependencies), or the jdbc: URL of a migrated database. A path is relative to the module. Default:
     * src/main/resources/db/migration.
     */
    @Parameter(property = "schema-guard.expect")
    private @Nullable List<String> expect;

    /**
     * An empty scratch database in which the migrations are run, so that procedural ones count, too: a JDBC URL. Behind one of
     * Testcontainers, such as jdbc:tc:postgresql:16:///scratch, a container is started and stopped.
     */
    @Parameter(property = "schema-guard.replay")
    private @Nullable String replay;

    /** The role to connect to the scratch or migrated database as. Default: the username of serverId. */
    @Parameter(property = "schema-guard.user")
    private @Nullable String user;

    /** The server of settings.xml that holds username and password. */
    @Parameter(property = "schema-guard.server-id")
    private @Nullable String serverId;

    /** The environment variable that holds the password. Default: PGPASSWORD. */
    @Parameter(property = "schema-guard.password-env")
    private @Nullable String passwordEnv;

    /** The snapshot. */
    @Parameter(property = "schema-guard.out", defaultValue = "${project.basedir}/" + Expected.SNAPSHOT)
    private File out;

    /** Fails where the file is not there or says something else than the migrations, and writes nothing: for pipelines. */
    @Parameter(property = "schema-guard.verify", defaultValue = "false")
    private boolean verify;

    /** What becomes of migrations that cannot be read to the end without running them: fail, and nothing is written, or warn. */
    @Parameter(property = "schema-guard.on-unverified", defaultValue = "fail")
    private String onUnverified;

    @Override
    void run(ProjectDrivers drivers) throws MojoExecutionException, MojoFailureException {
        OnUnverified unknown = Values.onUnverified(onUnverified);
        List<String> places = Expected.of(expect, Expected.MIGRATIONS).in(this);
        if (places.size() > 1) {
            throw new VerbException("a snapshot is of one <expect> only");
        }
        if (places.isEmpty()) {
            return;
        }
        TakenSnapshot taken = take(places.get(0), drivers);
        if (taken.schema().isEmpty()) {
            throw new VerbException(
                    "'" + shown(places.get(0)) + "' makes no table, so there is nothing to take a snapshot"
                            + " of; name another place with <expect>");
        }
        SnapshotTaking.leftOut(taken.schema()).forEach(getLog()::warn);
        if (!taken.schema().gaps().isEmpty() && unknown == OnUnverified.FAIL) {
            throw new MojoExecutionException("the snapshot would not hold what only running could tell, so "
                    + (verify ? "it is not known whether it is stale" : "it is not written")
                    + "; run the migrations with <replay>, or accept that with <onUnverified>warn</onUnverified>");
        }
        Optional<String> stored = stored(out.toPath());
        if (verify) {
            verify(stored, taken);
        } else {
            write(stored, taken);
        }
    }

    private TakenSnapshot take(String place, ProjectDrivers drivers) {
        Login login = Login.of("passwordEnv", user, serverId, passwordEnv);
        if (DriverDataSource.isUrl(place)) {
            return new SnapshotTaking(onePlace()).captured(connect(place, login, drivers));
        }
        SnapshotTaking taking = new SnapshotTaking(scope());
        Optional<String> scratch = Text.of(replay);
        if (scratch.isEmpty()) {
            return taking.read(expectations().source(places().resolved(place)), kind());
        }
        Credentials credentials = credentials(scratch.get(), login);
        try (Scratch empty = Scratch.at(scratch.get(), credentials, drivers, timeout())) {
            return taking.replayed(places().resolved(place), settings(), empty.database());
        }
    }

    private static String shown(String place) {
        return Secrets.said(place);
    }

    private void verify(Optional<String> stored, TakenSnapshot taken) throws MojoFailureException {
        if (stored.isEmpty()) {
            throw new MojoFailureException("there is no snapshot '" + out + "' yet; run the build without"
                    + " schema-guard.verify, and commit the file");
        }
        SnapshotComparison comparison = new SnapshotComparison(out.toString(), stored.get(), "migrations", taken);
        if (!comparison.isSame()) {
            comparison.text().lines().forEach(getLog()::error);
            throw new MojoFailureException(
                    "the snapshot '" + out + "' is not what the migrations make; the log above says"
                            + " what differs: run the build without schema-guard.verify, look at the difference and commit it");
        }
        getLog().info("the snapshot is up to date: " + tables(taken.schema()) + " in " + out);
    }

    private void write(Optional<String> stored, TakenSnapshot taken) {
        String text = stored.map(taken::textBeside).orElseGet(taken::text);
        if (stored.equals(Optional.of(text))) {
            getLog().info("the snapshot is up to date: " + tables(taken.schema()) + " in " + out);
            return;
        }
        Written.folderOf(out.toPath());
        new ReportFile("out", out.toPath()).write(text);
        getLog().info("wrote " + tables(taken.schema()) + " to " + out + "; look at the difference and commit it");
    }

    /** What the file holds, with line feeds only, whatever a checkout made of them. */
    private static Optional<String> stored(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(InputFile.text(file, LONGEST).replace("\r\n", "\n"))
                    : Optional.empty();
        } catch (InputException e) {
            throw new VerbException("'" + file + "' " + e.getMessage() + "; " + e.remedy());
        } catch (IOException e) {
            throw new VerbException("'" + file + "' cannot be read ("
                    + e.getClass().getSimpleName() + "); check the path and its permissions");
        }
    }

    private static String tables(Schema schema) {
        int count = schema.tables().size();
        return count + (count == 1 ? " table" : " tables");
    }
}
