package dev.schemaguard.test;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Assertions that are all made before any fails, AssertJ's own included, so that several databases or several expectations are
 * reported together:
 *
 * <pre>{@code
 * SchemaSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(orders).as("orders").conformsTo("classpath:orders.json");
 *     softly.assertThat(billing).as("billing").conformsTo("classpath:billing.json");
 * });
 * }</pre>
 *
 * <p>With {@code @ExtendWith(SoftAssertionsExtension.class)} a test can have them injected.
 */
public final class SchemaSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, SchemaSoftAssertionsProvider {

    /** Makes all assertions, then fails with all that did not hold. */
    public static void assertSoftly(Consumer<SchemaSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(SchemaSoftAssertions.class, assertions);
    }
}
