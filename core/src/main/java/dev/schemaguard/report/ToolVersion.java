package dev.schemaguard.report;

import java.util.Optional;

/** Which Schema Guard wrote a report. */
final class ToolVersion {

    private ToolVersion() {}

    /** The name and version, from the jar's manifest; {@code schema-guard dev} outside a jar. */
    static String current() {
        return "schema-guard "
                + Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
                        .orElse("dev");
    }
}
