package dev.schemaguard.jdbc.cli;

import dev.schemaguard.jdbc.cli.option.Terminal;
import dev.schemaguard.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** Tells whoever sits before a terminal that a check takes its time, and wipes that away when it is done. */
final class Progress implements AutoCloseable {

    private static final String WIPE = "\r\u001b[K";
    private static final long SECOND = Duration.ofSeconds(1).toMillis();

    private final String what;
    private final PrintWriter errors;
    private final Optional<Timer> clock;
    private final long start = System.nanoTime();
    private boolean shown;
    private boolean over;

    private Progress(String what, PrintWriter errors, Optional<Timer> clock) {
        this.what = Printable.line(what);
        this.errors = errors;
        this.clock = clock;
    }

    /** A line that appears after a second, if there is a terminal. */
    static Progress of(String what, Terminal terminal, PrintWriter errors) {
        if (!terminal.present()) {
            return new Progress(what, errors, Optional.empty());
        }
        Timer clock = new Timer("schema-guard-progress", true);
        Progress progress = new Progress(what, errors, Optional.of(clock));
        clock.schedule(progress.ticking(), SECOND, SECOND);
        return progress;
    }

    private TimerTask ticking() {
        return new TimerTask() {
            @Override
            public void run() {
                show();
            }
        };
    }

    synchronized void show() {
        if (over) {
            return;
        }
        shown = true;
        errors.print(
                WIPE + what + " (" + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s)");
        errors.flush();
    }

    @Override
    public synchronized void close() {
        over = true;
        clock.ifPresent(Timer::cancel);
        if (shown) {
            errors.print(WIPE);
            errors.flush();
        }
    }
}
