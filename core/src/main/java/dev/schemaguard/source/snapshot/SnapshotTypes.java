package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads enums, domains and other types of the user. */
final class SnapshotTypes {

    private final SnapshotInput in;
    private final LeftOut leftOut;

    SnapshotTypes(SnapshotInput in, LeftOut leftOut) {
        this.in = in;
        this.leftOut = leftOut;
    }

    UserType type() {
        return new Fields().read();
    }

    /** The fields of one type, in whatever order they come. */
    private final class Fields {

        private Optional<ObjectName> name = Optional.empty();

        /** The field that tells the kind of type. */
        private String kind = "";

        /** What that field holds: the labels of an enum, the type below, or the attributes of a row. */
        private List<String> labels = List.of();

        private ColumnType below = ColumnType.UNSTATED;
        private Map<String, ColumnType> attributes = Map.of();
        private Origin origin = in.here();
        private Nullability nullability = leftOut.nullability();
        private ColumnDefault columnDefault = leftOut.columnDefault();
        private List<String> checks = List.of();
        private List<String> checksWritten = List.of();

        UserType read() {
            DefaultFields filled = new DefaultFields(in, DefaultFields.DEFAULT);
            in.startObject();
            while (in.nextField()) {
                if (filled.read()) {
                    continue;
                }
                switch (in.field()) {
                    case "name" -> name = Optional.of(in.objectName());
                    case "enum", "domain", "composite", "range", "opaque" -> kind();
                    case "nullable" -> nullability = in.flag() ? Nullability.NULLABLE : Nullability.NOT_NULL;
                    case "checks" -> checks = in.texts();
                    case "checksWritten" -> checksWritten = in.texts();
                    case "unstated" -> leaveOpen(in.words(EnumNames.OPEN_FACTS));
                    case "from" -> origin = in.origin();
                    default -> in.skip();
                }
            }
            if (name.isEmpty()) {
                throw in.wrong("the type has no name");
            }
            columnDefault = filled.columnDefault().orElse(columnDefault);
            return type(name.get());
        }

        private List<SqlText> rules() {
            List<SqlText> rules = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                String text = checks.get(i);
                rules.add(new SqlText(text, i < checksWritten.size() ? checksWritten.get(i) : text));
            }
            return rules;
        }

        private void kind() {
            if (!kind.isEmpty()) {
                throw in.wrong("the type is of another kind already");
            }
            kind = in.field();
            switch (kind) {
                case "enum" -> labels = in.texts();
                case "domain", "range" -> below = in.typeOrNothing();
                case "composite" -> attributes = attributes();
                default -> in.skip();
            }
        }

        private UserType type(ObjectName itsName) {
            return switch (kind) {
                case "enum" -> new UserType.EnumType(itsName, labels, origin);
                case "domain" -> new UserType.DomainType(itsName, below, nullability, columnDefault, rules(), origin);
                case "composite" -> new UserType.CompositeType(itsName, attributes, origin);
                case "range" -> new UserType.RangeType(itsName, below, origin);
                case "opaque" -> new UserType.OpaqueType(itsName, origin);
                default ->
                    throw in.wrong("the type '" + Excerpt.of(String.valueOf(itsName))
                            + "' is none of \"enum\", \"domain\", \"composite\"," + " \"range\" and \"opaque\"");
            };
        }

        /** A domain is neither numbered nor computed. */
        private void leaveOpen(Set<OpenFact> facts) {
            if (facts.contains(OpenFact.NULLABLE)) {
                nullability = Nullability.UNSTATED;
            }
            if (facts.contains(OpenFact.DEFAULT)) {
                columnDefault = ColumnDefault.UNSTATED;
            }
        }
    }

    private Map<String, ColumnType> attributes() {
        Map<String, ColumnType> attributes = new LinkedHashMap<>();
        in.startArray();
        while (in.nextEntry()) {
            attribute(attributes);
        }
        return attributes;
    }

    private void attribute(Map<String, ColumnType> attributes) {
        String attribute = "";
        ColumnType type = ColumnType.UNSTATED;
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "name" -> attribute = in.name();
                case "type" -> type = in.type();
                default -> in.skip();
            }
        }
        if (attribute.isEmpty()) {
            throw in.wrong("the attribute has no name");
        }
        if (attributes.put(attribute, type) != null) {
            throw in.wrong("the attribute '" + Excerpt.of(attribute) + "' is there twice");
        }
    }
}
