package dev.schemaguard.statements.reading;

import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.UnreadStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the texts that a release sends; what several places send is one statement with several origins. */
public final class ReleaseReading {

    private final StatementReader reader;
    private final Map<String, Sent> statements = new LinkedHashMap<>();
    private final List<UnreadStatement> unread = new ArrayList<>();
    private final List<Origin> others = new ArrayList<>();

    /** Reads with the given reader, as long as the {@link ReadingDeadline} has not passed. */
    public ReleaseReading(StatementReader reader) {
        this.reader = reader;
    }

    /**
     * Reads one text more.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if the {@link ReadingDeadline} has passed
     */
    public void add(SentText sent) {
        Sent known = statements.get(sent.text());
        if (known != null) {
            known.origins.add(sent.origin());
            return;
        }
        ReadingDeadline.check(sent::origin);
        Reading reading = reader.read(sent.text());
        if (reading instanceof Reading.Understood understood) {
            Sent added = new Sent(understood.use());
            added.origins.add(sent.origin());
            statements.put(sent.text(), added);
        } else if (reading instanceof Reading.NotUnderstood not) {
            unread.add(new UnreadStatement(sent.origin(), not.reason()));
        } else {
            others.add(sent.origin());
        }
    }

    /**
     * Reads one statement more, of which the texts differ by what the program does. Some of them may be none that it ever sends, so
     * that only what is in none that is understood is said to be unread.
     */
    public void add(Origin origin, List<Variant> variants) {
        ReadingDeadline.check(() -> origin);
        Set<Integer> understood = new HashSet<>();
        List<String> problems = new ArrayList<>();
        boolean any = false;
        for (Variant variant : variants) {
            Reading reading = variant.problem().isEmpty()
                    ? reader.read(variant.text())
                    : new Reading.NotUnderstood(variant.problem());
            if (reading instanceof Reading.NotUnderstood not) {
                problems.add(not.reason());
                continue;
            }
            any = true;
            understood.addAll(variant.parts());
            if (reading instanceof Reading.Understood use) {
                statements
                        .computeIfAbsent(variant.text(), text -> new Sent(use.use()))
                        .origins
                        .add(origin);
            } else {
                others.add(origin);
            }
        }
        boolean all = variants.stream().allMatch(variant -> understood.containsAll(variant.parts()));
        if (!problems.isEmpty() && (!any || !all)) {
            unread.add(new UnreadStatement(origin, problems.get(0)));
        }
    }

    /** Notes one that could not even be taken from where it stands. */
    public void add(UnreadStatement statement) {
        unread.add(statement);
    }

    /**
     * All that was read.
     *
     * @param name where it comes from, for people
     * @param complete whether a person declared that the release sends no others
     */
    public ReleaseStatements result(String name, boolean complete) {
        List<ReleaseStatement> read = new ArrayList<>();
        statements.forEach((text, sent) -> read.add(new ReleaseStatement(text, List.copyOf(sent.origins), sent.use)));
        return new ReleaseStatements(name, read, unread, others.size(), complete);
    }

    /** What is known of a text. */
    private static final class Sent {

        private final StatementUse use;
        private final TreeSet<Origin> origins = new TreeSet<>();

        Sent(StatementUse use) {
            this.use = use;
        }
    }
}
