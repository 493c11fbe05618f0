package dev.schemaguard.source.migrations;

import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.model.Origin;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Looks into the jars of a class path. A class loader finds a folder in a jar only by an entry of the folder's own, which the
 * makers of many jars leave out.
 */
final class ClasspathJars {

    private static final String MANIFEST = JarFile.MANIFEST_NAME;

    private final ClassLoader loader;

    ClasspathJars(ClassLoader loader) {
        this.loader = loader;
    }

    /** The names of all entries below a folder, in the order of the class path. */
    Set<String> below(String folder) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String jar : jars()) {
            ReadingDeadline.check(() -> Origin.of("classpath:" + folder));
            entries(jar, entry -> {
                if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                    names.add(entry.getName());
                }
            });
        }
        return names;
    }

    /** Each jar's own URL, up to and with {@code !/}. There is no one way to ask for them, so three are asked. */
    private Set<String> jars() throws IOException {
        Set<String> jars = new LinkedHashSet<>();
        // Jars of any kind of loader, such as those within the jar of an application, if they have a manifest.
        for (URL manifest : Collections.list(loader.getResources(MANIFEST))) {
            String url = manifest.toString();
            if (url.startsWith("jar:")) {
                jars.add(url.substring(0, url.length() - MANIFEST.length()));
            }
        }
        for (ClassLoader one = loader; one != null; one = one.getParent()) {
            if (one instanceof URLClassLoader known) {
                List.of(known.getURLs()).forEach(url -> file(url).ifPresent(jars::add));
            }
        }
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            url(entry).flatMap(ClasspathJars::file).ifPresent(jars::add);
        }
        return jars;
    }

    private static Optional<URL> url(String entry) {
        try {
            return entry.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(entry).toUri().toURL());
        } catch (MalformedURLException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> file(URL url) {
        String text = url.toString();
        if (text.endsWith("!/")) {
            return Optional.of(text);
        }
        return text.endsWith("/") ? Optional.empty() : Optional.of("jar:" + text + "!/");
    }

    /** What is no jar, or is not there, gives none, as to the loader itself. */
    private static void entries(String jar, Consumer<JarEntry> action) {
        List<JarEntry> entries = new ArrayList<>();
        try {
            if (new URL(jar).openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                try (JarFile file = connection.getJarFile()) {
                    file.stream().forEach(entries::add);
                }
            }
        } catch (IOException e) {
            return;
        }
        entries.forEach(action);
    }
}
