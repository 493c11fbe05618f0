package dev.schemaguard.spring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Records in which order the beans of an application were ready, and when its port opened. */
public final class Trace implements BeanPostProcessor, ApplicationListener<ApplicationEvent>, Ordered {

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        steps.add(name);
        return bean;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event.getClass().getSimpleName().endsWith("WebServerInitializedEvent")) {
            steps.add("port");
        }
    }

    /** Only these steps, in the order in which they came. */
    public List<String> of(String... wanted) {
        return steps.stream().filter(List.of(wanted)::contains).distinct().toList();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
