package dev.schemaguard.jdbc.cli;

import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;

/** What the process tells the pipeline. The numbers are a contract. */
enum ExitCode {
    /** Nothing at or over the threshold. */
    CLEAN(0),
    /** The database lacks what the release expects. */
    DRIFTED(1),
    /** The check could not look, the expectation cannot be read, or the program itself broke. */
    UNVERIFIED(2),
    /** The command line is wrong. */
    USAGE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(DriftReport report) {
        if (!report.failed()) {
            return CLEAN;
        }
        return report.verdict() == Verdict.DRIFTED ? DRIFTED : UNVERIFIED;
    }
}
