package dev.schemaguard.samples.dashboard;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The dashboard of release 42. */
@SpringBootApplication(proxyBeanMethods = false)
public class DashboardApplication implements WebMvcConfigurer {

    /** One page serves the list and each business; what it shows it asks of {@link BusinessController}. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/businesses/{id}").setViewName("forward:/index.html");
    }
}
