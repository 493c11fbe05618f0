package dev.schemaguard.spring.start;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.jdbc.gate.SchemaVerifier;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.policy.BaselineException;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.expectation.ApplicationLibraries;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import dev.schemaguard.spring.expectation.StatementChoice;
import dev.schemaguard.spring.start.PackagedExpectation.Refusal;
import dev.schemaguard.text.Secrets;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Checks the database of an application by its properties alone. */
final class CheckOnly {

    private static final String PREFIX = "schema-guard.check-only: ";

    static final int CONFORMS = 0;
    static final int DRIFTED = 1;
    static final int UNVERIFIED = 2;

    private final Binder binder;
    private final ClassLoader loader;

    private CheckOnly(Binder binder, ClassLoader loader) {
        this.binder = binder;
        this.loader = loader;
    }

    static CheckOnly of(Binder binder, ClassLoader loader) {
        return new CheckOnly(binder, loader);
    }

    /** Prints the report, or why there is none, and gives the exit code. */
    int run(PrintStream out, PrintStream err) {
        try {
            return print(report(), CONFORMS, out, err);
        } catch (SchemaDriftException e) {
            return print(e.report(), DRIFTED, out, err);
        } catch (SchemaUnverifiedException e) {
            return print(e.report(), UNVERIFIED, out, err);
        } catch (Refusal | SchemaSourceException | BaselineException e) {
            err.println(PREFIX + e.getMessage());
            return UNVERIFIED;
        } catch (BindException | SQLException e) {
            err.println(PREFIX + Secrets.said(e));
            return UNVERIFIED;
        }
    }

    /** A verdict that nobody can read is none. */
    private static int print(DriftReport report, int code, PrintStream out, PrintStream err) {
        out.print(report.toText());
        if (out.checkError()) {
            err.println(PREFIX + "the report could not be written to standard output; see that there is room, and that"
                    + " somebody reads it");
            return UNVERIFIED;
        }
        return code;
    }

    private DriftReport report() throws SQLException {
        SchemaGuardProperties properties = binder.bindOrCreate("schema-guard", SchemaGuardProperties.class);
        if (!properties.dataSources().isEmpty()) {
            throw new Refusal("schema-guard.data-sources speaks of beans, which only a full start has;"
                    + " check each database by a start with its own spring.datasource.url");
        }
        SchemaGuardProperties settings = properties.of("dataSource");
        String url = url();
        ApplicationLibraries libraries = new ApplicationLibraries(loader, this::setting);
        Expected expected = new PackagedExpectation(binder, loader, libraries)
                .of(properties.expect(), url)
                .sending(StatementChoice.packaged(properties, loader));
        return SchemaVerifier.of(expected.guard(settings, Policy.DEFAULT, libraries))
                .waiting(WaitSettings.atMost(settings.waitFor()))
                .within(settings.timeout())
                .verify(database(url));
    }

    /** What some library calls a setting need not be spelled as Spring spells its own. */
    private Optional<String> setting(String property) {
        return Optional.ofNullable(
                binder.bind(ConfigurationPropertyName.adapt(property, '.'), Bindable.of(String.class))
                        .orElse(null));
    }

    private String url() {
        return text("url")
                .or(() -> text("hikari.jdbc-url"))
                .orElseThrow(() -> new Refusal("spring.datasource.url is not set; a database that is found in another"
                        + " way, such as by JNDI or a service connection, is known only to a full start"));
    }

    private DataSource database(String url) {
        DataSourceBuilder<SimpleDriverDataSource> builder = DataSourceBuilder.create(loader)
                .type(SimpleDriverDataSource.class)
                .url(url);
        text("username").or(() -> text("hikari.username")).ifPresent(builder::username);
        text("password").or(() -> text("hikari.password")).ifPresent(builder::password);
        text("driver-class-name").ifPresent(builder::driverClassName);
        return builder.build();
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(
                binder.bind("spring.datasource." + name, String.class).orElse(null));
    }
}
