package dev.schemaguard.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The runnable jar as a process of its own, as a pipeline starts it.
 *
 * @param jar the jar
 */
record CommandLine(Path jar) {

    /** Runs it and tells how many nanoseconds that took from outside. */
    long run(List<String> options, List<String> arguments, int exit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        Path said = Path.of(System.getProperty("java.io.tmpdir"), "schema-guard-benchmark.log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int ended = process.waitFor();
        long taken = System.nanoTime() - start;
        if (ended != exit) {
            throw new IllegalStateException(command + " ended with " + ended + ", see " + said);
        }
        return taken;
    }

    /** Runs it several times and prints the shortest and the median time. */
    void report(String name, List<String> options, List<String> arguments, int exit, int times)
            throws IOException, InterruptedException {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            taken.add(run(options, arguments, exit));
        }
        Collections.sort(taken);
        System.out.printf("  %-36s %6.2f %6.2f%n", name, taken.get(0) / 1e9, taken.get(taken.size() / 2) / 1e9);
    }
}
