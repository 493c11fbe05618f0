package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.Diagnosis;
import dev.schemaguard.embedded.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Duration;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/** An ORM over guarded connections: it keeps books of its own on statements and their results. */
class HibernateTest {

    @Entity
    @Table(name = "posts")
    static class Post {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String title;

        Post() {}

        Post(String title) {
            this.title = title;
        }
    }

    @Test
    void worksAsBeforeAndSeesDriftAsDrift() throws SQLException {
        TestDatabase database = Release42.migratedDatabase();
        database.execute("alter table posts alter column id add generated always as identity");
        HikariDataSource pool = TestPool.of(database);
        try (GuardedDataSource guarded = GuardedDataSource.builder(pool)
                        .guard(Release42.guard())
                        .translateErrors(true)
                        .patience(Duration.ofSeconds(30))
                        .build();
                SessionFactory sessions = sessions(guarded)) {
            Long id = sessions.fromTransaction(session -> {
                Post post = new Post("first");
                session.persist(post);
                return post.id;
            });
            assertThat(sessions.<String>fromSession(session -> session.find(Post.class, id).title))
                    .isEqualTo("first");
            assertThat(sessions.<Long>fromSession(
                            session -> session.createQuery("select count(*) from HibernateTest$Post", Long.class)
                                    .getSingleResult()))
                    .isEqualTo(1L);

            database.execute("alter table posts drop column title", "alter table posts drop column quality");
            Throwable failure = catchThrowable(() ->
                    sessions.inSession(session -> session.createNativeQuery("select quality from posts", String.class)
                            .getResultList()));

            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.DRIFT);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private static SessionFactory sessions(GuardedDataSource guarded) {
        Configuration configuration = new Configuration().addAnnotatedClass(Post.class);
        configuration.getProperties().put("jakarta.persistence.nonJtaDataSource", guarded);
        configuration.setProperty("hibernate.jdbc.batch_size", "20");
        return configuration.buildSessionFactory();
    }
}
