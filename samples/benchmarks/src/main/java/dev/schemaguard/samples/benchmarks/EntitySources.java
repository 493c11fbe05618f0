package dev.schemaguard.samples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Entity classes of twelve columns each, written and compiled on the spot. */
final class EntitySources {

    private EntitySources() {}

    static List<Class<?>> generate(int count) throws IOException, ClassNotFoundException {
        return load(compile(count), count);
    }

    /** Writes and compiles them, and gives the folder. */
    static Path compile(int count) throws IOException {
        Path folder = Files.createTempDirectory("entities");
        String template;
        try (InputStream resource = EntitySources.class.getResourceAsStream("/entity.txt")) {
            template = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(Files.writeString(folder.resolve("Entity" + i + ".java"), source(template, i)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", folder.toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("the entities do not compile");
            }
        }
        return folder;
    }

    static List<Class<?>> load(Path folder, int count) throws IOException, ClassNotFoundException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, EntitySources.class.getClassLoader());
        List<Class<?>> entities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entities.add(loader.loadClass("Entity" + i));
        }
        return entities;
    }

    private static String source(String template, int i) {
        return template.replace("NUMBER", String.valueOf(i));
    }
}
