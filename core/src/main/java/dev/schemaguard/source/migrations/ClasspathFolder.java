package dev.schemaguard.source.migrations;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.text.Secrets;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder of the class path, in directories and in jars, jars within jars included where the loader knows them. */
final class ClasspathFolder implements MigrationFolder {

    private final String folder;
    private final ClassLoader loader;

    ClasspathFolder(String folder, ClassLoader loader) {
        String bare = folder.startsWith("/") ? folder.substring(1) : folder;
        this.folder = bare.endsWith("/") ? bare : bare + "/";
        this.loader = loader;
    }

    @Override
    public String location() {
        return "classpath:" + folder.substring(0, folder.length() - 1);
    }

    /** Whether there is such a folder, with an entry of its own or with files in it. */
    boolean exists() {
        try {
            return loader.getResource(folder) != null
                    || !new ClasspathJars(loader).below(folder).isEmpty();
        } catch (IOException e) {
            throw unlisted(e);
        }
    }

    @Override
    public List<MigrationFile> files() {
        Map<String, MigrationFile> files = new LinkedHashMap<>();
        try {
            List<URL> roots = Collections.list(loader.getResources(folder));
            for (URL root : roots) {
                // What stands first on the class path hides what stands behind it, as for any resource.
                files(root).forEach(file -> files.putIfAbsent(file.path(), file));
            }
            if (files.isEmpty()) {
                new ClasspathJars(loader).below(folder).forEach(name -> {
                    MigrationFile file = file(name.substring(folder.length()));
                    files.put(file.path(), file);
                });
            }
            if (files.isEmpty() && roots.isEmpty()) {
                throw new SchemaSourceException(
                        Origin.of(location()), "no such folder", "check that it is on the class path");
            }
        } catch (IOException | URISyntaxException e) {
            throw unlisted(e);
        }
        return List.copyOf(files.values());
    }

    private SchemaSourceException unlisted(Exception cause) {
        return new SchemaSourceException(
                Origin.of(location()),
                "cannot be listed (" + Secrets.said(cause) + ")",
                "check that the class path can be read",
                cause);
    }

    private List<MigrationFile> files(URL root) throws IOException, URISyntaxException {
        if (root.getProtocol().equals("file")) {
            return new FolderListing(location(), Path.of(root.toURI())).files();
        }
        if (root.openConnection() instanceof JarURLConnection connection) {
            return entries(connection);
        }
        throw new IOException("folders at '" + root.getProtocol() + ":' are not supported");
    }

    /** The jar is not closed: it is the loader's own. */
    private List<MigrationFile> entries(JarURLConnection connection) throws IOException {
        JarFile jar = connection.getJarFile();
        String prefix = connection.getEntryName();
        List<MigrationFile> files = new ArrayList<>();
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                files.add(file(entry.getName().substring(prefix.length())));
            }
        }
        return files;
    }

    private MigrationFile file(String path) {
        return new MigrationFile(
                path, SourceText.classpath(folder + path, loader).called(path));
    }
}
