package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published JSON Schema describes all that is written, and nothing that is not. */
class SnapshotSchemaFileTest {

    private static final String FILE = "/dev/schemaguard/schema-snapshot-v1.schema.json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode described = described();
    private final Set<String> seen = new HashSet<>();

    @Test
    void describesAllThatIsWrittenAndNothingElse() {
        RandomSchemas schemas = new RandomSchemas(1);
        ObjectDigest digest = new ObjectDigest(ObjectDigest.Kind.TABLE, ObjectName.of("posts"), 2, "ab");
        List<TableDigests> digests = List.of(new TableDigests(16, List.of(digest)));
        for (int i = 0; i < 250; i++) {
            String text =
                    SnapshotJson.toText(schemas.next(), Databases.assumed().dialect(), digests);
            check(described, mapper.readTree(text), "");
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(properties(described, "", new HashSet<>()));
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        JsonNode rule = resolve(schema, value);
        if (rule.has("enum")) {
            assertThat(rule.get("enum")).as(path).contains(value);
        }
        if (rule.has("const")) {
            assertThat(value).as(path).isEqualTo(rule.get("const"));
        }
        if (rule.has("type")) {
            assertThat(types(rule)).as(path).contains(type(value));
        }
        for (JsonNode required : rule.path("required")) {
            assertThat(value.has(required.asString()))
                    .as(path + " has " + required)
                    .isTrue();
        }
        for (JsonNode entry : value.isArray() ? value : mapper.createArrayNode()) {
            check(rule.get("items"), entry, path);
        }
        value.properties().forEach(field -> {
            String fieldPath = path + "." + field.getKey();
            if (rule.has("additionalProperties")) {
                check(rule.get("additionalProperties"), field.getValue(), fieldPath);
                return;
            }
            JsonNode property = rule.path("properties").path(field.getKey());
            assertThat(property.isMissingNode())
                    .as(fieldPath + " is not described")
                    .isFalse();
            seen.add(fieldPath);
            check(property, field.getValue(), fieldPath);
        });
        oneOf(rule, value, path);
    }

    private static void oneOf(JsonNode rule, JsonNode value, String path) {
        long fitting =
                rule.path("oneOf").valueStream().filter(one -> fits(one, value)).count();
        assertThat(fitting).as(path + " is of one kind").isEqualTo(rule.has("oneOf") ? 1 : 0);
    }

    /** To JSON Schema only objects can lack a required field. */
    private static boolean fits(JsonNode alternative, JsonNode value) {
        String required = alternative.path("required").path(0).asString("");
        return (!alternative.has("type") || types(alternative).contains(type(value)))
                && (required.isEmpty() || !value.isObject() || value.has(required));
    }

    /** Follows references, and chooses between a name and more about it. */
    private JsonNode resolve(JsonNode schema, JsonNode value) {
        if (schema.has("anyOf")) {
            return resolve(schema.get("anyOf").get(value.isObject() ? 1 : 0), value);
        }
        return schema.has("$ref") ? described.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private Set<String> properties(JsonNode schema, String path, Set<String> found) {
        JsonNode rule = resolve(schema, mapper.createObjectNode());
        rule.path("properties").properties().forEach(property -> {
            String propertyPath = path + "." + property.getKey();
            found.add(propertyPath);
            properties(property.getValue(), propertyPath, found);
        });
        return rule.has("items") ? properties(rule.get("items"), path, found) : found;
    }

    private static Set<String> types(JsonNode rule) {
        Set<String> types = new HashSet<>();
        JsonNode type = rule.get("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString());
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

    private JsonNode described() {
        try (var stream = SnapshotSchemaFileTest.class.getResourceAsStream(FILE)) {
            return mapper.readTree(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
