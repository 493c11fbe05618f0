package dev.schemaguard.jdbc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command line as its users do: as a process of its own. */
final class RunnableJar {

    private static final long MOST_SECONDS = 120;

    private RunnableJar() {}

    static Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), List.of(), arguments);
    }

    static Result run(Map<String, String> environment, List<String> jvmOptions, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = command(jvmOptions, arguments);
        Path out = Files.createTempFile("schema-guard", ".out");
        Path err = Files.createTempFile("schema-guard", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().remove("PGPASSWORD");
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running after " + MOST_SECONDS + " s: " + command);
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Begins a process that nobody listens to. */
    static Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(List.of(), arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("PGPASSWORD");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /** As a pipeline is advised to run it: what lives half a second has no use for the compiler that takes its time. */
    private static List<String> command(List<String> jvmOptions, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", System.getProperty("schema-guard.jar")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What a process left behind. */
    record Result(int exit, String out, String err) {}
}
