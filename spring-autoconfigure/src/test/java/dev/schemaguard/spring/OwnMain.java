package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.spring.Boot.BeforeReady;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications so that they do not know that a test did, and waits for what they do after their start. */
public final class OwnMain {

    private static final String THREAD = "schema-guard-afterwards";

    private OwnMain() {}

    /** As its main method would, in a thread that no test framework is among the callers of. */
    public static ConfigurableApplicationContext start(Class<?> application, BeforeReady before, String... properties)
            throws Exception {
        CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
        Thread main = new Thread(
                () -> {
                    try {
                        started.complete(Boot.start(application, before, properties));
                    } catch (Exception | Error e) {
                        started.completeExceptionally(e);
                    }
                },
                "main-of-its-own");
        main.start();
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Waits until nothing is compared any more. */
    public static void awaitComparison() throws InterruptedException {
        for (Thread thread : comparing()) {
            thread.join(Duration.ofSeconds(50).toMillis());
        }
        assertThat(comparing()).isEmpty();
    }

    /** The threads that compare. */
    public static List<Thread> comparing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .toList();
    }
}
