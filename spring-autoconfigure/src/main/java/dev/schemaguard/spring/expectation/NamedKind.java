package dev.schemaguard.spring.expectation;

/** A kind of expectation that the application itself knows, and that a property asks for by name. */
public interface NamedKind {

    /** What a property calls it. */
    String name();

    /**
     * What it expects of a DataSource.
     *
     * @param argument what the property says behind the name and a colon; empty where it says nothing
     * @throws dev.schemaguard.input.SchemaSourceException if it expects nothing, with the reason
     */
    Expected expected(String argument, DataSourceBean bean);
}
