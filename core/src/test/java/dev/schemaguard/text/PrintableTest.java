package dev.schemaguard.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PrintableTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a\u001b[2Jb => a\\u001b[2Jb",
                "a\u0085b\u009bc\u007f. => a\\u0085b\\u009bc\\u007f.",
                "post\u200bs => post\\u200bs",
                "a\u202egnp.exe => a\\u202egnp.exe",
                "a\u2066b\u2069c => a\\u2066b\\u2069c",
                "a\u2028b\u2029c => a\\u2028b\\u2029c",
                "so\u00adft => so\\u00adft",
                "a\ud800b => a\\ud800b",
                "a\udc00b => a\\udc00b",
                "\ue000 => \\ue000",
                "\uffff => \\uffff",
                "a\u0378b => a\\u0378b",
                "\udb40\udc41x => \\udb40\\udc41x",
                "\u3164\u115f => \\u3164\\u115f",
                "\u0301a => \\u0301a",
                "a \u0301b => a \\u0301b",
                "`\u0301b` => `\\u0301b`",
                "a\u200b\u0301 => a\\u200b\\u0301",
                "##vso[task.setvariable variable=PATH]x => \\u0023#vso[task.setvariable variable=PATH]x",
                "a ##[error]b => a \\u0023#[error]b",
                "::error::x => \\u003a:error::x",
            })
    void whatWouldNotBeSeenIsAnEscape(String text, String shown) {
        assertThat(Printable.line(text)).isEqualTo(shown);
        assertThat(Printable.line(shown)).as("once more").isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts",
                "größe",
                "na\u0131\u0308ve e\u0301",
                "表",
                "нравится",
                "शिक्षा",
                "\ud83d\ude00",
                "la relation «\u00a0posts\u00a0» n'existe pas",
                "id::text",
                "# a ## b",
                "…"
            })
    void whatIsSeenStaysAsItIs(String text) {
        assertThat(Printable.line(text)).isEqualTo(text);
        assertThat(Printable.json(text)).isEqualTo(text);
    }

    @Test
    void eachLineIsMadeSafeByItself() {
        assertThat(Printable.line("a\nb\r\n\tc")).isEqualTo("a\\nb\\r\\n\\tc");
        assertThat(Printable.lines("a\u200b\n::b\r\nc")).isEqualTo("a\\u200b\n\\u003a:b\nc");
    }

    @Test
    void jsonStaysTheSameForWhoeverParsesIt() {
        String name = "a\u200b\u202e\u0085\ud800\udb40\udc41\u0301##vso[x]\u001b\n\"";
        String document = JsonMapper.shared().writeValueAsString(name);

        String shown = Printable.json(document + "\n");

        assertThat(shown).matches("[ -~]+\\n").doesNotContain("##vso");
        assertThat(JsonMapper.shared().readValue(shown, String.class)).isEqualTo(name);
    }
}
