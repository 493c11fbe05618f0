package dev.schemaguard.jdbc.cli;

import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form the report is written, and where to. */
final class ReportOptions {

    /** The forms of a report. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the report is written: text or json. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--report-out",
            paramLabel = "FILE",
            description = "The file that the report is written to, in place of standard output.")
    private @Nullable Path reportOut;

    void write(DriftReport report, PrintWriter out) {
        String text = switch (format) {
            case TEXT -> report.toText();
            case JSON -> report.toJson();
        };
        if (reportOut == null) {
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(reportOut, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CliException("--report-out: '" + reportOut + "' cannot be written ("
                    + e.getClass().getSimpleName() + "); check the folder and its permissions");
        }
    }
}
