package dev.schemaguard.jdbc.cli;

import dev.schemaguard.drift.Kind;
import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.policy.NearNames;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a kind of finding means, what it does to statements, and what cures it: the page of its name. */
@Command(
        name = "explain",
        description = "Says what a kind of finding means, what it breaks, and what cures it.",
        footer = {
            "",
            "Examples:",
            "  schema-guard explain missing-column",
            "  schema-guard explain missing-column:posts.quality   as a report names it",
            "  schema-guard explain                                lists all kinds"
        })
final class ExplainCommand extends Verb {

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "The kind, or the name of a finding; all kinds are listed where it is left out.")
    private @Nullable String kind;

    @Override
    public Integer call() {
        if (kind == null) {
            int longest = Arrays.stream(Kind.values())
                    .mapToInt(one -> one.id().length())
                    .max()
                    .orElse(0);
            for (Kind one : Kind.values()) {
                line().getOut()
                        .println(one.id()
                                + " ".repeat(longest + 2 - one.id().length())
                                + FindingPage.of(one).summary());
            }
        } else {
            line().getOut().print(FindingPage.of(named(kind)).toText());
        }
        return ExitCode.CLEAN.number();
    }

    /** A name that is not known is not shown: it may be anything. */
    private Kind named(String text) {
        String id = text.split(":", 2)[0].toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> kinds = Kinds.all();
        return Kind.of(id)
                .orElseThrow(() -> new UsageException(
                        line(),
                        NearNames.nearest(id, kinds)
                                .map(near -> "there is no kind '" + id + "'; perhaps '" + near + "' is meant")
                                .orElse("there is no such kind of finding; without a KIND all are listed")));
    }

    /** The names of all kinds. */
    static final class Kinds implements Iterable<String> {

        static List<String> all() {
            return Arrays.stream(Kind.values()).map(Kind::id).toList();
        }

        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }
}
