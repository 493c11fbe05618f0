package dev.schemaguard.report;

import java.util.ArrayList;
import java.util.List;

/** What a text report is written on: breaks lines at the terminal's width, and colours where it is asked to. */
final class ReportWriter {

    private final TextOptions options;
    private final StringBuilder out = new StringBuilder();

    ReportWriter(TextOptions options) {
        this.options = options;
    }

    void gap() {
        out.append('\n');
    }

    void line(String text) {
        line("", AnsiStyle.PLAIN, text);
    }

    void line(String label, String text) {
        line(label, AnsiStyle.PLAIN, text);
    }

    /** A line that begins with a label, under whose end it goes on where it is too long. */
    void line(String label, AnsiStyle style, String text) {
        String lead = label;
        for (String part : broken(label.length(), text)) {
            out.append(lead).append(options.colour() ? style.on(part) : part).append('\n');
            lead = " ".repeat(label.length());
        }
    }

    /** A line of which only the first words are coloured. It is not broken, so that it can be searched for. */
    void heading(String indent, AnsiStyle style, String coloured, String rest) {
        out.append(indent)
                .append(options.colour() ? style.on(coloured) : coloured)
                .append(rest)
                .append('\n');
    }

    private List<String> broken(int indent, String text) {
        int room = options.width() - indent;
        if (options.width() == 0 || text.length() <= room || room < 20) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > room) {
            int end = rest.lastIndexOf(' ', room);
            if (end <= 0) {
                // One long word, such as a path: a terminal breaks it better than we do.
                end = rest.indexOf(' ');
            }
            if (end < 0) {
                break;
            }
            parts.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        parts.add(rest);
        return parts;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
