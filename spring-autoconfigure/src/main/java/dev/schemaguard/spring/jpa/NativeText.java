package dev.schemaguard.spring.jpa;

import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.SpringExpressions;
import dev.schemaguard.spring.queries.WrittenQuery;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a native query as it is sent, as far as that is certain. */
final class NativeText {

    private static final Pattern ENTITY_NAME = Pattern.compile("#\\{\\s*#entityName\\s*\\}");

    /** What Hibernate puts in from its settings. */
    private static final Pattern DEFAULT_SCHEMA = Pattern.compile("\\{h-schema\\}");

    /** {@code {h-catalog}}, {@code {h-domain}}, and {@code {alias.*}} for the columns of an entity. */
    private static final Pattern OF_HIBERNATE = Pattern.compile("\\{(h-[a-z]+|[A-Za-z_]\\w*\\.[\\w.*]+)\\}");

    /** What would be taken for a parameter otherwise: {@code \:\:}. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([:?])");

    /** Spring Data sends {@code LIKE %:name%} without the signs, which go into the value. */
    private static final Pattern LIKE =
            Pattern.compile("(\\blike\\s+)%?([:?]\\w*)%?(?=[\\s)]|$)", Pattern.CASE_INSENSITIVE);

    private final Origin origin;
    private final Optional<String> entity;
    private final Optional<String> defaultSchema;

    /**
     * A text in its surroundings.
     *
     * @param entity the name of the entity whose repository sends it; empty where it is not known
     * @param defaultSchema the schema that Hibernate is set to put in, or an empty text where none is set; empty where that is
     *     not known
     */
    NativeText(Origin origin, Optional<String> entity, Optional<String> defaultSchema) {
        this.origin = origin;
        this.entity = entity;
        this.defaultSchema = defaultSchema;
    }

    /** The query that an annotation of a repository has. */
    WrittenQuery ofRepository(String text) {
        String named = entity.map(name -> ENTITY_NAME.matcher(text).replaceAll(Matcher.quoteReplacement(name)))
                .orElse(text);
        return SpringExpressions.asMarks(named)
                .map(marked -> ofHibernate(LIKE.matcher(marked).replaceAll("$1$2")))
                .orElseGet(() -> unknown("an expression of Spring stands for a part of its text"));
    }

    /** The query that Hibernate itself is given. */
    WrittenQuery ofHibernate(String text) {
        String placed = defaultSchema
                .map(schema -> DEFAULT_SCHEMA
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(schema.isEmpty() ? "" : schema + ".")))
                .orElse(text);
        return OF_HIBERNATE.matcher(placed).find()
                ? unknown("a placeholder of Hibernate stands for a part of its text")
                : new WrittenQuery.Sql(origin, ESCAPED.matcher(placed).replaceAll("$1"));
    }

    private WrittenQuery unknown(String reason) {
        return new WrittenQuery.NotKnown(origin, reason);
    }
}
