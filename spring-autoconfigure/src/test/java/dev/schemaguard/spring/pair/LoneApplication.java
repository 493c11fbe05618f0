package dev.schemaguard.spring.pair;

import dev.schemaguard.jdbc.gate.SchemaGuardListener;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaDriftEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** One database, of which it hears what becomes. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration"
        })
public class LoneApplication {

    /** Needs the database itself, as listeners may. */
    @Bean
    Heard heard(JdbcTemplate jdbc) {
        return new Heard(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    }

    public record Heard(List<SchemaDriftEvent.Change> changes, List<String> listened) implements SchemaGuardListener {

        @EventListener
        void hear(SchemaDriftEvent event) {
            changes.add(event.change());
        }

        @Override
        public void shut(DriftReport report) {
            listened.add("shut");
        }

        @Override
        public void healed(DriftReport report) {
            listened.add("healed");
        }
    }
}
