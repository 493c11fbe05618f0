package dev.schemaguard.spring.restart;

import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.shop.Item;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Says what becomes of its guard when its class loader is another one, or its properties change. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = Item.class)
public class RestartApplication {

    private static final String RESTARTER = "org.springframework.boot.devtools.restart.Restarter";
    private static final String CHANGE = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";
    private static final String STARTS = "starts";

    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext context = SpringApplication.run(RestartApplication.class, arguments);
        System.out.println("loader: "
                + RestartApplication.class.getClassLoader().getClass().getSimpleName());
        say(context);
        ClassLoader loader = RestartApplication.class.getClassLoader();
        if (ClassUtils.isPresent(CHANGE, loader)) {
            context.publishEvent((ApplicationEvent) ClassUtils.resolveClassName(CHANGE, loader)
                    .getConstructor(Set.class)
                    .newInstance(Set.of("spring.datasource.hikari.maximum-pool-size")));
            System.out.println("rebound");
            say(context);
        }
        if (ClassUtils.isPresent(RESTARTER, loader) && System.getProperty(STARTS) == null) {
            System.setProperty(STARTS, "1");
            Class<?> restarter = ClassUtils.resolveClassName(RESTARTER, loader);
            restarter
                    .getMethod("restart")
                    .invoke(restarter.getMethod("getInstance").invoke(null));
        } else {
            context.close();
            System.out.println("ended");
            Runtime.getRuntime().halt(0);
        }
    }

    private static void say(ConfigurableApplicationContext context) throws SQLException {
        context.getBean(SchemaGuards.class)
                .all()
                .forEach(guarded -> System.out.println(
                        guarded.expectation() + ": " + guarded.lastReport().orElseThrow()));
        DataSource dataSource = context.getBean(DataSource.class);
        try (Connection connection = dataSource.getConnection()) {
            System.out.println(dataSource.getClass().getSimpleName() + " gives connections: " + connection.isValid(1));
        }
    }
}
