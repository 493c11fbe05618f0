package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema that is published, held against what is written: as much of the language as these files use. */
final class PublishedSchema {

    private final JsonNode root;
    private final Set<String> seen = new HashSet<>();

    PublishedSchema(String resource) {
        try (var stream = PublishedSchema.class.getResourceAsStream(resource)) {
            root = JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void check(JsonNode value) {
        check(root, value, "");
    }

    /** Where in a document a described field has been met. */
    Set<String> seen() {
        return seen;
    }

    Set<String> described() {
        return described(root, "", new HashSet<>());
    }

    /** What a schema gives as examples, at a JSON pointer. */
    JsonNode examples(String pointer) {
        return root.at(pointer).get("examples");
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        JsonNode rule = resolve(schema);
        if (rule.has("enum")) {
            assertThat(rule.get("enum")).as(path).contains(value);
        }
        if (rule.has("const")) {
            assertThat(value).as(path).isEqualTo(rule.get("const"));
        }
        assertThat(types(rule)).as(path).contains(type(value));
        for (JsonNode required : rule.path("required")) {
            assertThat(value.isNull() || value.has(required.asString()))
                    .as(path + " has " + required)
                    .isTrue();
        }
        if (value.isArray()) {
            value.forEach(entry -> check(rule.get("items"), entry, path));
        }
        value.properties().forEach(field -> {
            String fieldPath = path + "." + field.getKey();
            JsonNode property = rule.path("properties").path(field.getKey());
            assertThat(property.isMissingNode())
                    .as(fieldPath + " is not described")
                    .isFalse();
            seen.add(fieldPath);
            check(property, field.getValue(), fieldPath);
        });
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private Set<String> described(JsonNode schema, String path, Set<String> found) {
        JsonNode rule = resolve(schema);
        rule.path("properties").properties().forEach(property -> {
            found.add(path + "." + property.getKey());
            described(property.getValue(), path + "." + property.getKey(), found);
        });
        return rule.has("items") ? described(rule.get("items"), path, found) : found;
    }

    private static Set<String> types(JsonNode rule) {
        Set<String> types = new HashSet<>();
        if (rule.get("type").isArray()) {
            rule.get("type").forEach(one -> types.add(one.asString()));
        } else {
            types.add(rule.get("type").asString());
        }
        return types;
    }

    private static String type(JsonNode value) {
        if (value.isObject()) {
            return "object";
        }
        if (value.isArray()) {
            return "array";
        }
        if (value.isString()) {
            return "string";
        }
        return value.isNull() ? "null" : value.isBoolean() ? "boolean" : "integer";
    }
}
