package dev.schemaguard.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A program of a server, run with the libraries that came with it, and what it said where it failed. */
final class ServerCommand {

    private ServerCommand() {}

    /** Runs it to its end. */
    static void run(List<String> command, Path home, byte... input) throws IOException {
        Path log = home.resolve("install.log");
        Process process = start(command, home, log);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            throw failure(command.get(0), log, e);
        }
        if (await(process) != 0) {
            throw failure(command.get(0), log, null);
        }
    }

    static Process start(List<String> command, Path home, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        String own = home.resolve("lib").toString();
        builder.environment().merge("LD_LIBRARY_PATH", own, (given, added) -> added + ":" + given);
        return builder.start();
    }

    static void await(Process process, String name) throws IOException {
        int code = await(process);
        if (code != 0) {
            throw new IOException(name + " ended with " + code);
        }
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What a program that did not do its work left in its log, with the remedy for the one thing that is often missing. */
    static IllegalStateException failure(String program, Path log, @org.jspecify.annotations.Nullable Exception cause)
            throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        String last = lines.stream().skip(Math.max(0, lines.size() - 8)).collect(Collectors.joining("\n"));
        String remedy = last.contains("libaio")
                ? "; it needs the library of Debian's package libaio1 (libaio1t64 from Debian 13 and Ubuntu 24.04 on)"
                : "";
        return new IllegalStateException(program + " could not be run" + remedy + ":\n" + last, cause);
    }
}
