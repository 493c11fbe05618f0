package dev.schemaguard.spring;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** An application packaged as Spring Boot's build plugins do it. */
public record ExecutableJar(Path file) {

    private static final Pattern NEEDED = Pattern.compile(
            "(spring-(?!.*test).*|HikariCP.*|postgresql.*|slf4j.*|logback.*|jsqlparser.*|jackson-core-3.*|micrometer.*"
                    + "|commons-logging.*|snakeyaml.*|jul-to.*|jspecify.*|schemaguard.*)\\.jar");
    private static final Pattern UNWANTED =
            Pattern.compile("spring-(boot-(devtools|loader|.*test.*|flyway|liquibase|hibernate)|orm|data|web).*");

    /** Packages a main class and resources with those libraries of this class path that a JDBC application has. */
    public static ExecutableJar of(Path folder, Class<?> main, Map<String, String> resources) throws IOException {
        Path plain = plain(folder, main, resources);
        List<File> libraries = libraries(folder);
        Path file = folder.resolve("application.jar");
        Repackager repackager = new Repackager(plain.toFile());
        repackager.setMainClass(main.getName());
        repackager.repackage(file.toFile(), callback -> {
            for (File library : libraries) {
                callback.library(new Library(library, LibraryScope.RUNTIME));
            }
        });
        return new ExecutableJar(file);
    }

    /** The same as a class path of plain jars, which is all that a class-data archive can be of. */
    public static String classPath(Path folder, Class<?> main, Map<String, String> resources) throws IOException {
        List<String> path = new ArrayList<>();
        path.add(plain(folder, main, resources).toString());
        libraries(folder).forEach(library -> path.add(library.toString()));
        return String.join(File.pathSeparator, path);
    }

    private static Path plain(Path folder, Class<?> main, Map<String, String> resources) throws IOException {
        Path plain = folder.resolve("plain.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plain))) {
            String name = main.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            main.getClassLoader().getResourceAsStream(name).transferTo(jar);
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                jar.putNextEntry(new JarEntry(resource.getKey()));
                jar.write(resource.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return plain;
    }

    private static List<File> libraries(Path folder) throws IOException {
        List<File> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (Files.isDirectory(path) && Files.exists(path.resolve("dev/schemaguard")) && !isTests(path)) {
                libraries.add(packed(path, folder.resolve("schemaguard-" + libraries.size() + ".jar"))
                        .toFile());
            } else if (NEEDED.matcher(name).matches()
                    && !UNWANTED.matcher(name).matches()
                    && libraries.stream().noneMatch(other -> other.getName().equals(name))) {
                libraries.add(path.toFile());
            }
        }
        return libraries;
    }

    public static boolean isTests(Path folder) {
        return Files.exists(folder.resolve("dev/schemaguard/spring/fat"));
    }

    public static Path packed(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
            }
        }
        return jar;
    }

    /** Runs it and gives its exit code; what it says goes to a file beside it. */
    public int run(Path said, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-jar", file.toString()));
        all.addAll(List.of(arguments));
        return java(said, all);
    }

    /** Runs the virtual machine of this test with these arguments. */
    public static int java(Path said, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the application did not end: " + Files.readString(said));
        }
        return process.exitValue();
    }
}
