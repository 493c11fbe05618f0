package dev.schemaguard.statements.mybatis;

import dev.schemaguard.statements.mybatis.Part.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Puts something before and behind a text that is not blank, in place of what it begins or ends with.
 *
 * @param prefix what is put before it
 * @param suffix what is put behind it
 * @param beginnings what is taken from its beginning, with bars between
 * @param endings what is taken from its end, with bars between
 */
record Trimming(String prefix, String suffix, String beginnings, String endings) {

    static Trimming by(Tag tag, Fragments known) {
        return new Trimming(
                known.replaced(tag.attribute("prefix").orElse("")),
                known.replaced(tag.attribute("suffix").orElse("")),
                tag.attribute("prefixOverrides").orElse(""),
                tag.attribute("suffixOverrides").orElse(""));
    }

    String of(String text) {
        String own = text.strip();
        if (own.isEmpty()) {
            return "";
        }
        String upper = own.toUpperCase(Locale.ROOT);
        for (String beginning : words(beginnings)) {
            if (upper.startsWith(beginning)) {
                own = own.substring(beginning.strip().length());
                break;
            }
        }
        upper = own.toUpperCase(Locale.ROOT);
        for (String ending : words(endings)) {
            if (upper.endsWith(ending.strip())) {
                own = own.substring(0, own.length() - ending.strip().length());
                break;
            }
        }
        return " " + prefix + " " + own + " " + suffix + " ";
    }

    private static List<String> words(String bars) {
        return Arrays.stream(bars.toUpperCase(Locale.ROOT).split("\\|"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
