package dev.schemaguard.maven;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parameter says: a property that is set to nothing says as much as one that is not set. */
final class Text {

    private Text() {}

    static Optional<String> of(@Nullable String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
    }
}
