package dev.schemaguard.text;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may stand in a log: with the stack traces of it and its causes, and for each the class and the message, on
 * one line and without what may be a secret. What others threw may quote a URL with a password, or a name that forges lines.
 */
public final class LoggedFailure extends Throwable {

    private static final long serialVersionUID = 1L;

    private LoggedFailure(Throwable failure, @Nullable Throwable cause) {
        super(
                Optional.ofNullable(failure.getMessage())
                        .map(Secrets::said)
                        .map(said -> failure.getClass().getName() + ": " + said)
                        .orElseGet(() -> failure.getClass().getName()),
                cause,
                false,
                true);
        setStackTrace(failure.getStackTrace());
    }

    /** The failure with its causes; a circle of causes ends where it closes. */
    public static LoggedFailure of(Throwable failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            chain.push(link);
        }
        LoggedFailure logged = new LoggedFailure(chain.pop(), null);
        while (!chain.isEmpty()) {
            logged = new LoggedFailure(chain.pop(), logged);
        }
        return logged;
    }

    /** The trace of the failure itself takes its place. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
