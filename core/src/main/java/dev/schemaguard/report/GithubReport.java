package dev.schemaguard.report;

import dev.schemaguard.model.Origin;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as workflow commands of GitHub Actions. GitHub shows ten errors, ten warnings and ten notices of a step and drops
 * the rest in silence, so the tenth says how many more there are.
 */
final class GithubReport {

    private static final int MOST = 10;

    private final DriftReport report;
    private final Map<Level, List<String>> commands = new EnumMap<>(Level.class);

    private GithubReport(DriftReport report) {
        this.report = report;
    }

    static String render(DriftReport report) {
        GithubReport github = new GithubReport(report);
        report.unverified().forEach(github::unverified);
        report.findings().stream()
                .filter(finding -> finding.accepted().isEmpty())
                .forEach(github::finding);
        StringBuilder out = new StringBuilder();
        github.commands.forEach((level, commands) -> write(level, commands, out));
        Wording wording = new Wording(report);
        out.append(plain(TextReport.headline(report))).append('\n');
        out.append(plain(wording.coverage())).append('\n');
        return out.toString();
    }

    private static void write(Level level, List<String> commands, StringBuilder out) {
        boolean all = commands.size() <= MOST;
        commands.stream()
                .limit(all ? MOST : MOST - 1)
                .forEach(command -> out.append(command).append('\n'));
        if (!all) {
            out.append(level.command(
                            "", "Schema Guard", "and " + (commands.size() - MOST + 1) + " more; see the report"))
                    .append('\n');
        }
    }

    private void finding(Finding finding) {
        Level level = finding.counts(report.policy().failOn().threshold())
                        && finding.group().isEmpty()
                ? Level.ERROR
                : finding.severity() == Severity.ADVISORY ? Level.NOTICE : Level.WARNING;
        String text = Printable.line(new Wording(report).message(finding)) + "\n"
                + Printable.line("expected: " + Wording.expected(finding)) + "\n"
                + Printable.line("found: " + Wording.found(finding))
                + Wording.breaks(finding)
                        .map(statements -> "\n" + Printable.line(statements))
                        .orElse("")
                + finding.hint()
                        .map(hint -> "\n" + Printable.line("hint: " + hint))
                        .orElse("");
        add(level, place(finding), finding.severity().id() + " " + finding.id(), text);
    }

    private void unverified(Unverified unknown) {
        Level level = report.policy().onUnverified() == OnUnverified.FAIL ? Level.ERROR : Level.WARNING;
        add(level, "", "unverified " + unknown.code().id(), Printable.line(unknown.reason()));
    }

    private void add(Level level, String place, String title, String text) {
        commands.computeIfAbsent(level, key -> new ArrayList<>()).add(level.command(place, title, text));
    }

    /** The file as the repository has it: origins name a migration within its folder, and a snapshot names others' files. */
    private static String place(Finding finding) {
        Origin origin = finding.drift().origin();
        String expectation = finding.expectation();
        String lower = expectation.toLowerCase(Locale.ROOT);
        if (lower.startsWith("classpath:") || lower.startsWith("jdbc:") || !origin.isKnown()) {
            return "";
        }
        String path = expectation.replaceFirst("^(?:filesystem:|file:)", "");
        if (lower.endsWith(".json")) {
            return "file=" + property(Printable.line(path));
        }
        boolean within = lower.endsWith(".sql") || origin.location().startsWith(path);
        String file = within ? origin.location() : path.replaceFirst("/+$", "") + "/" + origin.location();
        return "file=" + property(Printable.line(file)) + (origin.line() > 0 ? ",line=" + origin.line() : "");
    }

    /** What is printed beside the commands must not be one: the runner reads each line that begins with two colons. */
    private static String plain(String text) {
        return Printable.line(text).replace("::", ": :");
    }

    /** As the runner reads a property of a command. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** As the runner reads the message of a command. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** How GitHub marks an annotation. */
    private enum Level {
        ERROR,
        WARNING,
        NOTICE;

        /** The text is printable, with line breaks where it is to have them. */
        String command(String place, String title, String text) {
            return "::" + name().toLowerCase(Locale.ROOT) + " " + place + (place.isEmpty() ? "" : ",") + "title="
                    + property(Printable.line(title)) + "::" + data(text);
        }
    }
}
