package dev.schemaguard.spring.jooq;

import dev.schemaguard.dialect.Dialect;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Lets jOOQ write as the database would have it. */
final class Rendering {

    private final Configuration configuration;

    Rendering(Dialect dialect) {
        this.configuration = new DefaultConfiguration().set(dialectOf(dialect.name()));
    }

    /** Its editions know different databases, some by a shorter name. */
    private static SQLDialect dialectOf(String name) {
        return Arrays.stream(SQLDialect.families())
                .filter(family -> family != SQLDialect.DEFAULT && name.startsWith(family.getNameLC()))
                .findFirst()
                .orElse(SQLDialect.DEFAULT);
    }

    String type(DataType<?> type) {
        return type.getCastTypeName(configuration);
    }

    String text(QueryPart part) {
        return DSL.using(configuration).renderInlined(part);
    }

    OptionalLong number(Field<?> field) {
        try {
            return OptionalLong.of(Long.parseLong(text(field).strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
