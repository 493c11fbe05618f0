package dev.schemaguard.samples.testcontainers;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts of the service. */
@Repository
class Posts {

    private final JdbcClient database;

    Posts(JdbcClient database) {
        this.database = database;
    }

    void add(String title, String quality) {
        database.sql("insert into posts (title, quality) values (:title, cast(:quality as jsonb))")
                .param("title", title)
                .param("quality", quality)
                .update();
    }

    List<String> ofQuality(int least) {
        return database.sql("select title from posts where (quality ->> 'score')::int >= :least order by id")
                .param("least", least)
                .query(String.class)
                .list();
    }
}
