package dev.schemaguard.hibernate.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Listens to all that Schema Guard logs until it is closed. */
final class LogOfGuard extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.schemaguard");
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch waiting = new CountDownLatch(1);

    private LogOfGuard() {}

    static LogOfGuard listen() {
        LogOfGuard log = new LogOfGuard();
        log.logger.setLevel(Level.DEBUG);
        log.start();
        log.logger.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
        if (event.getFormattedMessage().startsWith("waiting")) {
            waiting.countDown();
        }
    }

    /** Comes back once somebody waits for a migration; false if nobody does. */
    boolean awaitWaiting() throws InterruptedException {
        return waiting.await(1, TimeUnit.MINUTES);
    }

    /** The lines of a level. */
    List<String> lines(Level level) {
        return events.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        stop();
    }
}
