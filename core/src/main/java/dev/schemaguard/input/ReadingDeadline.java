package dev.schemaguard.input;

import dev.schemaguard.model.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Until when a thread may read an expectation. Whoever loads one names a time; all that reads looks at it on the way, for each
 * file, statement and block of text, so that a folder without end does not hold up a start. It holds for the thread that named
 * it only.
 */
public final class ReadingDeadline {

    private static final ThreadLocal<ReadingDeadline> CURRENT = new ThreadLocal<>();

    private static final ReadingDeadline NONE = new ReadingDeadline(Optional.empty(), System::nanoTime, 0);

    private final Optional<Duration> time;
    private final LongSupplier clock;
    private final long end;

    private ReadingDeadline(Optional<Duration> time, LongSupplier clock, long end) {
        this.time = time;
        this.clock = clock;
        this.end = end;
    }

    /**
     * Reads something, and no longer than it may take. Within another deadline the one that ends first holds.
     *
     * @param time how long it may take
     * @param reading what reads
     * @throws SchemaSourceException if time is up, with {@link SchemaSourceException#isTimeUp()}, or if the thread is
     *     interrupted; its flag stays set
     */
    public static <T> T within(Duration time, Supplier<T> reading) {
        return within(time, System::nanoTime, reading);
    }

    /**
     * The same by another clock.
     *
     * @param clock the nanoseconds since whenever; that of a deadline around this one is the same
     */
    public static <T> T within(Duration time, LongSupplier clock, Supplier<T> reading) {
        ReadingDeadline above = current();
        long end = clock.getAsLong() + Math.max(0, saturated(time));
        boolean earlier = above.time.isEmpty() || end - above.end < 0;
        return with(earlier ? new ReadingDeadline(Optional.of(time), clock, end) : above, reading);
    }

    /** Does something whose time is bounded otherwise, such as running migrations in a scratch database. */
    public static <T> T lifted(Supplier<T> work) {
        return with(NONE, work);
    }

    private static <T> T with(ReadingDeadline deadline, Supplier<T> work) {
        ReadingDeadline above = current();
        CURRENT.set(deadline);
        try {
            return work.get();
        } finally {
            if (above == NONE) {
                CURRENT.remove();
            } else {
                CURRENT.set(above);
            }
        }
    }

    /**
     * Goes on only if there is time left. Cheap enough for each file and statement, but not for each character.
     *
     * @param place how far the reading got
     * @throws SchemaSourceException if time is up or the thread was interrupted
     */
    public static void check(Supplier<Origin> place) {
        if (Thread.currentThread().isInterrupted()) {
            throw new SchemaSourceException(
                    place.get(),
                    "the reading was interrupted here",
                    "read the expectation again if it is still wanted");
        }
        ReadingDeadline deadline = current();
        if (deadline.time.isPresent() && deadline.left() <= 0) {
            throw passed(place.get());
        }
    }

    /** How long the reading may go on; empty where nobody named a time. */
    public static Optional<Duration> timeLeft() {
        ReadingDeadline deadline = current();
        return deadline.time.map(time -> Duration.ofNanos(Math.max(0, deadline.left())));
    }

    /** The exception for a reading whose time is up, and that got no further than this place. */
    public static SchemaSourceException passed(Origin place) {
        return SchemaSourceException.timeUp(place, current().time.orElse(Duration.ZERO));
    }

    private long left() {
        return end - clock.getAsLong();
    }

    private static ReadingDeadline current() {
        ReadingDeadline current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /** In nanoseconds, no more than a clock that counts them can tell apart. */
    private static long saturated(Duration time) {
        return time.compareTo(Duration.ofDays(365)) > 0 ? Duration.ofDays(365).toNanos() : time.toNanos();
    }
}
