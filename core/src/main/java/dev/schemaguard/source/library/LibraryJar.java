package dev.schemaguard.source.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/**
 * A library that is there.
 *
 * @param version its version, as its jar tells it; empty where it tells none
 */
record LibraryJar(String version) {

    /** The library, if its marker is there. Its class is not initialised, so that none of its code runs. */
    static Optional<LibraryJar> of(DeclaredLibrary library, ClassLoader loader) {
        if (loader.getResource(library.marker().replace('.', '/') + ".class") == null) {
            return Optional.empty();
        }
        return Optional.of(new LibraryJar(byMaven(library.artifact(), loader)
                .or(() -> byManifest(library.marker(), loader))
                .orElse("")));
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

    private static Optional<String> byManifest(String marker, ClassLoader loader) {
        try {
            return Optional.ofNullable(
                    Class.forName(marker, false, loader).getPackage().getImplementationVersion());
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
