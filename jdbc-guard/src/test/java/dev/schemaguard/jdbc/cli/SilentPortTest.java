package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port at which somebody listens and never says a word, whatever the URL says of time-outs. */
@Timeout(60)
class SilentPortTest {

    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void everyVerbGivesUpWithinItsTimeout() throws Exception {
        Files.writeString(folder.resolve("V1__posts.sql"), "create table posts (id bigint);");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://localhost:" + silent.getLocalPort()
                    + "/app?loginTimeout=0&connectTimeout=0&socketTimeout=0";
            Map<String, CompletableFuture<RunnableJar.Result>> running = new LinkedHashMap<>();
            for (List<String> verb : List.of(
                    List.of("check", "--url", url, "--expect", folder.toString()),
                    List.of("fix", "--url", url, "--expect", folder.toString()),
                    List.of("sync", "--url", url, "--expect", folder.toString(), "--statement-timeout", "1ms"),
                    List.of("snapshot", "--url", url),
                    List.of("snapshot", "--expect", folder.toString(), "--replay", url),
                    List.of("diff", "--from", url, "--to", folder.toString()))) {
                List<String> line = new ArrayList<>(verb);
                line.addAll(List.of("--timeout", "1s"));
                running.put(
                        verb.get(0) + " " + verb.size(),
                        CompletableFuture.supplyAsync(
                                () -> InProcess.run(line.toArray(String[]::new)), SilentPortTest::start));
            }

            for (Map.Entry<String, CompletableFuture<RunnableJar.Result>> verb : running.entrySet()) {
                RunnableJar.Result result = verb.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(result.exit())
                        .as(verb.getKey() + ": " + result.err())
                        .isEqualTo(2);
                assertThat(result.out() + result.err()).as(verb.getKey()).contains("within 1 s");
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "verb");
        thread.setDaemon(true);
        thread.start();
    }
}
