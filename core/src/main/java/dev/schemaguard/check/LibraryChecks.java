package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.LibraryCoverage;
import dev.schemaguard.text.LoggedFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the tables of libraries. Nobody named what these expect, so it is at most risky, and what cannot be read or compared
 * of it puts nothing else in doubt: it is said, and that is all. Used once, by one thread, after all that was named.
 */
final class LibraryChecks {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryChecks.class);

    private final ComparedSchema other;
    private final Comparison comparison;
    private final Duration timeout;
    private final List<Finding> findings = new ArrayList<>();
    private final List<LibraryCoverage> coverage = new ArrayList<>();

    LibraryChecks(ComparedSchema other, Comparison comparison, Duration timeout) {
        this.other = other;
        this.comparison = comparison;
        this.timeout = timeout;
    }

    void check(List<LibraryExpectation> libraries) {
        libraries.forEach(this::check);
    }

    List<Finding> findings() {
        return findings;
    }

    List<LibraryCoverage> coverage() {
        return coverage;
    }

    private void check(LibraryExpectation library) {
        Optional<String> refusal = other.isMany()
                ? Optional.of("many schemas are checked")
                : library.contract().refusal(other.database());
        if (refusal.isPresent()) {
            notCompared(library, refusal.get());
            return;
        }
        try {
            compare(library);
        } catch (SchemaSourceException | InspectionException e) {
            notCompared(library, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.debug("the tables of {} cannot be compared", library.contract().name(), LoggedFailure.of(e));
            notCompared(library, "the check itself broke: " + e.getClass().getName());
        }
    }

    private void notCompared(LibraryExpectation library, String why) {
        coverage.add(new LibraryCoverage(library.contract().name(), 0, Optional.of(why)));
    }

    private void compare(LibraryExpectation library) throws InspectionException {
        Database database = other.database();
        Schema expected = ReadingDeadline.within(timeout, () -> library.schema(database));
        ComparedSchema.Look look = other.look(expected);
        Schema spelled = database.dialect()
                .spelledAs(look.lookable(other.comparable(expected)).expected(), look.schema());
        Set<String> there = there(spelled, look.schema());
        Schema used = library.contract().used(spelled, database, there);
        coverage.add(new LibraryCoverage(library.contract().name(), there.size(), Optional.empty()));
        List<Finding> found = comparison.of(library.expectation(), used, look, database).findings().stream()
                .map(finding -> finding.atMost(Severity.RISKY).withHint(hint(finding, library)))
                .toList();
        FixPlan helped = other.help(found, used, look);
        findings.addAll(helped.findings());
    }

    private static String hint(Finding finding, LibraryExpectation library) {
        return finding.hint().map(hint -> hint + "; ").orElse("")
                + library.contract().name() + " expects it of its own tables, which may be those of another version";
    }

    private static Set<String> there(Schema expected, Schema live) {
        return expected.tables().stream()
                .map(Table::name)
                .filter(name -> live.table(name).isPresent())
                .map(name -> name.name())
                .collect(Collectors.toSet());
    }
}
