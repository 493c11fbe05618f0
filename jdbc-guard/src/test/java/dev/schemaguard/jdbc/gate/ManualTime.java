package dev.schemaguard.jdbc.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Time that only passes when a test, or a pause, makes it pass. */
public final class ManualTime implements TimeSource {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();
    private Runnable duringPause = () -> {};

    private record Planned(long due, Runnable task) {}

    public void pass(Duration length) {
        long later = now.addAndGet(length.toNanos());
        List<Planned> due =
                planned.stream().filter(plan -> later - plan.due() >= 0).toList();
        planned.removeAll(due);
        due.forEach(plan -> plan.task().run());
    }

    /** How many tasks wait for their time. */
    int planned() {
        return planned.size();
    }

    /** What happens in the world while somebody waits. */
    public void duringPause(Runnable event) {
        this.duringPause = event;
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void pause(Duration length) {
        pauses.add(length);
        pass(length);
        duringPause.run();
    }

    @Override
    public void after(Duration length, Runnable task) {
        planned.add(new Planned(now.get() + length.toNanos(), task));
    }

    @Override
    public double chance() {
        return 0.5;
    }
}
