package dev.schemaguard.spring.notebook;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

public interface NoteMapper {

    @Select({"select title", "from note", "where id = #{id}"})
    String title(long id);

    @Insert("insert into note (body) values (#{body})")
    int add(String body);

    @Select("<script>select id from note <if test='title != null'>where title = #{title}</if></script>")
    Long find(@Param("title") String title);

    @Select("select count(*) from ${table}")
    long count(@Param("table") String table);
}
