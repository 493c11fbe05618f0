package dev.schemaguard.report;

import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;

/** The colours of a report on a terminal. Nothing is told by colour alone. */
enum AnsiStyle {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    GOOD("1;32"),
    BAD("1;31"),
    CAREFUL("33");

    private final String code;

    AnsiStyle(String code) {
        this.code = code;
    }

    static AnsiStyle of(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> GOOD;
            case DRIFTED -> BAD;
            case UNVERIFIED -> CAREFUL;
        };
    }

    static AnsiStyle of(Severity severity) {
        return switch (severity) {
            case BREAKING -> BAD;
            case RISKY -> CAREFUL;
            case ADVISORY -> FAINT;
        };
    }

    String on(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
