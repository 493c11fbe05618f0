package dev.schemaguard.spring;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/** Writes down each change of readiness that is told, with what an application answers right then to whoever asks. */
public final class ReadinessLog implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        String answered = event.getSource() instanceof ApplicationContext context
                ? ", answered " + context.getBean(ApplicationAvailability.class).getReadinessState()
                : "";
        unread.add(event.getState() + answered);
    }

    public String next() throws InterruptedException {
        return Objects.requireNonNull(unread.poll(30, TimeUnit.SECONDS), "nothing was told for 30 s");
    }
}
