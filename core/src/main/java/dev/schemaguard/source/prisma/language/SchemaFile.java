package dev.schemaguard.source.prisma.language;

import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.prisma.language.Declaration.Label;
import dev.schemaguard.source.prisma.language.Field.Arity;
import dev.schemaguard.source.prisma.language.Token.Kind;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one file of a schema. The language is that of Prisma's reference, "Prisma schema"; what it leaves open, such as a line
 * that ends within parentheses, is read generously, for whether a schema is valid is Prisma's to say.
 */
public final class SchemaFile {

    /** More than any schema has: the longest that are published have some 300 KB. */
    private static final long LONGEST = 8L << 20;

    /** The settings of a datasource that say something about its schema; the others are addresses. */
    private static final Set<String> SETTINGS = Set.of("provider", "relationMode", "referentialIntegrity", "schemas");

    private final String location;
    private final TokenReader tokens;
    private final ValueReader values;

    private SchemaFile(String location, TokenReader tokens) {
        this.location = location;
        this.tokens = tokens;
        this.values = new ValueReader(tokens);
    }

    /**
     * The blocks of a file, in order.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if it cannot be read, or is no schema
     */
    public static List<Declaration> read(SourceText file) {
        StringWriter text = new StringWriter();
        try (Reader reader = file.upTo(LONGEST).open()) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        String location = file.location();
        return new SchemaFile(location, new TokenReader(location, Tokens.of(location, text.toString()))).declarations();
    }

    private List<Declaration> declarations() {
        List<Declaration> all = new ArrayList<>();
        tokens.skipLines();
        while (!tokens.peek().is(Kind.END)) {
            all.add(declaration());
            tokens.skipLines();
        }
        return all;
    }

    private Declaration declaration() {
        Origin origin = tokens.origin();
        String word = tokens.name("a block such as 'model'");
        String name = tokens.name("the name of the " + word);
        tokens.symbol("{");
        tokens.skipLines();
        return switch (word) {
            case "datasource" -> new Declaration.Datasource(name, settings(), origin);
            case "model", "view" -> model(name, word.equals("view"), origin);
            case "enum" -> enumeration(name, origin);
            case "generator", "type" -> {
                skipBlock();
                yield new Declaration.Other(name, origin);
            }
            default -> {
                skipBlock();
                yield new Declaration.Unknown(word, name, origin);
            }
        };
    }

    private Map<String, Value> settings() {
        Map<String, Value> settings = new LinkedHashMap<>();
        while (!tokens.passes("}")) {
            String key = tokens.name("a setting");
            tokens.symbol("=");
            Value value = values.value();
            if (SETTINGS.contains(key)) {
                settings.put(key, value);
            }
            nextLine();
        }
        return settings;
    }

    private Declaration model(String name, boolean view, Origin origin) {
        List<Field> fields = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        while (!tokens.passes("}")) {
            if (tokens.peek().is("@@")) {
                attributes.add(attribute("@@"));
            } else {
                fields.add(field());
            }
            nextLine();
        }
        return new Declaration.Model(name, view, fields, attributes, origin);
    }

    private Field field() {
        Origin origin = tokens.origin();
        String name = tokens.name("a field");
        String type = tokens.name("the type of field '" + name + "'");
        boolean unsupported = type.equals("Unsupported") && tokens.passes("(");
        if (unsupported) {
            Token text = tokens.take();
            if (!text.is(Kind.TEXT)) {
                throw tokens.unexpected(text, "the type in quotes");
            }
            type = text.text();
            tokens.symbol(")");
        }
        Arity arity = arity();
        return new Field(name, type, unsupported, arity, attributes(), origin);
    }

    private Arity arity() {
        if (tokens.passes("[")) {
            tokens.symbol("]");
            tokens.passes("?");
            return Arity.LIST;
        }
        return tokens.passes("?") ? Arity.OPTIONAL : Arity.REQUIRED;
    }

    private List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        while (tokens.peek().is("@")) {
            attributes.add(attribute("@"));
        }
        return attributes;
    }

    private Attribute attribute(String mark) {
        Origin origin = tokens.origin();
        tokens.symbol(mark);
        StringBuilder name = new StringBuilder(tokens.name("the name of an attribute"));
        while (tokens.passes(".")) {
            name.append('.').append(tokens.name("the name of a type"));
        }
        return new Attribute(name.toString(), values.arguments(), origin);
    }

    private Declaration enumeration(String name, Origin origin) {
        List<Label> labels = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        while (!tokens.passes("}")) {
            if (tokens.peek().is("@@")) {
                attributes.add(attribute("@@"));
            } else {
                String label = tokens.name("a label");
                labels.add(new Label(label, stored(label, attributes())));
            }
            nextLine();
        }
        return new Declaration.Enumeration(name, labels, attributes, origin);
    }

    private static String stored(String label, List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals("map"))
                .flatMap(attribute -> attribute.arguments().main("name").flatMap(Value::asText).stream())
                .findFirst()
                .orElse(label);
    }

    private void nextLine() {
        tokens.endOfLine();
        tokens.skipLines();
    }

    private void skipBlock() {
        int open = 1;
        while (open > 0) {
            Token token = tokens.take();
            if (token.is(Kind.END)) {
                throw tokens.unexpected(token, "'}'");
            }
            open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
        }
    }

    @Override
    public String toString() {
        return "SchemaFile[" + location + "]";
    }
}
