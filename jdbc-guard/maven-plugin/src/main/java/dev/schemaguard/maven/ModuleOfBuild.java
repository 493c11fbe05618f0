package dev.schemaguard.maven;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.project.MavenProject;

/**
 * A module in its build. A goal comes to all modules that inherit it, or that a command line did not leave out, and most have
 * nothing that it could do.
 *
 * @param project the module
 * @param session the build
 * @param execution the goal that runs
 */
record ModuleOfBuild(MavenProject project, MavenSession session, MojoExecution execution) {

    /**
     * Whether it is a mistake that this module has nothing for the goal, and not just none of its business: where its own pom
     * declares the plug-in, and where a command line asked for the goal and no module has anything. Never in a module that only
     * holds others.
     *
     * @param has whether a module has something for the goal
     */
    boolean isAmiss(Predicate<Places> has) {
        if (project.getPackaging().equals("pom")) {
            return false;
        }
        return isAsked() ? allModules().map(Places::new).noneMatch(has) : isDeclaredHere();
    }

    /** Whether the goal is to run here with nothing of this module: once in a build, if a command line asked for it. */
    boolean mayLookElsewhere() {
        return !isAsked() || project.isExecutionRoot();
    }

    private boolean isAsked() {
        return execution.getSource() == Source.CLI;
    }

    private Stream<MavenProject> allModules() {
        List<MavenProject> all = session.getAllProjects();
        return all == null ? session.getProjects().stream() : all.stream();
    }

    /** The pom as it is written, without what it inherits. */
    private boolean isDeclaredHere() {
        Model written = project.getOriginalModel();
        return Stream.concat(
                        Stream.ofNullable(written.getBuild()),
                        written.getProfiles().stream().flatMap(profile -> Stream.ofNullable(profile.getBuild())))
                .map(PluginContainer::getPlugins)
                .flatMap(List::stream)
                .anyMatch(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()));
    }
}
