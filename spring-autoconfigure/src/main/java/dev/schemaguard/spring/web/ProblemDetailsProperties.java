package dev.schemaguard.spring.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The properties below {@code schema-guard.problem-details}. */
@ConfigurationProperties(ProblemDetailsProperties.PREFIX)
class ProblemDetailsProperties {

    static final String PREFIX = "schema-guard.problem-details";

    /**
     * Whether a request that fails because of drift, or because the database does not answer, is answered with 503 and a
     * problem detail, unless the application itself handles the exception.
     */
    private boolean enabled;

    /** Whether the answer names what the database lacks: tables and columns, for whoever asks. */
    private boolean includeFindings;

    /** After which time a client may try again. */
    private Duration retryAfter = Duration.ofSeconds(30);

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isIncludeFindings() {
        return includeFindings;
    }

    public void setIncludeFindings(boolean includeFindings) {
        this.includeFindings = includeFindings;
    }

    public Duration getRetryAfter() {
        return retryAfter;
    }

    public void setRetryAfter(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** The same, unless something is set to what it cannot be. */
    ProblemDetailsProperties checked() {
        if (retryAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidConfigurationPropertyValueException(
                    PREFIX + ".retry-after",
                    retryAfter,
                    "It must be at least 1s, such as 30s; a number without a unit counts milliseconds.");
        }
        return this;
    }
}
