package dev.schemaguard.database.postgres.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.inspect.TextPool;
import org.junit.jupiter.api.Test;

class CatalogTextTest {

    @Test
    void readsWordsNumbersNamesAndTextsInTurn() {
        CatalogText text =
                new CatalogText("12 -1 4294967295 nd {1,2} t plain \"a \"\"b\"\" \" 'it''s' E'\\\\n' NULL '' last");

        assertThat(text.integer()).isEqualTo(12);
        assertThat(text.integer()).isEqualTo(-1);
        assertThat(text.number()).isEqualTo(4294967295L);
        int letters = text.letters();
        assertThat(CatalogText.has(letters, 'n')).isTrue();
        assertThat(CatalogText.has(letters, 'd')).isTrue();
        assertThat(CatalogText.has(letters, 'A')).isFalse();
        assertThat(text.numbers()).containsExactly(1, 2);
        assertThat(text.truth()).isTrue();
        assertThat(text.name()).isEqualTo("plain");
        assertThat(text.name()).isEqualTo("a \"b\" ");
        assertThat(text.text()).isEqualTo("it's");
        assertThat(text.text()).isEqualTo("\\n");
        assertThat(text.text()).isEmpty();
        assertThat(text.text()).isEmpty();
        assertThat(text.hasNext()).isTrue();
        assertThat(text.word()).isEqualTo("last");
        assertThat(text.hasNext()).isFalse();
    }

    @Test
    void sharesTextsOfAPool() {
        TextPool pool = new TextPool();
        for (int i = 0; i < 1000; i++) {
            assertThat(new CatalogText("name" + i, pool).name()).isEqualTo("name" + i);
        }
        for (int i = 0; i < 1000; i++) {
            String first = new CatalogText("name" + i + " x", pool).name();
            assertThat(new CatalogText("'name" + i + "'", pool).text()).isSameAs(first);
        }
    }
}
