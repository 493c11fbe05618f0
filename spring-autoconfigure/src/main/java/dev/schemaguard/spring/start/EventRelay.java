package dev.schemaguard.spring.start;

import dev.schemaguard.jdbc.gate.SchemaGuardListener;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaCheckedEvent;
import dev.schemaguard.spring.SchemaDriftEvent;
import dev.schemaguard.spring.SchemaDriftEvent.Change;
import dev.schemaguard.text.LoggedFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Passes on what becomes of the gates, as events and to the application's listeners.
 *
 * <p>A gate speaks from a thread of its own while the start waits for it. To ask for beans from there could wait for the start
 * in turn, and a listener may itself need the database; so news is kept until the context is there.
 */
final class EventRelay implements ApplicationListener<ContextRefreshedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);

    private final ApplicationEventPublisher events;
    private final ObjectProvider<SchemaGuardListener> listeners;
    private final List<Piece> kept = new ArrayList<>();
    private boolean refreshed;

    EventRelay(ApplicationEventPublisher events, ObjectProvider<SchemaGuardListener> listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    SchemaGuardListener of(String dataSource) {
        return new SchemaGuardListener() {
            @Override
            public void opened(DriftReport report) {
                tell(new SchemaDriftEvent(dataSource, Change.OPENED, report));
            }

            @Override
            public void shut(DriftReport report) {
                tell(new SchemaDriftEvent(dataSource, Change.SHUT, report));
            }

            @Override
            public void driftedLater(DriftReport report) {
                tell(new SchemaDriftEvent(dataSource, Change.DRIFTED_LATER, report));
            }

            @Override
            public void healed(DriftReport report) {
                tell(new SchemaDriftEvent(dataSource, Change.HEALED, report));
            }

            @Override
            public void unverified(DriftReport report) {
                tell(new SchemaDriftEvent(dataSource, Change.UNVERIFIED, report));
            }

            @Override
            public void looked(DriftReport report, Duration took) {
                tell(new Piece(new SchemaCheckedEvent(dataSource, report, took), heard -> heard.looked(report, took)));
            }
        };
    }

    /** The start ends here, so this is the last chance to hear why. */
    void startFails() {
        passOn(takeKept());
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        synchronized (kept) {
            refreshed = true;
        }
        passOn(takeKept());
    }

    private void tell(SchemaDriftEvent event) {
        tell(new Piece(event, heard -> hear(heard, event)));
    }

    private void tell(Piece piece) {
        synchronized (kept) {
            if (!refreshed) {
                kept.add(piece);
                return;
            }
        }
        passOn(List.of(piece));
    }

    private List<Piece> takeKept() {
        synchronized (kept) {
            List<Piece> all = List.copyOf(kept);
            kept.clear();
            return all;
        }
    }

    private void passOn(List<Piece> news) {
        for (Piece piece : news) {
            try {
                listeners.orderedStream().forEach(piece.telling());
                events.publishEvent(piece.event());
            } catch (RuntimeException e) {
                LOG.warn("a listener broke on news about a schema: {}", piece.event(), LoggedFailure.of(e));
            }
        }
    }

    private static void hear(SchemaGuardListener listener, SchemaDriftEvent event) {
        switch (event.change()) {
            case OPENED -> listener.opened(event.report());
            case SHUT -> listener.shut(event.report());
            case DRIFTED_LATER -> listener.driftedLater(event.report());
            case HEALED -> listener.healed(event.report());
            case UNVERIFIED -> listener.unverified(event.report());
        }
    }

    /** One piece of news, as an event and as a call. */
    private record Piece(Object event, Consumer<SchemaGuardListener> telling) {}
}
