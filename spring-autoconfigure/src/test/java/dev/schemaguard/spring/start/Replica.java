package dev.schemaguard.spring.start;

import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.ReadinessLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A running application with a port of its own, asked over HTTP as probes and operators do. */
public record Replica(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Replica start(Class<?> application, String... properties) {
        return start(new SpringApplication(application), properties);
    }

    /** Starts an application with a listener that hears last. */
    static Replica start(Class<?> application, ReadinessLog log, String... properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.addListeners(new ApplicationListener<ApplicationStartedEvent>() {
            @Override
            public void onApplicationEvent(ApplicationStartedEvent event) {
                event.getApplicationContext().addApplicationListener(log);
            }
        });
        return start(spring, properties);
    }

    private static Replica start(SpringApplication spring, String... properties) {
        return new Replica(spring.run(Boot.arguments(Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "management.endpoint.health.probes.enabled=true",
                                "management.endpoint.health.show-details=always",
                                "management.endpoints.web.exposure.include=health,schemaguard"),
                        Stream.of(properties))
                .toArray(String[]::new))));
    }

    public int readiness() {
        return get("/actuator/health/readiness").statusCode();
    }

    public int liveness() {
        return get("/actuator/health/liveness").statusCode();
    }

    /** What the whole of the health says of the schemas. */
    public String health() {
        return get("/actuator/health/schemaGuard").body();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
