package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.TwoSchemas;
import dev.schemaguard.jdbc.verb.VerbException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Compares two schemas, live or written down: what works with the one, would it work with the other? */
@Mojo(name = "diff", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class DiffMojo extends JudgingGoal {

    /** What is expected: a jdbc: URL, a folder of migrations, a .sql script or a schema.json. */
    @Parameter(property = "schema-guard.from")
    private @Nullable String from;

    /** What is compared with it: the same kinds. */
    @Parameter(property = "schema-guard.to")
    private @Nullable String to;

    /** The role to connect to the first as. */
    @Parameter(property = "schema-guard.from-user")
    private @Nullable String fromUser;

    /** The server of settings.xml that holds the first one's username and password. */
    @Parameter(property = "schema-guard.from-server-id")
    private @Nullable String fromServerId;

    /** The environment variable that holds the first one's password. Default: PGPASSWORD. */
    @Parameter(property = "schema-guard.from-password-env")
    private @Nullable String fromPasswordEnv;

    /** The role to connect to the second as. */
    @Parameter(property = "schema-guard.to-user")
    private @Nullable String toUser;

    /** The server of settings.xml that holds the second one's username and password. */
    @Parameter(property = "schema-guard.to-server-id")
    private @Nullable String toServerId;

    /** The environment variable that holds the second one's password. Default: PGPASSWORD. */
    @Parameter(property = "schema-guard.to-password-env")
    private @Nullable String toPasswordEnv;

    @Override
    void run(ProjectDrivers drivers) throws MojoExecutionException, MojoFailureException {
        String first = Text.of(from).orElse("");
        String second = Text.of(to).orElse("");
        if (first.isEmpty() || second.isEmpty()) {
            unnamed();
            return;
        }
        if (new Expected("from> and <to", List.of(first, second), List.of())
                .in(this)
                .isEmpty()) {
            return;
        }
        TwoSchemas both = new TwoSchemas(
                side(first, Login.of("fromPasswordEnv", fromUser, fromServerId, fromPasswordEnv), drivers),
                side(second, Login.of("toPasswordEnv", toUser, toServerId, toPasswordEnv), drivers),
                expectations(),
                scope(),
                kind());
        judge(both.of(guard(List.of(both.expected())).build()));
    }

    private TwoSchemas.Side side(String location, Login login, ProjectDrivers drivers) {
        return DriverDataSource.isUrl(location)
                ? new TwoSchemas.Side(location, Optional.of(connect(location, login, drivers)))
                : new TwoSchemas.Side(places().resolved(location), Optional.empty());
    }

    private void unnamed() {
        if (module().isAmiss(places -> false)) {
            throw new VerbException("name the two schemas with <from> and <to>");
        }
        getLog().info("nothing to do in this module: from and to are not named");
    }
}
