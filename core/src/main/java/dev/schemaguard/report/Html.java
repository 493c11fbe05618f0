package dev.schemaguard.report;

/** Texts as a page takes them. */
final class Html {

    private Html() {}

    /** A name or a value. */
    static String code(String text) {
        return "<code>" + Xml.line(text) + "</code>";
    }

    /** A sentence in which names stand between backticks. */
    static String sentence(String text) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return Xml.line(text);
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            html.append(i % 2 == 0 ? Xml.line(parts[i]) : code(parts[i]));
        }
        return html.toString();
    }
}
