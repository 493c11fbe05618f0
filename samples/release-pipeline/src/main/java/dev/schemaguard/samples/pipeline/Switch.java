package dev.schemaguard.samples.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The front door: passes each request on to the revision that has the traffic. {@code PUT /traffic} names another. */
public final class Switch {

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile URI revision;

    private Switch(URI revision) {
        this.revision = revision;
    }

    /** Takes the address of the first revision and the file that the front door's own address goes to. */
    public static void main(String[] arguments) throws IOException {
        Switch front = new Switch(URI.create(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/traffic", front::shift);
        server.createContext("/", front::pass);
        server.start();
        new Announcement(Path.of(arguments[1]))
                .ready("http://localhost:" + server.getAddress().getPort());
    }

    private void shift(HttpExchange exchange) throws IOException {
        String address = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        revision = URI.create(address.strip());
        Service.answer(exchange, 200, "traffic goes to " + address.strip());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try {
            HttpResponse<String> answered = client.send(
                    HttpRequest.newBuilder(revision.resolve(exchange.getRequestURI()))
                            .build(),
                    BodyHandlers.ofString());
            Service.answer(exchange, answered.statusCode(), answered.body().strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Service.answer(exchange, 503, "stopping");
        }
    }
}
