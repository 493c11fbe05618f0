package dev.schemaguard.samples.quarkus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** What an orchestrator sees of the service. */
final class Probe {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Probe() {}

    static HttpResponse<String> get(URI place) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the answer is as awaited, for some time; the last answer. */
    static HttpResponse<String> await(URI place, Predicate<HttpResponse<String>> awaited) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        HttpResponse<String> answer = get(place);
        while (!awaited.test(answer) && Instant.now().isBefore(end)) {
            answer = get(place);
        }
        return answer;
    }
}
