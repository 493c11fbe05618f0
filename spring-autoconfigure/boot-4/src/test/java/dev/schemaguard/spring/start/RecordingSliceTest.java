package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.wall.Post;
import com.acme.wall.Posts;
import com.acme.wall.WallApplication;
import dev.schemaguard.recording.SentStatement;
import dev.schemaguard.recording.StatementRecorder;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

@DataJpaTest(
        properties = {
            "schema-guard.record-statements=true",
            "spring.flyway.enabled=false",
            "spring.liquibase.enabled=false",
            "spring.jpa.hibernate.ddl-auto=create"
        })
@ContextConfiguration(classes = WallApplication.class)
class RecordingSliceTest {

    @Test
    void whatASliceSendsIsRecordedByWhoSendsIt(
            @Autowired Posts posts, @Autowired TestEntityManager entities, @Autowired JdbcTemplate jdbc) {
        entities.persistAndFlush(new Post("first"));
        posts.findByTitle("first");
        posts.titlesBehind(7);
        jdbc.queryForList("select count(*) from post where 1 = 1");

        List<SentStatement> sent = StatementRecorder.shared().recorded().statements();

        assertThat(sent).anySatisfy(one -> {
            assertThat(one.text()).startsWith("insert into post");
            assertThat(one.origins()).isEmpty();
        });
        assertThat(sent).anySatisfy(one -> {
            assertThat(one.text()).startsWith("select p1_0.id");
            assertThat(one.origins()).containsExactly("com.acme.wall.Posts#findByTitle");
        });
        assertThat(sent)
                .contains(new SentStatement(
                        "select title from post where id > ?", List.of("com.acme.wall.Posts#titlesBehind")));
        assertThat(sent).noneSatisfy(one -> assertThat(one.text()).contains("1 = 1"));
        assertThat(sent).noneSatisfy(one -> assertThat(one.text()).contains("create table"));
    }

    @Test
    void nothingStandsAroundADataSourceWhereNobodyAsked() {
        new ApplicationContextRunner()
                .withInitializer(new RecordingInitializer())
                .withBean(DataSource.class, () -> new org.h2.jdbcx.JdbcDataSource())
                .run(context -> assertThat(context.getBean(DataSource.class))
                        .isExactlyInstanceOf(org.h2.jdbcx.JdbcDataSource.class));
    }
}
