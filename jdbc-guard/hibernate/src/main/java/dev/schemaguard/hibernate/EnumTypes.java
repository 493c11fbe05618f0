package dev.schemaguard.hibernate;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;

/** Finds the native enums of a mapping, which Hibernate knows only by the DDL that makes them. */
final class EnumTypes {

    private static final Pattern CREATION =
            Pattern.compile("(?is)\\s*create\\s+type\\s+(\\S+)\\s+as\\s+enum\\s*\\((.*)\\)\\s*;?\\s*");
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    private final Metadata metadata;
    private final MappedNames names;

    EnumTypes(Metadata metadata, MappedNames names) {
        this.metadata = metadata;
        this.names = names;
    }

    List<UserType> all() {
        SqlStringGenerationContext context = SqlStringGenerationContextImpl.fromExplicit(
                metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), null, null);
        List<UserType> types = new ArrayList<>();
        for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
            for (String sql : object.sqlCreateStrings(context)) {
                Matcher creation = CREATION.matcher(sql);
                if (creation.matches()) {
                    types.add(new UserType.EnumType(
                            names.written(creation.group(1)), labels(creation.group(2)), Origin.of("JPA mapping")));
                }
            }
        }
        return types;
    }

    private static List<String> labels(String list) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(list);
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return labels;
    }
}
