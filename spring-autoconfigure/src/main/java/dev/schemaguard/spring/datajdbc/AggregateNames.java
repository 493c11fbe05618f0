package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Names as the catalog stores them. Those that the library makes up of Java's names get the case that the database likes, and
 * quotes; those that an annotation says are quoted as they are.
 */
final class AggregateNames {

    private final IdentifierProcessing stored;

    AggregateNames(Dialect dialect) {
        this.stored = new IdentifierProcessing() {
            @Override
            public String quote(String identifier) {
                return identifier;
            }

            @Override
            public String standardizeLetterCase(String identifier) {
                return dialect.madeUpName(identifier);
            }
        };
    }

    String simple(SqlIdentifier identifier) {
        return identifier.toSql(stored);
    }

    ObjectName qualified(SqlIdentifier identifier) {
        List<String> parts = new ArrayList<>();
        identifier.forEach(part -> parts.add(simple(part)));
        String name = parts.get(parts.size() - 1);
        return parts.size() == 1 ? ObjectName.of(name) : ObjectName.of(parts.get(parts.size() - 2), name);
    }
}
