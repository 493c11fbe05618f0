package dev.schemaguard.recording;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.acme.diary.Diary;
import com.acme.diary.DiaryApplication;
import com.acme.diary.EntryMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class RecordedFrameworksTest {

    private static final String DIARY = Diary.class.getName();
    private static final String MAPPER = EntryMapper.class.getName();
    private static final List<String> TITLES = List.of("secret", "secrets", "secretly");

    /**
     * What lies where tests are compiled is none of a release, so that here nothing is told to be a test. jOOQ writes values into
     * the texts of a batch of several queries, which are masked.
     */
    private final StatementRecorder recorder = new StatementRecorder(List.of(), true, type -> false);

    @Test
    void eachTextOnceWithWhoSendsItAndNoValueWhateverItIsSentBy() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean("dataSource", DataSource.class, () -> recorder.wrap(database()));
            context.register(DiaryApplication.class);
            context.refresh();

            send(context.getBean(Diary.class), context.getBean(EntryMapper.class));
        }

        assertThat(sent())
                .containsOnly(
                        entry("select count(*) from entry where title = ?", DIARY + "#byClient"),
                        entry("insert into entry (title, id) values (?, 100)", DIARY + "#byTemplate"),
                        entry("delete from entry where title = ?", DIARY + "#byTemplate"),
                        entry("update entry set title = null", DIARY + "#byTexts"),
                        entry("update entry set title = ? where id = ?", DIARY + "#byTexts"),
                        entry("select title from entry where title = cast(? as varchar)", DIARY + "#byJooq"),
                        entry("delete from entry where title < ?", DIARY + "#byJooqInTexts"),
                        entry("delete from entry where title > ?", DIARY + "#byJooqInTexts"),
                        entry("update entry set title = ?", DIARY + "#byJooq"),
                        entry("select id from entry", MAPPER + "#titled"),
                        entry("select id from entry where title = ?", MAPPER + "#titled"),
                        entry("insert into entry (id, title) values (?, ?)", MAPPER + "#add"),
                        entry("insert into entry (title,id) values (?,?)", DIARY + "#byMapping"));
        assertThat(recorder.recorded().toString()).doesNotContain("secret");
    }

    private static void send(Diary diary, EntryMapper mapper) {
        diary.byClient("secret");
        diary.byTemplate(List.of("secret"));
        diary.byTexts();
        diary.byJooq("secret");
        diary.byJooq(TITLES);
        diary.byJooqInTexts("secret");
        mapper.titled("secret");
        mapper.untitled();
        diary.byMapper(TITLES);
        diary.byMapping(TITLES);
    }

    private Map<String, String> sent() {
        return recorder.recorded().statements().stream()
                .collect(toMap(
                        one -> one.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT),
                        one -> String.join(" and ", one.origins())));
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:diary;DB_CLOSE_DELAY=-1;INIT=create table if not exists entry (id bigint, title varchar(20))");
        return database;
    }
}
