package dev.schemaguard.input;

import dev.schemaguard.model.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A resource that only the application itself is to bring. A class loader gives the first of its name, which may be that of a
 * dependency; nobody chose it.
 */
final class OwnResource {

    private OwnResource() {}

    /**
     * Opens it. Copies of the same text are as good as one.
     *
     * @throws SchemaSourceException if there are several that differ
     */
    static InputStream open(String resource, ClassLoader loader) throws IOException {
        List<URL> found = find(resource, loader);
        if (found.size() == 1) {
            return stream(found.get(0));
        }
        byte[] first = bytes(found.get(0));
        for (URL other : found.subList(1, found.size())) {
            if (!Arrays.equals(first, bytes(other))) {
                throw several(resource, found);
            }
        }
        return new ByteArrayInputStream(first);
    }

    /** A loader may find the same place twice, by itself and by its parent. */
    private static List<URL> find(String resource, ClassLoader loader) throws IOException {
        Map<String, URL> found = new LinkedHashMap<>();
        Collections.list(loader.getResources(resource)).forEach(url -> found.putIfAbsent(url.toExternalForm(), url));
        if (found.isEmpty()) {
            throw new NoSuchFileException(resource);
        }
        return List.copyOf(found.values());
    }

    private static SchemaSourceException several(String resource, List<URL> found) {
        return new SchemaSourceException(
                Origin.of("classpath:" + resource),
                "there are " + found.size() + " of this name that differ: "
                        + found.stream()
                                .map(url -> "'" + holder(url, resource) + "'")
                                .collect(Collectors.joining(" and ")),
                "leave only the application's own on the class path, or give it another name and expect that location");
    }

    /** The jar or folder that holds it. */
    private static String holder(URL url, String resource) {
        String text = url.toExternalForm();
        String place = text.endsWith(resource) ? text.substring(0, text.length() - resource.length()) : text;
        return place.replaceFirst("^(jar:)?(file:|nested:)?", "").replaceFirst("!/$", "");
    }

    private static byte[] bytes(URL url) throws IOException {
        try (InputStream stream = stream(url)) {
            return stream.readAllBytes();
        }
    }

    /** Past the cache of jars, which would keep one open that the application may want to replace. */
    private static InputStream stream(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
