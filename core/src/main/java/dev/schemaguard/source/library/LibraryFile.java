package dev.schemaguard.source.library;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.source.library.DeclaredLibrary.Contract;
import dev.schemaguard.source.library.DeclaredLibrary.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a {@code library.json}. Fields that it does not know are passed over, for a newer version may say more. */
final class LibraryFile {

    /** A pack of a hundred libraries is far smaller. */
    static final int LONGEST = 1 << 20;

    private static final int VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST)
                    .maxStringLength(10_000)
                    .maxNestingDepth(16)
                    .build())
            .build();

    private final JsonParser json;

    private LibraryFile(JsonParser json) {
        this.json = json;
    }

    /**
     * The libraries that a file declares.
     *
     * @throws IllegalArgumentException if it is not what such a file has to be; the message says why
     */
    static List<DeclaredLibrary> read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            return new LibraryFile(parser).libraries();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON (" + Excerpt.of(e.getOriginalMessage()) + ")", e);
        }
    }

    private List<DeclaredLibrary> libraries() {
        List<DeclaredLibrary> libraries = new ArrayList<>();
        int[] version = {0};
        object(field -> {
            switch (field) {
                case "version" -> version[0] = number();
                case "libraries" -> array(() -> libraries.add(library()));
                default -> json.skipChildren();
            }
        });
        if (version[0] != VERSION) {
            throw new IllegalArgumentException("it is of version " + version[0] + ", and " + VERSION + " is read here");
        }
        return libraries;
    }

    private DeclaredLibrary library() {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> prefix = new LinkedHashMap<>();
        List<List<String>> parts = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        object(field -> {
            switch (field) {
                case "name", "title", "marker", "artifact" -> texts.put(field, text());
                case "prefix" -> object(one -> prefix.put(one, text()));
                case "parts" -> array(() -> parts.add(texts()));
                case "contracts" -> array(() -> contracts.add(contract()));
                default -> json.skipChildren();
            }
        });
        String name = required(texts, "name");
        return new DeclaredLibrary(
                name,
                texts.getOrDefault("title", name),
                required(texts, "marker"),
                texts.getOrDefault("artifact", ""),
                prefix.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Prefix(
                                prefix.getOrDefault("property", ""),
                                prefix.getOrDefault("schema", ""),
                                prefix.getOrDefault("usual", ""))),
                parts,
                contracts);
    }

    private Contract contract() {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> snapshots = new LinkedHashMap<>();
        object(field -> {
            switch (field) {
                case "from", "below", "unless" -> texts.put(field, text());
                case "snapshots" -> object(database -> snapshots.put(database, text()));
                default -> json.skipChildren();
            }
        });
        return new Contract(
                LibraryVersion.of(required(texts, "from")),
                LibraryVersion.of(required(texts, "below")),
                texts.getOrDefault("unless", ""),
                snapshots);
    }

    private void object(FieldReader reader) {
        require(JsonToken.START_OBJECT, "an object");
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            reader.read(field);
        }
    }

    private void array(Runnable entry) {
        require(JsonToken.START_ARRAY, "an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            entry.run();
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        array(() -> texts.add(text()));
        return texts;
    }

    private String text() {
        require(JsonToken.VALUE_STRING, "a text");
        return json.getString();
    }

    private int number() {
        require(JsonToken.VALUE_NUMBER_INT, "a number");
        return json.getIntValue();
    }

    private void require(JsonToken token, String what) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException(what + " was expected in line "
                    + json.currentTokenLocation().getLineNr());
        }
    }

    private static String required(Map<String, String> texts, String field) {
        String text = texts.get(field);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("a library or one of its contracts has no '" + field + "'");
        }
        return text;
    }

    private interface FieldReader {

        void read(String field);
    }
}
