package dev.schemaguard.spring.autoconfigure;

import dev.schemaguard.spring.SchemaGuards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Says so where somebody asked for answers with problem details, and the application has nothing that could give them. */
final class ProblemDetailsClaim implements SmartInitializingSingleton {

    /** The bean that answers: only Spring MVC has a use for it. */
    private static final String RESOLVER = "schemaGuardProblemResolver";

    private static final String PROPERTY = "schema-guard.problem-details.enabled";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final Environment environment;
    private final ListableBeanFactory beans;

    ProblemDetailsClaim(Environment environment, ListableBeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String asked = Binder.get(environment).bind(PROPERTY, String.class).orElse("");
        if (asked.equalsIgnoreCase("true") && !beans.containsBean(RESOLVER)) {
            LOG.warn("{} has no effect here: only applications with Spring MVC answer with them", PROPERTY);
        }
    }
}
