package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.library.flyway.FlywayApplication;
import com.acme.library.liquibase.LiquibaseApplication;
import com.acme.library.modules.ModulesApplication;
import com.acme.library.schemas.Book;
import com.acme.library.schemas.Loan;
import com.acme.library.schemas.Loans;
import com.acme.library.schemas.SchemasApplication;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.test.SchemaAssertions;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** Each application starts as it did before it was guarded, and does not start on a database that somebody changed. */
class GuardedTest {

    @Test
    void startsWithFlyway() throws Exception {
        String database = Server.database();

        try (ConfigurableApplicationContext context = start(FlywayApplication.class, database, "flyway")) {
            assertConforms(context, 1);
            SchemaAssertions.assertThat(context.getBean(DataSource.class)).conformsTo("classpath:db/migration");
        }

        Server.execute(database, "alter table books drop column isbn");
        assertThatThrownBy(() -> start(FlywayApplication.class, database, "flyway"))
                .hasStackTraceContaining("missing-column:books.isbn");
    }

    @Test
    void startsWithLiquibase() throws Exception {
        String database = Server.database();

        try (ConfigurableApplicationContext context = start(LiquibaseApplication.class, database, "liquibase")) {
            assertConforms(context, 1);
        }

        Server.execute(database, "alter table readers drop column card");
        assertThatThrownBy(() -> start(LiquibaseApplication.class, database, "liquibase"))
                .hasStackTraceContaining("missing-column:readers.card");
    }

    @Test
    void startsWithSeveralSchemas() throws Exception {
        String database = Server.database();
        String[] script = {"--spring.sql.init.mode=always", "--spring.sql.init.schema-locations=classpath:db/schemas.sql"};

        try (ConfigurableApplicationContext context =
                SpringApplication.run(SchemasApplication.class, Server.arguments(database, script))) {
            assertConforms(context, 2);
            lends(context);
        }

        Server.execute(database, "alter table lending.loans drop column due_at");
        assertThatThrownBy(() -> SpringApplication.run(SchemasApplication.class, Server.arguments(database)))
                .hasStackTraceContaining("missing-column:lending.loans.due_at");
    }

    @Test
    void startsWithModulesThatMigrateSchemasOfTheirOwn() throws Exception {
        String database = Server.database();

        try (ConfigurableApplicationContext context =
                SpringApplication.run(ModulesApplication.class, Server.arguments(database))) {
            assertConforms(context, 4);
        }

        Server.execute(database, "alter table inventory.inventory drop column quantity");
        assertThatThrownBy(() -> SpringApplication.run(ModulesApplication.class, Server.arguments(database)))
                .hasStackTraceContaining("missing-column:inventory.inventory.quantity");
    }

    @Test
    void hasNothingOfOursThatChangesAnythingElse() {
        assertThat(ClassUtils.isPresent("net.sf.jsqlparser.parser.CCJSqlParser", null)).isFalse();
        assertThat(ClassUtils.isPresent("picocli.CommandLine", null)).isFalse();
    }

    private static void lends(ConfigurableApplicationContext context) {
        Loans loans = context.getBean(Loans.class);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            Book book = new Book();
            book.title = "A book";
            context.getBean(EntityManager.class).persist(book);
            Loan loan = new Loan();
            loan.book = book;
            loans.save(loan);
        });
        assertThat(loans.count()).isOne();
        loans.forgetAll();
        assertThat(loans.count()).isZero();
    }

    private static ConfigurableApplicationContext start(Class<?> application, String database, String tool) {
        return SpringApplication.run(
                application, Server.arguments(database, "--spring." + tool + ".enabled=true"));
    }

    private static void assertConforms(ConfigurableApplicationContext context, int tables) {
        DriftReport report = context.getBean(SchemaGuards.class)
                .find("dataSource")
                .orElseThrow()
                .lastReport()
                .orElseThrow();
        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.coverage().tablesChecked()).isEqualTo(tables);
    }
}
