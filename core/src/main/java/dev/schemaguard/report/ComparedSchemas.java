package dev.schemaguard.report;

import dev.schemaguard.model.Schema;
import java.util.Objects;

/**
 * The two sides of one comparison, kept only where somebody asked for a page that shows them side by side.
 *
 * @param expectation the name of the expectation
 * @param expected what it expects
 * @param live what there is of it; only the facts that the expectation states were read
 */
public record ComparedSchemas(String expectation, Schema expected, Schema live) {

    public ComparedSchemas {
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(live, "live");
    }
}
