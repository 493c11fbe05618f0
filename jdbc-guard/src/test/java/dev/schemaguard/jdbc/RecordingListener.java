package dev.schemaguard.jdbc;

import dev.schemaguard.report.DriftReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears. */
final class RecordingListener implements SchemaGuardListener {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void opened(DriftReport report) {
        heard.add("opened");
    }

    @Override
    public void shut(DriftReport report) {
        heard.add("shut");
    }

    @Override
    public void driftedLater(DriftReport report) {
        heard.add("drifted-later");
    }

    @Override
    public void healed(DriftReport report) {
        heard.add("healed");
    }

    @Override
    public void unverified(DriftReport report) {
        heard.add("unverified");
    }
}
