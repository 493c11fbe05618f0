package dev.schemaguard.maven;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.FixScript;
import dev.schemaguard.jdbc.verb.ReportFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the SQL that would cure the drift of a database, with the hazards of each statement, and then fails the build by the
 * verdict, as check does. Writes nothing to the database.
 */
@Mojo(name = "fix", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class FixMojo extends DatabaseGoal {

    /** The script. */
    @Parameter(property = "schema-guard.out", defaultValue = "${project.build.directory}/schema-guard/fix.sql")
    private File out;

    @Override
    void run(ProjectDrivers drivers) throws MojoExecutionException, MojoFailureException {
        List<String> expected = expected();
        if (expected.isEmpty()) {
            return;
        }
        onePlace();
        DriverDataSource database = database(drivers);
        ReportWithFixes remedy = guard(sources(expected, drivers)).build().remedy(database);
        Path script = out.toPath();
        Written.folderOf(script);
        new ReportFile("out", script).write(new FixScript(remedy, scope()).text());
        getLog().info("wrote what would cure the drift to " + script);
        judge(remedy.report());
    }
}
