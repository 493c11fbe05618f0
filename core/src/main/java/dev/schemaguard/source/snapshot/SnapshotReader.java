package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Reads a whole snapshot. */
final class SnapshotReader {

    private static final int LONGEST_REASON = 2_000;

    private final SnapshotInput in;
    private final SnapshotProblems problems;
    private final Schema.Builder schema = Schema.builder();
    private final Set<Family> complete = EnumSet.noneOf(Family.class);
    private LeftOut leftOut = LeftOut.UNSTATED;
    private Presence rowSecurity = Presence.UNSTATED;
    private boolean updatesSaid;
    private long version;
    private String dialect = "";
    private boolean bodyBegun;

    private SnapshotReader(SnapshotInput in, SnapshotProblems problems) {
        this.in = in;
        this.problems = problems;
    }

    /**
     * Reads a snapshot.
     *
     * @param text the text
     * @param location the origin, together with its line, of what tells none itself; empty to leave it without one
     */
    static Snapshot read(SourceText text, Optional<String> location) {
        SnapshotProblems problems = new SnapshotProblems(text.location());
        try (Reader reader = text.open()) {
            skipByteOrderMark(reader);
            try (SnapshotInput in = new SnapshotInput(reader, problems, location)) {
                return read(in, problems);
            }
        } catch (JacksonIOException e) {
            throw text.unreadable(Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
        } catch (IOException e) {
            throw text.unreadable(e);
        }
    }

    private static Snapshot read(SnapshotInput in, SnapshotProblems problems) {
        try {
            return new SnapshotReader(in, problems).snapshot();
        } catch (StreamReadException | StreamConstraintsException e) {
            throw in.unreadable(e);
        }
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private Snapshot snapshot() {
        in.begin();
        while (in.nextField()) {
            if (in.field().equals("version")) {
                version();
            } else if (in.field().equals("dialect")) {
                dialect();
            } else if (version > SnapshotJson.VERSION) {
                in.skip();
            } else {
                field();
            }
        }
        in.end();
        if (version < 1 || dialect.isEmpty()) {
            throw problems.notASnapshot(
                    version < 1 ? "tells no \"version\" of its format" : "tells no \"dialect\" beside its version");
        }
        if (version > SnapshotJson.VERSION) {
            throw problems.newer(version);
        }
        return new Snapshot(dialect, schema.complete(complete).build());
    }

    /** Other kinds of file have a version too, but in other shapes. */
    private void version() {
        if (in.isNumber()) {
            version = in.number();
        } else {
            in.skip();
        }
    }

    private void dialect() {
        if (version > SnapshotJson.VERSION) {
            dialect = in.field();
            in.skip();
        } else {
            dialect = in.name();
        }
    }

    private void field() {
        switch (in.field()) {
            case "searchPath" -> schema.searchPath(in.names());
            case "complete" -> {
                head();
                complete.addAll(in.words(EnumNames.FAMILIES));
            }
            case "leftOut" -> {
                head();
                leftOut = in.word(EnumNames.LEFT_OUT);
            }
            case "rowSecurity" -> {
                head();
                rowSecurity = in.presence();
            }
            case "onUpdate" -> {
                head();
                updatesSaid = in.isNothing();
                in.skip();
            }
            case "settings" -> settings();
            case "types" -> types();
            case "sequences" -> sequences();
            case "tables" -> tables();
            case "gaps" -> gaps();
            default -> in.skip();
        }
    }

    /** What the head says is needed to understand the body. */
    private void head() {
        if (bodyBegun) {
            throw in.wrong("it was expected before \"types\" and \"tables\"");
        }
    }

    private void types() {
        SnapshotTypes reader = new SnapshotTypes(in, leftOut);
        Set<ObjectName> names = new HashSet<>();
        startBody();
        while (in.nextEntry()) {
            UserType type = reader.type();
            unique(names, type.name(), "type");
            schema.type(type);
        }
    }

    private void sequences() {
        Set<ObjectName> names = new HashSet<>();
        startBody();
        while (in.nextEntry()) {
            Sequence sequence = sequence();
            unique(names, sequence.name(), "sequence");
            schema.sequence(sequence);
        }
    }

    private void tables() {
        SnapshotTables reader =
                new SnapshotTables(in, leftOut, LeftOut.tableFamilies(complete), rowSecurity, updatesSaid);
        Set<ObjectName> names = new HashSet<>();
        startBody();
        while (in.nextEntry()) {
            Table table = reader.table();
            unique(names, table.name(), "table");
            schema.table(table);
        }
    }

    private void settings() {
        in.startObject();
        while (in.nextField()) {
            schema.setting(in.field(), in.text());
        }
    }

    private void gaps() {
        startBody();
        while (in.nextEntry()) {
            schema.gap(gap());
        }
    }

    private void startBody() {
        bodyBegun = true;
        in.startArray();
    }

    private void unique(Set<ObjectName> names, ObjectName name, String what) {
        if (!names.add(name)) {
            throw in.wrong("the " + what + " '" + Excerpt.of(name.toString()) + "' is there twice");
        }
    }

    private Sequence sequence() {
        Origin origin = in.here();
        Optional<ObjectName> name = Optional.empty();
        Sequence.Role role = Sequence.Role.UNSTATED;
        OptionalLong increment = OptionalLong.empty();
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "name" -> name = Optional.of(in.objectName());
                case "role" -> role = in.word(EnumNames.ROLES);
                case "increment" -> increment = OptionalLong.of(in.number());
                case "from" -> origin = in.origin();
                default -> in.skip();
            }
        }
        if (name.isEmpty()) {
            throw in.wrong("the sequence has no name");
        }
        return new Sequence(name.get(), role, increment, origin);
    }

    /** People read it in every report, so that it is no longer than they can. */
    private static String readable(String reason) {
        return reason.length() > LONGEST_REASON ? Excerpt.of(reason, LONGEST_REASON) : reason;
    }

    private Gap gap() {
        Origin origin = in.here();
        Gap.Reach reach = new Gap.Reach.Everything(Set.of());
        String reason = "";
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "reason" -> reason = readable(in.text());
                case "tables" -> reach = new Gap.Reach.Tables(Set.copyOf(in.objectNames()));
                case "leftOpen" -> reach = new Gap.Reach.Everything(Set.copyOf(in.objectNames()));
                case "from" -> origin = in.origin();
                default -> in.skip();
            }
        }
        return new Gap(origin, reason, reach);
    }
}
