package dev.schemaguard.report;

import dev.schemaguard.text.Printable;
import java.util.stream.Collectors;

/** Texts as XML and HTML take them. */
final class Xml {

    private Xml() {}

    /** A text between tags; its line breaks stay. */
    static String text(String text) {
        return text.lines().map(Xml::line).collect(Collectors.joining("\n"));
    }

    /** A text on one line, between quotes or tags. What would not be seen, and what XML has no way to say, is an escape. */
    static String line(String text) {
        String seen = Printable.line(text);
        StringBuilder out = new StringBuilder(seen.length() + 16);
        for (int i = 0; i < seen.length(); i++) {
            char character = seen.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(character);
            }
        }
        return out.toString();
    }
}
