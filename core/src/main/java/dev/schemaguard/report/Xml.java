package dev.schemaguard.report;

import java.util.stream.Collectors;

/** Texts as XML and HTML take them. */
final class Xml {

    private Xml() {}

    /** A text between tags; its line breaks stay. */
    static String text(String text) {
        return text.lines().map(Xml::line).collect(Collectors.joining("\n"));
    }

    /** A text between quotes. */
    static String attribute(String text) {
        return line(text);
    }

    /** Characters that XML has no way to say come out as {@code \}{@code u0001}. */
    private static String line(String text) {
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
                case '\uFFFE', '\uFFFF' -> out.append('\uFFFD');
                default -> out.append(character);
            }
        }
        return out.toString();
    }
}
