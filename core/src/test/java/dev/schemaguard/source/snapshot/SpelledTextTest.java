package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledTextTest {

    @Test
    void spellsTypesAsPeopleDo() {
        assertThat(SpelledText.of(ColumnType.of("timestamp with time zone", "3")))
                .isEqualTo("timestamp with time zone(3)");
        assertThat(SpelledText.of(ColumnType.of("numeric", "10", "2").toArray()))
                .isEqualTo("numeric(10,2)[]");
        assertThat(SpelledText.of(ColumnType.of("character varying").with(Modifier.UNSTATED)))
                .isEqualTo("character varying(?)");
    }

    @Test
    void quotesWhatWouldReadDifferently() {
        ColumnType.Named odd = new ColumnType.Named(
                ObjectName.of("my.app", "Mood \"x\""), new Modifier.Of(List.of("?", "", " a", "b,c")), true);

        String text = SpelledText.of(odd);

        assertThat(text).isEqualTo("\"my.app\".\"Mood \"\"x\"\"\"(\"?\",\"\",\" a\",\"b,c\")[]");
        assertThat(SpelledTextParser.type(text)).isEqualTo(odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numeric(10, 2)", " numeric ( 10,2 ) ", "\"numeric\"(\"10\",2)"})
    void readsTypesThatAPersonEdited(String text) {
        assertThat(SpelledTextParser.type(text)).isEqualTo(ColumnType.of("numeric", "10", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "a.", ".a", "a.b.c", "a(", "a()", "a(1", "a(1,)", "a(?,1)", "a[", "a]", "a[1]", "a[]x",
                "a[](1)", "\"a", "a\"b\"", "\"\""
            })
    void refusesWhatItWouldNotWrite(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SpelledTextParser.type(text));
    }

    @ParameterizedTest
    @CsvSource({"a.sql,0,a.sql", "a.sql,12,a.sql:12", "a:3,0,a:3:0", "a:3,4,a:3:4", "a:03,0,a:03", "'',7,:7"})
    void tellsPlaceAndLineApart(String location, int line, String text) {
        assertThat(SpelledText.of(Origin.of(location, line))).isEqualTo(text);
        assertThat(SpelledTextParser.origin(text)).isEqualTo(Origin.of(location, line));
    }
}
