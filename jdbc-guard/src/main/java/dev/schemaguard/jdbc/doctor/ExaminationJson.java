package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.Printable;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What was found out, for programs. Readers ignore fields that they do not know; none changes its meaning. */
final class ExaminationJson {

    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ExaminationJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Examination found) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new ExaminationJson(generator).write(found);
        }
        return Printable.json(text.toString()) + '\n';
    }

    private void write(Examination found) {
        json.writeStartObject();
        json.writeNumberProperty("version", VERSION);
        json.writeStringProperty("subject", found.subject());
        json.writeBooleanProperty("whole", found.isWhole());
        json.writeArrayPropertyStart("expected");
        found.expected().forEach(this::expected);
        json.writeEndArray();
        strings("open", found.open());
        strings("others", found.others());
        strings("guards", found.guards());
        strings("notes", found.notes());
        found.report().ifPresentOrElse(this::checked, () -> json.writeNullProperty("check"));
        json.writeEndObject();
    }

    private void expected(Expected one) {
        json.writeStartObject();
        json.writeStringProperty("name", one.source().name());
        json.writeStringProperty("why", one.why());
        json.writeStringProperty("readAs", one.kind());
        json.writeNumberProperty("tables", one.tables());
        json.writeNumberProperty("columns", one.columns());
        json.writeNumberProperty("tablesNotFollowed", one.notFollowed());
        strings("complete", one.complete());
        json.writeArrayPropertyStart("notReadable");
        for (Gap gap : one.gaps()) {
            problem(gap.origin().toString(), gap.reason(), one.remedy());
        }
        one.failure().ifPresent(this::failure);
        json.writeEndArray();
        json.writeArrayPropertyStart("notKnown");
        for (Table table : one.open()) {
            json.writeStartObject();
            json.writeStringProperty("object", table.name().toString());
            json.writeStringProperty("origin", table.origin().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void failure(SchemaSourceException failure) {
        problem(failure.origin().toString(), failure.reason(), failure.remedy());
    }

    private void problem(String origin, String reason, String remedy) {
        json.writeStartObject();
        json.writeStringProperty("origin", origin);
        json.writeStringProperty("reason", reason);
        json.writeStringProperty("remedy", remedy);
        json.writeEndObject();
    }

    private void checked(DriftReport report) {
        json.writeObjectPropertyStart("check");
        json.writeStringProperty("verdict", report.verdict().id());
        json.writeStringProperty("said", report.toLine());
        report.database().ifPresent(database -> json.writeStringProperty("database", database.url()));
        json.writeEndObject();
    }

    private void strings(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
