package dev.schemaguard.spring.fat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Is put into an executable jar, and says when a bean of it is made; if it has a port, also what operators read there. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
public class FatApplication {

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ConfigurableApplicationContext context = SpringApplication.run(FatApplication.class, arguments);
        String port = context.getEnvironment().getProperty("local.server.port");
        if (port != null) {
            HttpRequest.Builder actuator =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/"));
            say("schemaguard", actuator.POST(BodyPublishers.noBody()));
            say("health/readiness", actuator.GET());
            context.close();
        }
    }

    private static void say(String path, HttpRequest.Builder actuator) throws IOException, InterruptedException {
        HttpRequest request = actuator.build();
        System.out.println(path + ": "
                + HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(request, (name, value) -> true)
                                        .uri(request.uri().resolve(path))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }

    @Bean
    String eager() {
        System.out.println("a bean was made");
        return "eager";
    }
}
