package dev.schemaguard.spring.pasted;

import dev.schemaguard.test.StatementsExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What the pages show for pasting into tests, so that it compiles; run by their own in {@code StatementsExtensionTest}. */
final class PastedTests {

    private PastedTests() {}

    @DataJpaTest
    @ExtendWith(StatementsExtension.class)
    class PostRepositoryTest {}

    static class WithoutSpring {

        @RegisterExtension
        static final StatementsExtension STATEMENTS = new StatementsExtension();

        final DataSource pool = new SimpleDriverDataSource();

        final PostRepository posts = new PostRepository(STATEMENTS.wrap(pool));
    }

    /** Of the reader's own. */
    record PostRepository(DataSource database) {}
}
