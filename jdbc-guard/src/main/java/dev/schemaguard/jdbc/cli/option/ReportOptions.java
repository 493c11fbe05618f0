package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.jdbc.verb.ReportFile;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.ReportFormat;
import dev.schemaguard.report.TextOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form the report is written, and where to. */
public final class ReportOptions {

    /** When a report is coloured. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER;

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the report is written: text, json, markdown, html, junit or github. Default: text.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--report-out",
            paramLabel = "FILE",
            description = "The file that the report is written to, in place of standard output.")
    private @Nullable Path reportOut;

    @Option(names = "--verbose", description = "The text lists each finding, also those that do not count.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Whether the text is coloured: auto (on a terminal, unless NO_COLOR is set), always or never."
                    + " Default: auto.")
    private Color color = Color.AUTO;

    /** Whether the page shows whole tables, for which the check has to keep both schemas. */
    public boolean showsSchemas() {
        return format == ReportFormat.HTML;
    }

    public void write(DriftReport report, PrintWriter out) {
        String text =
                format == ReportFormat.TEXT ? report.toText(textOptions(Terminal.ofProcess())) : report.to(format);
        if (reportOut == null) {
            out.print(text);
            out.flush();
            return;
        }
        new ReportFile("--report-out", reportOut).write(text);
    }

    private TextOptions textOptions(Terminal terminal) {
        boolean onTerminal = terminal.present() && reportOut == null;
        boolean colour = switch (color) {
            case AUTO -> onTerminal && terminal.colour();
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return new TextOptions(verbose, colour, onTerminal ? terminal.width() : 0, true);
    }
}
