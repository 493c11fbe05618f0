package dev.schemaguard.spring.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.generated.Book;
import dev.schemaguard.spring.generated.DefaultCatalog;
import dev.schemaguard.spring.generated.Mood;
import dev.schemaguard.spring.generated.Public;
import dev.schemaguard.spring.pair.LoneApplication;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.SchemaImpl;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Generated code says all that its generator saw. */
public class JooqTest {

    private static final String CATALOG = "schema-guard.expect=jooq:" + DefaultCatalog.class.getName();

    private static final String[] WHOLE = {
        "create type mood as enum ('good', 'bad')",
        "create sequence numbers increment 50",
        "create table author (id bigserial primary key, name varchar(80) not null)",
        """
        create table book (id bigint primary key, isbn varchar(20) not null unique,
          title text not null default 'untitled', price numeric(12,2) check (price > 0), mood mood, tags varchar[],
          extra jsonb, reference uuid, added timestamptz default now(), author bigint references author (id))""",
        "create index by_price on book (price desc, id)",
        "create view shelf as select title from book"
    };

    @Test
    void findsNothingInWhatTheCodeWasGeneratedFrom() {
        TestDatabase database = TestPostgres.database(WHOLE);

        DriftReport report = checked(database.properties(CATALOG));

        assertThat(report.findings()).isEmpty();
        assertThat(report.unverified()).isEmpty();
        assertThat(report.coverage().tablesChecked()).isEqualTo(3);
        assertThat(report.coverage().columnsChecked()).isEqualTo(13);
    }

    @Test
    void findsWhatIsMissingOrDiffers() {
        TestDatabase database = TestPostgres.database(
                "create type mood as enum ('good')",
                "create table author (id bigint, name varchar(20))",
                """
                create table book (id bigint, isbn varchar(20), title text, price numeric(8,2), mood mood, tags text[],
                  extra text, reference uuid, author bigint, required text not null, unique (reference))""");

        DriftReport report = checked(database.properties(
                "schema-guard.expect=jooq:" + Public.class.getName(), "schema-guard.mode=warn"));

        assertThat(Boot.findings(report, Severity.ADVISORY))
                .contains(
                        "missing-table:shelf",
                        "missing-sequence:numbers",
                        "enum-label-missing:mood.bad",
                        "identity-missing:author.id",
                        "type-narrower:author.name",
                        "not-null-missing:author.name",
                        "missing-primary-key:author(id)",
                        "missing-column:book.added",
                        "default-missing:book.title",
                        "type-narrower:book.price",
                        "extra-required-column:book.required",
                        "missing-unique:book(isbn)",
                        "missing-foreign-key:book(author)",
                        "missing-check:book((price > 0))",
                        "missing-index:book(price, id)",
                        "extra-unique:book(reference)");
        assertThat(report.toText()).contains(Book.class.getName() + "#added").contains(Mood.class.getName());
    }

    @Test
    void refusesClassesThatAreNoCatalog() {
        ClassLoader loader = getClass().getClassLoader();

        assertThatThrownBy(() -> JooqCatalog.of("com.acme.Nowhere", loader))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("com.acme.Nowhere")
                .hasMessageContaining("there is no such class");
        assertThatThrownBy(() -> JooqCatalog.of(Book.class.getName(), loader))
                .hasMessageContaining("neither a generated catalog nor a schema");
    }

    @Test
    void saysWhatToRaiseWhereJooqIsTooOld() {
        SchemaSource source = JooqCatalog.of(Behind.class.getName(), getClass().getClassLoader());

        assertThatThrownBy(() -> source.load(Databases.assumed()))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("jOOQ 3.")
                .hasMessageContaining("'org.jooq.Newer.method()'")
                .hasMessageContaining("raise jOOQ to 3.19.35 or newer");
    }

    /** Reading it comes to something that an older jOOQ has not. */
    public static final class Behind extends SchemaImpl {

        private static final long serialVersionUID = 1L;

        public static final Behind BEHIND = new Behind();

        private Behind() {
            super("public", null);
        }

        @Override
        public List<Table<?>> getTables() {
            throw new NoSuchMethodError("'org.jooq.Newer.method()'");
        }
    }

    private static DriftReport checked(String... properties) {
        try (ConfigurableApplicationContext context = Boot.start(LoneApplication.class, properties)) {
            return Boot.report(context, "dataSource");
        }
    }

    /** A database that has all that the generated code names. */
    public static TestDatabase whole() {
        return TestPostgres.database(WHOLE);
    }
}
