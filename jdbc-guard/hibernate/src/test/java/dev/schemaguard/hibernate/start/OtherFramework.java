package dev.schemaguard.hibernate.start;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A framework that guards for itself, on the class path of a test. */
public final class OtherFramework implements GuardingFramework {

    @Override
    public String name() {
        return "another framework";
    }

    /** Does something while the framework is there. */
    static void within(Path folder, Runnable task) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(GuardingFramework.class.getName()), OtherFramework.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
