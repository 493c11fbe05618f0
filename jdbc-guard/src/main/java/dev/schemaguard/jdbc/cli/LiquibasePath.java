package dev.schemaguard.jdbc.cli;

import dev.schemaguard.jdbc.verb.VerbException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * Runs the command line anew where Liquibase is on the class path beside it: who names its jars has none there, and what reads a
 * changelog is linked to Liquibase's own classes.
 *
 * @param places jars, and folders with jars
 */
public record LiquibasePath(List<Path> places) {

    private static final String OPTION = "--liquibase-path";

    /** Liquibase's distribution has its libraries two folders below its own. */
    private static final int DEEPEST = 3;

    public LiquibasePath {
        places = List.copyOf(places);
    }

    /** What a command line names; nothing where it runs with that already. */
    public static LiquibasePath of(ParseResult parsed) {
        List<Path> places = new ArrayList<>();
        if (!OPTION.equals(LiquibasePath.class.getClassLoader().getName())) {
            for (ParseResult result = parsed; result != null; result = result.subcommand()) {
                places.addAll(result.matchedOptionValue(OPTION, List.of()));
            }
        }
        return new LiquibasePath(places);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** Runs the command line, and gives its exit code. */
    public int run(String[] arguments, PrintStream out, PrintStream err) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(OPTION, urls(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            return (int) loader.loadClass(Launch.class.getName())
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
                    .invoke(null, arguments, out, err);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Our own classes come first, so that nothing of Liquibase's takes the place of what we bring. */
    private URL[] urls() {
        List<Path> all = new ArrayList<>();
        for (String own : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            all.add(Path.of(own));
        }
        places.forEach(place -> all.addAll(jars(place)));
        return all.stream().map(LiquibasePath::url).toArray(URL[]::new);
    }

    private static List<Path> jars(Path place) {
        if (!Files.isReadable(place)) {
            throw new VerbException(OPTION + ": '" + place + "' is not there or not readable; check the path");
        }
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place, DEEPEST)) {
            List<Path> jars = files.filter(
                            file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new VerbException(
                        OPTION + ": '" + place + "' holds no jar; name the folder that holds Liquibase's");
            }
            return jars;
        } catch (IOException e) {
            throw new VerbException(OPTION + ": '" + place + "' cannot be read; check its permissions");
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new VerbException(OPTION + ": '" + path + "' is no path of a file");
        }
    }

    /** Where the second run begins, which is in other classes of the same names. */
    public static final class Launch {

        private Launch() {}

        /** Runs the command line, and gives its exit code. */
        public static int run(String[] arguments, PrintStream out, PrintStream err) {
            return Main.run(arguments, out, err);
        }
    }
}
