package dev.schemaguard.spring.generated;

import java.util.List;
import org.jooq.Schema;
import org.jooq.impl.CatalogImpl;

/** As jOOQ's generator writes it, in short. */
public class DefaultCatalog extends CatalogImpl {

    private static final long serialVersionUID = 1L;

    public static final DefaultCatalog DEFAULT_CATALOG = new DefaultCatalog();

    private DefaultCatalog() {
        super("");
    }

    @Override
    public List<Schema> getSchemas() {
        return List.of(Public.PUBLIC);
    }
}
