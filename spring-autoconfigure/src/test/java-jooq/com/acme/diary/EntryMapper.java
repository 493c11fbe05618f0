package com.acme.diary;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

public interface EntryMapper {

    @Select("<script>select id from entry <if test='title != null'>where title = #{title}</if></script>")
    List<Long> titled(@Param("title") String title);

    @Insert("insert into entry (id, title) values (#{id}, #{title})")
    int add(@Param("id") long id, @Param("title") String title);

    default List<Long> untitled() {
        return titled(null);
    }
}
