package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Unverified.Code;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A look that finds what a test says, and counts. */
final class ScriptedLook implements Gate.Look {

    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile Verification next = Looks.CONFORMS;
    private volatile Optional<RuntimeException> bug = Optional.empty();
    private volatile Duration patience = Duration.ofSeconds(30);

    ScriptedLook finds(Verification found) {
        next = found;
        return this;
    }

    void breaks(RuntimeException with) {
        bug = Optional.of(with);
    }

    ScriptedLook patience(Duration length) {
        patience = length;
        return this;
    }

    void holdUp() {
        hold = new CountDownLatch(1);
    }

    void letGo() {
        hold.countDown();
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    int count() {
        return count.get();
    }

    @Override
    public Verification at() throws InterruptedException {
        count.incrementAndGet();
        begun.countDown();
        hold.await();
        if (bug.isPresent()) {
            throw bug.get();
        }
        return next;
    }

    @Override
    public Verification unfinished(Code code, String reason, Throwable cause) {
        return new Verification(Looks.unverified(code, reason), Optional.ofNullable(cause));
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
