package com.acme.wall;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface Posts extends JpaRepository<Post, Long> {

    List<Post> findByTitle(String title);

    @Query(value = "select title from post where id > ?1", nativeQuery = true)
    List<String> titlesBehind(long id);
}
