package dev.schemaguard.statements.mybatis;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.mybatis.Part.Tag;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the tags of a mapper file. Its document type is skipped, so that it declares no entity and nothing is fetched. */
final class MapperXml {

    /** In bytes. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private static final int DEEPEST = 100;

    private final SourceText source;
    private final Deque<Open> open = new ArrayDeque<>();

    private MapperXml(SourceText source) {
        this.source = source;
        this.open.push(new Open("", Map.of(), 1));
    }

    /**
     * The outermost tag.
     *
     * @throws SchemaSourceException if the file cannot be read, is too large or too deep, uses entities, or is no XML
     */
    static Tag read(SourceText source) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        MapperXml xml = new MapperXml(source);
        try (Reader reader = source.upTo(LARGEST).open()) {
            return xml.read(factory.createXMLStreamReader(reader));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw xml.broken(line, "is no well-formed XML");
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private Tag read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int line = Math.max(0, reader.getLocation().getLineNumber());
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    Open ended = open.pop();
                    parent().parts.add(ended.tag());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    parent().parts.add(new Part.Text(reader.getText()));
                case XMLStreamConstants.ENTITY_REFERENCE -> throw broken(line, "uses an entity, and none is expanded");
                default -> {}
            }
        }
        return parent().tag().tags().stream().findFirst().orElseThrow(() -> broken(1, "holds no tag"));
    }

    private void start(XMLStreamReader reader) {
        int line = Math.max(0, reader.getLocation().getLineNumber());
        if (open.size() > DEEPEST) {
            throw broken(line, "nests tags more than " + DEEPEST + " deep");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.push(new Open(reader.getLocalName(), attributes, line));
    }

    private Open parent() {
        Open parent = open.peek();
        if (parent == null) {
            throw broken(0, "ends more tags than it begins");
        }
        return parent;
    }

    private SchemaSourceException broken(int line, String reason) {
        return new SchemaSourceException(
                Origin.of(source.location(), line), reason, "correct the mapper file, or do not name it");
    }

    /** A tag that has not ended. */
    private record Open(String name, Map<String, String> attributes, int line, List<Part> parts) {

        Open(String name, Map<String, String> attributes, int line) {
            this(name, attributes, line, new ArrayList<>());
        }

        Tag tag() {
            return new Tag(name, attributes, List.copyOf(parts), line);
        }
    }
}
