package dev.schemaguard.report;

import dev.schemaguard.drift.Kind;

/** Where it is told what a kind of finding means. Each kind has a page of its name. */
final class FindingPages {

    private static final String FOLDER = "https://github.com/schemaguard/schemaguard/blob/main/docs/findings/";

    private FindingPages() {}

    /** The address of the list of all kinds. */
    static String all() {
        return FOLDER + "README.md";
    }

    /** The address of a kind's page. */
    static String of(Kind kind) {
        return FOLDER + kind.id() + ".md";
    }
}
