package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.Drivers;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC drivers of a project, of every scope, and behind them those that were added to the plug-in. The project's dependencies
 * are resolved when somebody connects and not before: who only reads migrations needs none, and early in a build of many modules
 * some are not there yet.
 */
final class ProjectDrivers implements AutoCloseable {

    private final Supplier<List<File>> jars;
    private @Nullable URLClassLoader loader;
    private boolean lasting;

    ProjectDrivers(Supplier<List<File>> jars) {
        this.jars = jars;
    }

    static ProjectDrivers of(
            MavenProject project, MavenSession session, ProjectDependenciesResolver resolver, Log log) {
        return new ProjectDrivers(() -> resolved(project, session, resolver, log));
    }

    /** What cannot be resolved may well be something else than the driver. */
    private static List<File> resolved(
            MavenProject project, MavenSession session, ProjectDependenciesResolver resolver, Log log) {
        DependencyResolutionResult result;
        try {
            result = resolver.resolve(new DefaultDependencyResolutionRequest(project, session.getRepositorySession()));
        } catch (DependencyResolutionException e) {
            result = e.getResult();
            log.warn(
                    "the JDBC driver is looked for only in those dependencies of the project that can be resolved, for "
                            + e.getMessage());
        }
        return result.getResolvedDependencies().stream()
                .map(Dependency::getArtifact)
                .flatMap(artifact -> Optional.ofNullable(artifact.getFile()).stream())
                .toList();
    }

    synchronized Drivers drivers() {
        if (loader == null) {
            List<URL> urls = new ArrayList<>();
            for (File jar : jars.get()) {
                try {
                    urls.add(jar.toURI().toURL());
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            }
            loader = new URLClassLoader(urls.toArray(URL[]::new), new BuildLogging());
        }
        return new Drivers(
                List.of(loader, ProjectDrivers.class.getClassLoader()),
                "add the driver to the dependencies of the project, in any scope, or to those of the plug-in");
    }

    /** The same drivers, for whoever needs their classes until the build ends, as what takes containers away does. */
    synchronized Drivers lastingDrivers() {
        lasting = true;
        return drivers();
    }

    @Override
    public synchronized void close() {
        if (loader == null || lasting) {
            return;
        }
        try {
            loader.close();
        } catch (IOException e) {
            // The files are read only; what is left open ends with the build.
            loader = null;
        }
    }

    /** The JDK, and the build's log: what a driver logs by SLF4J goes there and not to a logging system of the application. */
    private static final class BuildLogging extends ClassLoader {

        BuildLogging() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.")) {
                return BuildLogging.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
