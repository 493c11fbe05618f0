package dev.schemaguard.policy;

import dev.schemaguard.input.Excerpt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A baseline that cannot be read or written. Its message says where, why, and what to do. */
public final class BaselineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    BaselineException(Path file, String reason, @Nullable Throwable cause) {
        super("baseline '" + Excerpt.of(file.toString(), LONGEST) + "': " + reason, cause);
    }
}
