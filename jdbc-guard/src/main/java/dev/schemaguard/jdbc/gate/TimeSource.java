package dev.schemaguard.jdbc.gate;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** All that the gate knows of time and chance, so that tests can turn both by hand. */
public interface TimeSource {

    /** The machine's own time. */
    TimeSource SYSTEM = new TimeSource() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void after(Duration length, Runnable task) {
            CompletableFuture.delayedExecutor(length.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(task);
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** A running count of nanoseconds, as {@link System#nanoTime()}. */
    long nanoTime();

    /** Returns after the pause. */
    void pause(Duration length) throws InterruptedException;

    /** Runs a task, which must be short, after the pause, and returns at once. Needs no thread meanwhile. */
    void after(Duration length, Runnable task);

    /** A number from 0 up to, but not, 1. */
    double chance();
}
