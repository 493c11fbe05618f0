package dev.schemaguard.database.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchPathSettingTest {

    @Test
    void readsTheSettingAsTheServerDoes() {
        assertThat(SearchPathSetting.schemas("\"$user\", public", "app")).containsExactly("app", "public");
        assertThat(SearchPathSetting.schemas("App , \"App\",\"a,b\"", "x")).containsExactly("app", "App", "a,b");
        assertThat(SearchPathSetting.schemas("\"say \"\"hi\"\"\"", "x")).containsExactly("say \"hi\"");
        assertThat(SearchPathSetting.schemas("", "x")).isEmpty();
        assertThat(SearchPathSetting.schemas("\"\"", "x")).isEmpty();
        assertThat(SearchPathSetting.schemas("\"with space \", größe", "x")).containsExactly("with space ", "größe");
    }
}
