package dev.schemaguard.spring.autoconfigure;

import dev.schemaguard.spring.SchemaGuards;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves all of ours out on a Spring Boot older than those it is made for, and says so, before any of it is loaded: what is
 * missing there would show as whatever error comes first.
 */
final class SupportedBoot implements AutoConfigurationImportFilter {

    private static final String OURS = "dev.schemaguard.spring.";
    private static final int OLDEST_MAJOR = 3;
    private static final int OLDEST_MINOR = 5;
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\..*");

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final @Nullable String version;

    /** For Spring Boot. */
    SupportedBoot() {
        this(SpringBootVersion.getVersion());
    }

    /** For a version of Spring Boot, {@code null} where it does not say. */
    SupportedBoot(@Nullable String version) {
        this.version = version;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[candidates.length];
        Arrays.fill(kept, true);
        if (isSupported()) {
            return kept;
        }
        boolean any = false;
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            kept[i] = candidate == null || !candidate.startsWith(OURS);
            any |= !kept[i];
        }
        if (any) {
            LOG.warn(
                    "nothing is guarded: this is Spring Boot {}, and Schema Guard supports 3.5 and 4.x; raise Spring Boot,"
                            + " or check with the command line",
                    version);
        }
        return kept;
    }

    /** One that does not tell, or counts in another way, is given the benefit of the doubt. */
    private boolean isSupported() {
        Matcher matcher = VERSION.matcher(version == null ? "" : version);
        if (!matcher.matches()) {
            return true;
        }
        int major = Integer.parseInt(matcher.group(1));
        return major > OLDEST_MAJOR || major == OLDEST_MAJOR && Integer.parseInt(matcher.group(2)) >= OLDEST_MINOR;
    }
}
