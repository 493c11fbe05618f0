package dev.schemaguard.samples.dashboard.story;

import dev.schemaguard.samples.dashboard.DashboardApplication;
import java.io.IOException;
import java.io.PrintStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the dashboard of release 42 on a database that somebody left at release 41. */
public final class Story {

    private Story() {}

    /**
     * Takes Spring Boot's arguments; a system property {@code migrate=true} runs the forgotten migration before. Exits with 1
     * if the dashboard does not start.
     */
    public static void main(String[] arguments) throws IOException {
        if (!open(System.out, Boolean.getBoolean("migrate"), arguments)) {
            System.exit(1);
        }
    }

    private static boolean open(PrintStream out, boolean migrate, String... arguments) throws IOException {
        StoryDatabase database = StoryDatabase.atRelease41();
        out.println("The database is at release 41.");
        if (migrate) {
            database.migrate();
            out.println("Its migration was not forgotten this time: it is at release 42.");
        }
        try {
            ConfigurableApplicationContext dashboard = start(database, arguments);
            out.println("Release 42 has started: http://localhost:"
                    + dashboard.getEnvironment().getProperty("local.server.port") + "  (Ctrl-C ends it)");
            return true;
        } catch (RuntimeException e) {
            database.close();
            out.println(
                    "Release 42 did not start, and said why; so there is no page; a rolling deployment keeps release 41.");
            out.println("Run the same command with -Dmigrate=true to have its migration run before.");
            return false;
        }
    }

    /** Starts the dashboard on that database; whoever stops it stops the database, too. */
    public static ConfigurableApplicationContext start(StoryDatabase database, String... arguments) {
        return new SpringApplicationBuilder(DashboardApplication.class)
                .properties("spring.datasource.url=" + database.url())
                .initializers((GenericApplicationContext context) -> context.registerBean(
                        StoryDatabase.class, () -> database, bean -> bean.setDestroyMethodName("")))
                .run(arguments);
    }
}
