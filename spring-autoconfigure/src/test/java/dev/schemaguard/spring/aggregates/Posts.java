package dev.schemaguard.spring.aggregates;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.query.Param;

public interface Posts extends CrudRepository<Post, Long> {

    @Query("select title from posts where seo_slug = :slug")
    List<String> titles(@Param("slug") String slug);
}
