package dev.schemaguard.policy;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.InputException;
import dev.schemaguard.input.InputFile;
import dev.schemaguard.policy.Baseline.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A baseline as JSON, version 1. A field that is not known is refused: a mistyped {@code until} would accept for good what
 * was meant for a month.
 */
final class BaselineFile {

    private static final int VERSION = 1;

    /** In bytes: an entry has some hundred, so that a baseline in earnest stays far below. */
    private static final int LONGEST = 32 << 20;

    /** In a file that short no text is too long. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();

    private static final String WRITE_AGAIN = "; mend it, or write it again with --write-baseline";

    private final Path file;
    private final JsonParser json;
    private final Map<String, Entry> accepted = new TreeMap<>();

    private BaselineFile(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    static Baseline read(Path file) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), InputFile.text(file, LONGEST))) {
            return new BaselineFile(file, json).baseline();
        } catch (NoSuchFileException e) {
            throw new BaselineException(file, "no such file; check the path, or write it with --write-baseline", e);
        } catch (InputException e) {
            throw new BaselineException(file, e.getMessage() + "; " + e.remedy(), e);
        } catch (IOException e) {
            throw new BaselineException(
                    file, "cannot be read (" + e.getClass().getSimpleName() + "); it must be a file in UTF-8", e);
        } catch (JacksonException e) {
            throw new BaselineException(file, "is no JSON (" + broken(e) + ")" + WRITE_AGAIN, e);
        }
    }

    /** The parser's own words, which quote the file, and the place. */
    private static String broken(JacksonException failure) {
        TokenStreamLocation place = failure.getLocation();
        String where = place == null ? "" : ", in line " + place.getLineNr() + ", column " + place.getColumnNr();
        return Excerpt.of(String.valueOf(failure.getOriginalMessage()), 200) + where;
    }

    static void write(Baseline baseline, Path file) {
        String lines = baseline.accepted().entrySet().stream()
                .map(one -> "    " + line(one.getKey(), one.getValue()))
                .collect(Collectors.joining(",\n"));
        String text = "{\n  \"version\": " + VERSION + ",\n  \"accepted\": ["
                + (lines.isEmpty() ? "" : "\n" + lines + "\n  ") + "]\n}\n";
        if (text.length() > LONGEST / 4 && text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new BaselineException(
                    file,
                    "would be longer than is ever read, with "
                            + baseline.accepted().size() + " entries",
                    null);
        }
        try {
            replace(Files.exists(file) ? file.toRealPath() : file, text);
        } catch (IOException e) {
            throw new BaselineException(
                    file,
                    "cannot be written (" + e.getClass().getSimpleName() + "); check the folder and its permissions",
                    e);
        }
    }

    /** All or nothing, so that a process that is killed spoils no reasons that people wrote. */
    private static void replace(Path target, String text) throws IOException {
        Path beside = target.resolveSibling(
                target.getFileName() + ".tmp" + ProcessHandle.current().pid());
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String line(String id, Entry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("id", id);
            entry.severity().ifPresent(severity -> out.writeStringProperty("severity", severity.id()));
            out.writeStringProperty("reason", entry.reason());
            entry.until().ifPresent(until -> out.writeStringProperty("until", until.toString()));
            out.writeEndObject();
        }
        return text.toString();
    }

    private Baseline baseline() {
        require(json.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
        boolean versioned = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "version" -> versioned = version();
                case "accepted" -> entries();
                case "$schema" -> text(field);
                default -> throw wrong("has a field '" + Excerpt.of(field) + "' that is not known");
            }
        }
        require(versioned, "says no version");
        require(json.nextToken() == null, "goes on behind its end");
        return new Baseline(accepted);
    }

    private boolean version() {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "has a version that is no number");
        require(
                json.getIntValue() == VERSION,
                "has version " + Excerpt.of(json.getString()) + ", but this Schema Guard reads version " + VERSION
                        + " only");
        return true;
    }

    private void entries() {
        require(json.currentToken() == JsonToken.START_ARRAY, "has an 'accepted' that is no array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "has an entry that is no object");
            entry();
        }
    }

    private void entry() {
        Map<String, String> fields = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id", "severity", "reason", "until" -> fields.put(field, text(field));
                default -> throw wrong("has a field '" + Excerpt.of(field) + "' that is not known");
            }
        }
        String id = fields.getOrDefault("id", "");
        require(!id.isEmpty(), "has an entry without an id");
        String reason = fields.getOrDefault("reason", "");
        require(!reason.isBlank(), "gives no reason for '" + Excerpt.of(id) + "'");
        Entry entry = new Entry(
                Optional.ofNullable(fields.get("severity")).map(this::severity),
                reason,
                Optional.ofNullable(fields.get("until")).map(this::day));
        require(accepted.put(id, entry) == null, "accepts '" + Excerpt.of(id) + "' twice");
    }

    private Severity severity(String text) {
        for (Severity severity : Severity.values()) {
            if (severity.id().equals(text.toLowerCase(Locale.ROOT))) {
                return severity;
            }
        }
        throw wrong("has a severity '" + Excerpt.of(text) + "' that is not breaking, risky or advisory");
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("has a last day '" + Excerpt.of(text) + "' that is no date such as 2027-03-31");
        }
    }

    private String text(String field) {
        require(json.currentToken() == JsonToken.VALUE_STRING, "has a '" + field + "' that is no text");
        String text = json.getString();
        require(text.indexOf('\0') < 0, "has a '" + field + "' with a NUL character, which no database stores");
        return text;
    }

    private void require(boolean holds, String wrong) {
        if (!holds) {
            throw wrong(wrong);
        }
    }

    private BaselineException wrong(String what) {
        return new BaselineException(
                file, what + ", in line " + json.currentTokenLocation().getLineNr() + WRITE_AGAIN, null);
    }
}
