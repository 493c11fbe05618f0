package dev.schemaguard.spring;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications as their main method would. */
public final class Boot {

    private Boot() {}

    /** Starts an application without a web server. The caller closes it. */
    public static ConfigurableApplicationContext start(Class<?> application, String... properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        return spring.run(arguments(properties));
    }

    /** The same, with something to do once all is started and before the application is said to be ready. */
    static ConfigurableApplicationContext start(Class<?> application, BeforeReady before, String... properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addListeners((ApplicationListener<ApplicationStartedEvent>) event -> {
            try {
                before.run(event.getApplicationContext());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return spring.run(arguments(properties));
    }

    /** Something to do before an application is ready. */
    public interface BeforeReady {

        void run(ConfigurableApplicationContext context) throws Exception;
    }

    /** The properties as arguments; migration tools, of which the class path has two, run only where they are asked to. */
    public static String[] arguments(String... properties) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "spring.main.banner-mode=off",
                                "spring.jmx.enabled=false",
                                "spring.jpa.open-in-view=false",
                                "spring.flyway.enabled=false",
                                "spring.liquibase.enabled=false"),
                        Arrays.stream(properties))
                .forEach(property -> all.put(
                        property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1)));
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** Starts an application that does not come up, and gives all that it says. */
    public static String failure(Class<?> application, String... properties) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            start(application, properties).close();
        } catch (Exception e) {
            System.out.flush();
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
            out.print(said.toString(StandardCharsets.UTF_8));
        }
        throw new AssertionError("the application came up");
    }

    public static DriftReport report(ConfigurableApplicationContext context, String dataSource) {
        return context.getBean(SchemaGuards.class)
                .find(dataSource)
                .orElseThrow()
                .lastReport()
                .orElseThrow();
    }

    /** The identifiers of what was found, with at least this severity. */
    public static List<String> findings(DriftReport report, Severity atLeast) {
        List<String> ids = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.severity().isAtLeast(atLeast)) {
                ids.add(finding.id());
            }
        }
        return ids;
    }
}
