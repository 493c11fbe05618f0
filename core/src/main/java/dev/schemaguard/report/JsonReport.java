package dev.schemaguard.report;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.text.Printable;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A report for programs: JSON, version 1. Fields may be added; none changes its meaning. Names are exact, for programs compare
 * them; what would not be seen of them stands there as JSON's own escapes.
 */
final class JsonReport {

    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    static String render(DriftReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new JsonReport(generator).write(report);
        }
        return Printable.json(text.toString()) + '\n';
    }

    private void write(DriftReport report) {
        json.writeStartObject();
        json.writeNumberProperty("version", VERSION);
        json.writeStringProperty("tool", ToolVersion.current());
        json.writeStringProperty("verdict", report.verdict().id());
        json.writeStringProperty("failOn", report.policy().failOn().id());
        json.writeBooleanProperty("failed", report.failed());
        database(report.database());
        string("lookedAt", report.lookedAt().orElse(null));
        strings("expectations", report.expectations());
        coverage(report.coverage());
        unverified(report.unverified());
        counts(report);
        json.writeArrayPropertyStart("findings");
        report.findings().forEach(this::finding);
        json.writeEndArray();
        json.writeObjectPropertyStart("baseline");
        strings("stale", report.stale());
        json.writeEndObject();
        migrations(report.migrations());
        targets(report.targets());
        json.writeObjectPropertyStart("took");
        json.writeStringProperty("expectation", report.took().expectation().toString());
        json.writeStringProperty("inspection", report.took().inspection().toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void database(Optional<DatabaseInfo> database) {
        if (database.isEmpty()) {
            json.writeNullProperty("database");
            return;
        }
        DatabaseInfo info = database.get();
        json.writeObjectPropertyStart("database");
        json.writeStringProperty("product", info.product());
        json.writeStringProperty("version", info.version());
        json.writeStringProperty("url", info.url());
        json.writeStringProperty("user", info.user());
        strings("schemas", info.schemas());
        json.writeEndObject();
    }

    private void coverage(Coverage coverage) {
        json.writeObjectPropertyStart("coverage");
        json.writeNumberProperty("tablesExpected", coverage.tablesExpected());
        json.writeNumberProperty("tablesChecked", coverage.tablesChecked());
        json.writeNumberProperty("columnsChecked", coverage.columnsChecked());
        json.writeArrayPropertyStart("notReadable");
        for (Gap gap : coverage.notReadable()) {
            json.writeStartObject();
            json.writeStringProperty("origin", gap.origin().toString());
            json.writeStringProperty("reason", gap.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("tablesNotFollowed", coverage.tablesNotFollowed());
        json.writeArrayPropertyStart("notKnown");
        for (NotKnown unknown : coverage.notKnown()) {
            json.writeStartObject();
            json.writeStringProperty("object", unknown.object().toString());
            json.writeStringProperty("what", unknown.word());
            json.writeStringProperty("origin", unknown.origin().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("notLookedAt");
        coverage.notLookedAt().stream().sorted().forEach(family -> json.writeString(NotKnown.word(family)));
        json.writeEndArray();
        statements(coverage.statements());
        json.writeObjectPropertyStart("byDigests");
        json.writeNumberProperty("tables", coverage.byDigests().tables());
        string(
                "whyNot",
                coverage.byDigests().whyNot().map(DigestCoverage.Reason::id).orElse(null));
        json.writeEndObject();
        libraries(coverage.libraries());
        json.writeEndObject();
    }

    private void libraries(List<LibraryCoverage> libraries) {
        json.writeArrayPropertyStart("libraries");
        for (LibraryCoverage library : libraries) {
            json.writeStartObject();
            json.writeStringProperty("library", library.library());
            json.writeStringProperty("state", library.state());
            json.writeNumberProperty("tables", library.tables());
            string("whyNot", library.whyNot().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void statements(List<StatementCoverage> statements) {
        json.writeArrayPropertyStart("statements");
        for (StatementCoverage known : statements) {
            json.writeStartObject();
            json.writeStringProperty("source", known.source());
            json.writeNumberProperty("read", known.read());
            json.writeNumberProperty("others", known.others());
            json.writeBooleanProperty("complete", known.complete());
            statements("notReadable", known.notReadable());
            json.writeNumberProperty("described", known.described());
            statements("notDescribed", known.notDescribed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void statements(String name, List<StatementCoverage.NotReadable> statements) {
        json.writeArrayPropertyStart(name);
        for (StatementCoverage.NotReadable one : statements) {
            json.writeStartObject();
            json.writeStringProperty("origin", one.origin().toString());
            json.writeStringProperty("reason", one.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void unverified(List<Unverified> unverified) {
        json.writeArrayPropertyStart("unverified");
        for (Unverified unknown : unverified) {
            json.writeStartObject();
            json.writeStringProperty("code", unknown.code().id());
            json.writeStringProperty("reason", unknown.reason());
            string("group", unknown.group().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(DriftReport report) {
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("breaking", report.count(Severity.BREAKING));
        json.writeNumberProperty("risky", report.count(Severity.RISKY));
        json.writeNumberProperty("advisory", report.count(Severity.ADVISORY));
        json.writeNumberProperty("accepted", report.accepted());
        json.writeEndObject();
    }

    private void migrations(Optional<MigrationFindings> migrations) {
        if (migrations.isEmpty()) {
            json.writeNullProperty("migrations");
            return;
        }
        json.writeObjectPropertyStart("migrations");
        strings("sources", migrations.get().sources());
        json.writeArrayPropertyStart("findings");
        migrations.get().findings().forEach(this::finding);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void targets(List<SchemaResult> targets) {
        if (targets.isEmpty()) {
            json.writeNullProperty("targets");
            return;
        }
        json.writeArrayPropertyStart("targets");
        for (SchemaResult target : targets) {
            json.writeStartObject();
            json.writeStringProperty("schema", target.schema());
            json.writeStringProperty("verdict", target.verdict().id());
            strings("findings", target.findings());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void finding(Finding finding) {
        Drift drift = finding.drift();
        json.writeStartObject();
        json.writeStringProperty("id", finding.id());
        json.writeStringProperty("kind", drift.kind().id());
        json.writeStringProperty("page", drift.kind().id());
        json.writeStringProperty("severity", finding.severity().id());
        string(
                "schema",
                drift.subject().schema().isEmpty() ? null : drift.subject().schema());
        string("table", drift.subject().table().orElse(null));
        string("column", drift.subject().column().orElse(null));
        string("object", drift.subject().object().orElse(null));
        string("expected", drift.expected().orElse(null));
        string("actual", drift.actual().orElse(null));
        json.writeObjectPropertyStart("impact");
        for (StatementKind statement : StatementKind.values()) {
            json.writeStringProperty(
                    statement.name().toLowerCase(Locale.ROOT),
                    drift.impact().on(statement).id());
        }
        json.writeEndObject();
        json.writeStringProperty("expectation", finding.expectation());
        string("group", finding.group().orElse(null));
        string("origin", drift.origin().isKnown() ? drift.origin().toString() : null);
        json.writeStringProperty("message", drift.message());
        string("hint", finding.hint().orElse(null));
        breaks(finding.breaks());
        fixes(finding.fixes());
        string("accepted", finding.accepted().orElse(null));
        json.writeEndObject();
    }

    private void breaks(List<Broken> statements) {
        json.writeArrayPropertyStart("breaks");
        for (Broken statement : statements) {
            json.writeStartObject();
            json.writeStringProperty("origin", statement.origin().toString());
            json.writeStringProperty("kind", statement.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("effect", statement.effect().id());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fixes(List<Fix> fixes) {
        json.writeArrayPropertyStart("fix");
        for (Fix fix : fixes) {
            json.writeStartObject();
            json.writeStringProperty("sql", fix.sql());
            strings("hazards", fix.hazards());
            json.writeBooleanProperty("destructive", fix.destructive());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void string(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
