package dev.schemaguard.spring.web;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a problem as {@code application/problem+json} (RFC 9457), whichever JSON library the application has, if any. */
final class ProblemJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    static void write(SchemaProblem problem, String instance, boolean findings, OutputStream out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("type", problem.type());
            json.writeStringProperty("title", problem.title());
            json.writeNumberProperty("status", HttpStatus.SERVICE_UNAVAILABLE.value());
            json.writeStringProperty("detail", problem.detail());
            json.writeStringProperty("instance", instance);
            if (findings && problem.report().isPresent()) {
                findings(problem.report().get(), json);
            }
            json.writeEndObject();
        }
        out.write(Printable.json(text.toString()).getBytes(StandardCharsets.UTF_8));
    }

    private static void findings(DriftReport report, JsonGenerator json) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : report.findings()) {
            if (finding.counts(report.policy().failOn().threshold())) {
                json.writeStartObject();
                json.writeStringProperty("id", finding.id());
                json.writeStringProperty("severity", finding.severity().id());
                json.writeStringProperty(
                        "message", Printable.line(finding.drift().message()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
