package dev.schemaguard.source.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;

/**
 * A library that is there.
 *
 * @param version its version, as its jar tells it; empty where it tells none
 */
record LibraryJar(String version) {

    /** The library, if its marker is there; its class is not loaded. */
    static Optional<LibraryJar> of(DeclaredLibrary library, ClassLoader loader) {
        URL marker = loader.getResource(library.marker().replace('.', '/') + ".class");
        if (marker == null) {
            return Optional.empty();
        }
        return Optional.of(new LibraryJar(
                byMaven(library.artifact(), loader).or(() -> byManifest(marker)).orElse("")));
    }

    /** What Maven writes into a jar; it is exact where a jar was made of several. */
    private static Optional<String> byMaven(String artifact, ClassLoader loader) {
        String place = "META-INF/maven/" + artifact.replace(':', '/') + "/pom.properties";
        try (InputStream stream = artifact.isEmpty() ? null : loader.getResourceAsStream(place)) {
            if (stream == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> byManifest(URL marker) {
        try {
            URLConnection connection = marker.openConnection();
            if (!(connection instanceof JarURLConnection found)) {
                return Optional.empty();
            }
            // Past the cache of jars, which would keep one open that the application may want to replace.
            found.setUseCaches(false);
            try (JarFile jar = found.getJarFile()) {
                return Optional.ofNullable(jar.getManifest())
                        .map(manifest -> manifest.getMainAttributes().getValue(Name.IMPLEMENTATION_VERSION));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
