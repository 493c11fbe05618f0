package dev.schemaguard.statements.mybatis;

import dev.schemaguard.statements.mybatis.Part.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts of a mapper include, and what its <code>${name}</code> stand for as far as it is known before anything is sent.
 *
 * @param namespace the namespace of fragments whose name says none
 * @param tags the fragments, by their names with namespaces
 * @param variables the values by their names
 */
record Fragments(String namespace, Map<String, Tag> tags, Map<String, String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");

    Optional<Tag> included(Tag include) {
        String name = replaced(include.attribute("refid").orElse(""));
        Tag own = tags.get(namespace + "." + name);
        return own == null ? Optional.ofNullable(tags.get(name)) : Optional.of(own);
    }

    /** The same with the properties that an include gives its fragment. */
    Fragments with(Tag include) {
        Map<String, String> more = new HashMap<>(variables);
        for (Tag property : include.tags()) {
            if (property.name().equals("property")) {
                more.put(
                        property.attribute("name").orElse(""),
                        replaced(property.attribute("value").orElse("")));
            }
        }
        return new Fragments(namespace, tags, more);
    }

    /** The text with the values of those that are known in it; others stay. */
    String replaced(String text) {
        return replaced(text, variables);
    }

    static String replaced(String text, Map<String, String> values) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1).strip());
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }
}
