package com.acme.diary;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Sends statements in each way that there is. */
public class Diary {

    private final JdbcTemplate template;
    private final DSLContext jooq;
    private final SqlSessionFactory mybatis;

    @PersistenceContext
    private EntityManager entities;

    public Diary(JdbcTemplate template, DSLContext jooq, SqlSessionFactory mybatis) {
        this.template = template;
        this.jooq = jooq;
        this.mybatis = mybatis;
    }

    public long byClient(String title) {
        return JdbcClient.create(template)
                .sql("select count(*) from entry where title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    public void byTemplate(List<String> titles) {
        template.batchUpdate(
                "insert into entry (title, id) values (?, 100)",
                titles.stream().map(title -> new Object[] {title}).toList());
        template.batchUpdate("delete from entry where title = ?", titles, 2, (statement, title) -> {
            statement.setString(1, title);
        });
    }

    public void byTexts() {
        template.batchUpdate("update entry set title = null", "update entry set title = '' where id = 0");
    }

    public void byJooq(String title) {
        jooq.transaction(configuration -> configuration
                .dsl()
                .select(field("title", String.class))
                .from(table("entry"))
                .where(field("title", String.class).eq(title))
                .fetch());
    }

    public void byJooq(List<String> titles) {
        BatchBindStep batch =
                jooq.batch(jooq.update(table("entry")).set(field("title", String.class), (String) null));
        for (String title : titles) {
            batch = batch.bind(title);
        }
        batch.execute();
    }

    public void byJooqInTexts(String title) {
        jooq.batch(
                        jooq.deleteFrom(table("entry"))
                                .where(field("title", String.class).lt(title)),
                        jooq.deleteFrom(table("entry"))
                                .where(field("title", String.class).gt(title)))
                .execute();
    }

    public void byMapper(List<String> titles) {
        try (SqlSession session = mybatis.openSession(ExecutorType.BATCH)) {
            EntryMapper mapper = session.getMapper(EntryMapper.class);
            titles.forEach(title -> mapper.add(200 + title.length(), title));
            session.flushStatements();
        }
    }

    @Transactional
    public void byMapping(List<String> titles) {
        titles.forEach(title -> entities.persist(new Entry(300 + title.length(), title)));
    }
}
