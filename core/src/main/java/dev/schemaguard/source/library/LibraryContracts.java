package dev.schemaguard.source.library;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contracts that lie on a class path, of libraries that are there.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param all the contracts, in the order of the class path
 */
public record LibraryContracts(List<LibraryContract> all) {

    /** Where a library, or a pack of contracts, declares what tables of libraries have to be. */
    public static final String DECLARED = "META-INF/schema-guard/library.json";

    /** No library says anything. */
    public static final LibraryContracts NONE = new LibraryContracts(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(LibraryContracts.class);

    public LibraryContracts {
        all = List.copyOf(all);
    }

    /**
     * Looks for declarations, and for the libraries that they are of; runs none of their code. A declaration that
     * cannot be read stops nobody: it is logged, and declares nothing.
     *
     * @param loader the class loader of the application
     * @param settings the application's settings
     */
    public static LibraryContracts on(ClassLoader loader, LibrarySettings settings) {
        Map<String, LibraryContract> found = new LinkedHashMap<>();
        for (URL declaration : declarations(loader)) {
            for (DeclaredLibrary library : read(declaration)) {
                LibraryJar.of(library, loader)
                        .ifPresent(jar -> found.putIfAbsent(
                                library.name(), new LibraryContract(library, jar.version(), settings, loader)));
            }
        }
        return new LibraryContracts(List.copyOf(found.values()));
    }

    /** The contract of that library, if there is one. */
    public Optional<LibraryContract> find(String id) {
        return all.stream().filter(contract -> contract.id().equals(id)).findFirst();
    }

    /** A loader may find the same place twice, by itself and by its parent. */
    private static List<URL> declarations(ClassLoader loader) {
        try {
            Set<String> seen = new LinkedHashSet<>();
            List<URL> declarations = new ArrayList<>();
            for (URL url : Collections.list(loader.getResources(DECLARED))) {
                if (seen.add(url.toExternalForm())) {
                    declarations.add(url);
                }
            }
            return declarations;
        } catch (IOException e) {
            LOG.warn("no contract of a library is known, for the class path cannot be searched: {}", said(e));
            return List.of();
        }
    }

    private static List<DeclaredLibrary> read(URL declaration) {
        try {
            URLConnection connection = declaration.openConnection();
            connection.setUseCaches(false);
            try (InputStream stream = InputFile.bounded(connection.getInputStream(), LibraryFile.LONGEST)) {
                return LibraryFile.read(stream.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the contracts of '{}' are not used: {}", Excerpt.of(declaration.toString(), 300), said(e));
            return List.of();
        }
    }

    private static String said(Exception e) {
        return Excerpt.of(String.valueOf(e.getMessage()), 300);
    }
}
