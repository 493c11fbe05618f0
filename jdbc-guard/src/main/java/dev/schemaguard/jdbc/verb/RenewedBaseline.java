package dev.schemaguard.jdbc.verb;

import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.BaselineException;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.report.DriftReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The file of a baseline, once all that was found is accepted.
 *
 * @param file where it is written to
 * @param named how somebody named it, for messages: an option or a parameter
 * @param onUnverified whether what could not be found out stands in the way
 */
public record RenewedBaseline(Path file, String named, OnUnverified onUnverified) {

    public RenewedBaseline {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(named, "named");
        Objects.requireNonNull(onUnverified, "onUnverified");
    }

    /**
     * Accepts what a report found, and gives the report as it stands then. Reasons and last days of what was accepted before are
     * kept.
     *
     * @param warnings is told why nothing was written, where nothing was
     */
    public DriftReport of(DriftReport report, Consumer<String> warnings) {
        boolean looked = report.database().isPresent() || report.lookedAt().isPresent();
        boolean everything = report.unverified().isEmpty();
        if (!looked || !everything && onUnverified == OnUnverified.FAIL) {
            // What was not seen must not drop out of the file, and nobody should accept what he does not know.
            warnings.accept(named + ": '" + file
                    + "' is not written, for not everything could be looked at; the report says why");
            return report;
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Baseline old = report.policy().baseline();
        Baseline renewed = old.renewed(report.findings(), "known since " + today + ", not looked into yet");
        Baseline next = everything ? renewed : renewed.withMissing(old);
        try {
            next.write(file);
        } catch (BaselineException e) {
            throw new VerbException(String.valueOf(e.getMessage()));
        }
        return report.under(next, today);
    }
}
