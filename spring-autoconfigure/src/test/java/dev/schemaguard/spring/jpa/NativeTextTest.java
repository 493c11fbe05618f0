package dev.schemaguard.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.WrittenQuery;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeTextTest {

    private static final Origin ORIGIN = Origin.of("com.acme.Entries#find");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    select 1 from #{#entityName}                | select 1 from Entry
                    select 1 from t where a = :#{#a.b}          | select 1 from t where a = ?
                    select 1 from t where a = ?#{[0]} or b = :b | select 1 from t where a = ? or b = :b
                    select a\\:\\:text from {h-schema}t         | select a::text from app.t
                    select '{"a": 1}' from t                    | select '{"a": 1}' from t
                    select a from t where (a like %:b%) or c LIKE ?1% or d like '%:e%' | select a from t where (a like :b) or c LIKE ?1 or d like '%:e%'
                    select a from t where a like %:#{#b}        | select a from t where a like ?
                    """)
    void resolvesWhatIsCertain(String written, String sent) {
        assertThat(text("app").ofRepository(written)).isEqualTo(new WrittenQuery.Sql(ORIGIN, sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from #{@tables.current}",
                "select 1 from ${table}",
                "select 1 from {h-domain}t",
                "select {t.*} from entry t"
            })
    void leavesTheRestUnknown(String written) {
        assertThat(text("app").ofRepository(written)).isInstanceOf(WrittenQuery.NotKnown.class);
    }

    @Test
    void putsNothingInWhereNoSchemaIsSet() {
        assertThat(text("").ofHibernate("select 1 from {h-schema}t"))
                .isEqualTo(new WrittenQuery.Sql(ORIGIN, "select 1 from t"));
    }

    @Test
    void doesNotGuessSettingsOrNamesThatAreNotKnown() {
        NativeText text = new NativeText(ORIGIN, Optional.empty(), Optional.empty());

        assertThat(text.ofRepository("select 1 from {h-schema}t")).isInstanceOf(WrittenQuery.NotKnown.class);
        assertThat(text.ofRepository("select 1 from #{#entityName}")).isInstanceOf(WrittenQuery.NotKnown.class);
    }

    private static NativeText text(String schema) {
        return new NativeText(ORIGIN, Optional.of("Entry"), Optional.of(schema));
    }
}
