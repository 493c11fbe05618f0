package dev.schemaguard.jdbc.gate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** One short-lived daemon thread per task: none is left once nobody looks at a database. */
public final class GuardThreads implements Executor {

    private final String name;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    public GuardThreads(String name) {
        this.name = name;
    }

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(
                () -> {
                    running.add(Thread.currentThread());
                    try {
                        task.run();
                    } finally {
                        running.remove(Thread.currentThread());
                    }
                },
                name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks every running task to end early. */
    public void interrupt() {
        running.forEach(Thread::interrupt);
    }
}
