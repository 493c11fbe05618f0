package dev.schemaguard.spring.afterwards;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;

/** Tells an application at work from one that a test started, or that runs to be recorded. */
final class OrdinaryRun {

    private static final List<String> TEST_FRAMEWORKS = List.of(
            "org.junit.",
            "junit.framework.",
            "org.testng.",
            "org.spockframework.",
            "io.kotest.",
            "io.cucumber.",
            "cucumber.runtime.",
            "org.springframework.boot.test.",
            "org.springframework.test.");

    /** What such a run sets to stop, or to be stored, when all beans are there. */
    private static final List<String> WHEN_REFRESHED = List.of("spring.context.exit", "spring.context.checkpoint");

    /** Class-data archives, AOT caches, checkpoints, and what a native image needs. */
    private static final Set<String> RECORDERS = Set.of(
            "-XX:ArchiveClassesAtExit",
            "-XX:AOTMode=record",
            "-XX:AOTCacheOutput",
            "-XX:CRaCCheckpointTo",
            "-agentlib:native-image-agent");

    private OrdinaryRun() {}

    /** Whether no test framework is among those who called this thread, and no property says that the run is recorded. */
    static boolean isHere() {
        return WHEN_REFRESHED.stream().allMatch(property -> SpringProperties.getProperty(property) == null)
                && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)
                && !isTested(Thread.currentThread().getStackTrace());
    }

    static boolean isTested(StackTraceElement[] callers) {
        for (StackTraceElement caller : callers) {
            if (TEST_FRAMEWORKS.stream().anyMatch(caller.getClassName()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the machine records what it loads. To ask takes a moment. */
    static boolean isRecorded() {
        try {
            return isRecorded(ManagementFactory.getRuntimeMXBean().getInputArguments());
        } catch (NoClassDefFoundError | SecurityException e) {
            // An image of the JDK without the module that knows.
            return false;
        }
    }

    static boolean isRecorded(List<String> arguments) {
        return arguments.stream().anyMatch(argument -> RECORDERS.stream().anyMatch(argument::startsWith));
    }
}
