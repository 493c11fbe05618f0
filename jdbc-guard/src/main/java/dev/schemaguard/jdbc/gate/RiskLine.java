package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.text.Printable;
import java.util.Optional;

/** A finding that a check passes in spite of, in one line of the log: what may fail, where that is expected, what to do. */
public final class RiskLine {

    private static final int LONGEST_TEXT = 300;

    private RiskLine() {}

    /** The line: the finding's severity, kind and subject, what may fail, where that is expected, and what to do. */
    public static String of(Finding risk) {
        String origin = risk.drift().origin().isKnown() ? " (" + risk.drift().origin() + ")" : "";
        return risk.severity().id() + " " + risk.drift().kind().id() + " "
                + Printable.line(risk.drift().subject().toString(), LONGEST_TEXT) + ": "
                + shown(risk.drift().message() + origin) + "; " + shown(whatToDo(risk));
    }

    /** What helps with this one, or how to be asked no more. */
    private static String whatToDo(Finding risk) {
        Optional<String> cure = risk.fixes().stream()
                .filter(fix -> !fix.destructive())
                .map(Fix::sql)
                .findFirst()
                .map(sql -> "this would cure it: " + sql);
        return risk.hint().or(() -> cure).orElse("migrate the database, or accept it in a baseline with a reason");
    }

    private static String shown(String text) {
        return Printable.line(text, LONGEST_TEXT);
    }
}
