package dev.schemaguard.spring.notes;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that reads its notes by JDBC, and does so as early as a bean can. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
public class NotesApplication {

    /** Comes before most others by its name. */
    @Bean
    EarlyReader aaaEarlyReader(JdbcClient notes) {
        return new EarlyReader(notes.sql("select count(*) from note where title is null")
                .query(Integer.class)
                .single());
    }

    public record EarlyReader(int untitled) {}
}
