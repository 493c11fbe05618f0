package dev.schemaguard.jdbc.gate;

import dev.schemaguard.report.DriftReport;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what it hears, and hands it over, in order, to a test that waits for it. */
public final class RecordingListener implements SchemaGuardListener {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();

    public List<String> heard() {
        return List.copyOf(heard);
    }

    String next() throws InterruptedException {
        return Objects.requireNonNull(unread.poll(30, TimeUnit.SECONDS), "nothing was heard for 30 s");
    }

    private void hear(String news) {
        heard.add(news);
        unread.add(news);
    }

    @Override
    public void opened(DriftReport report) {
        hear("opened");
    }

    @Override
    public void shut(DriftReport report) {
        hear("shut");
    }

    @Override
    public void driftedLater(DriftReport report) {
        hear("drifted-later");
    }

    @Override
    public void healed(DriftReport report) {
        hear("healed");
    }

    @Override
    public void unverified(DriftReport report) {
        hear("unverified");
    }
}
