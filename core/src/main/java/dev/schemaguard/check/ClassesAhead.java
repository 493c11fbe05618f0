package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the classes of a check loaded, linked and run once, on a thread of its own beside whatever else goes on, so that the check has not
 * to wait for that: of a first check this is most of its time. A small contract is gone through with what a server once answered to it;
 * no database is asked, and nothing comes of it. Nothing happens where no answer of such a server is known, where there is one
 * processor only, and in a native image.
 */
public final class ClassesAhead {

    private static final Logger LOG = LoggerFactory.getLogger(ClassesAhead.class);

    /** What GraalVM sets when it makes an image, and in one (org.graalvm.nativeimage.ImageInfo). */
    private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

    /** The answer is there before it is asked for. */
    private static final String ANY_DIGEST = "0".repeat(64);

    private ClassesAhead() {}

    /**
     * Begins with what a check by digests needs.
     *
     * @param database what kind of database is going to be checked
     */
    public static void ofDigests(Database database) {
        begin(new RehearsedContract(ANY_DIGEST), database, "digests");
    }

    /**
     * Begins with what reading a catalog and comparing it need.
     *
     * @param database what kind of database is going to be checked
     */
    public static void ofComparing(Database database) {
        begin(new RehearsedContract(""), database, "catalog");
    }

    /** Without a processor to spare it would only be in the way, and a native image has nothing to load. */
    private static boolean isOfUse() {
        return Runtime.getRuntime().availableProcessors() > 1 && System.getProperty(NATIVE_IMAGE) == null;
    }

    private static void begin(RehearsedContract contract, Database database, String statement) {
        if (isOfUse()) {
            Thread loader = new Thread(() -> load(contract, database, statement), "schema-guard-loader");
            loader.setDaemon(true);
            loader.start();
        }
    }

    private static void load(RehearsedContract contract, Database database, String statement) {
        try {
            List<RecordedRow> rows = RecordedRow.all(database.name(), statement);
            if (!rows.isEmpty()) {
                boolean failed = rehearsed(contract, database, rows).failed();
                LOG.debug("went through a check without a database, which {}", failed ? "failed" : "passed");
            }
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, the check itself says it.
            LOG.debug("a check without a database came to no end", LoggedFailure.of(e));
        }
    }

    static DriftReport rehearsed(RehearsedContract contract, Database database, List<RecordedRow> rows) {
        Connection connection = StandInConnection.to(database, RehearsedContract.VERSION, rows);
        return check(contract).run(connection).report();
    }

    static Check check(RehearsedContract contract) {
        List<Expectation> expectations = List.of(new Expectation(contract, Optional.empty()));
        return new Check(expectations, List.of(), List.of(), Policy.DEFAULT, InspectionScope.EVERYTHING, false);
    }
}
