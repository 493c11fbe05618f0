package dev.schemaguard.inspect;

import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.util.Optional;

/** Says why no connection was to be had, in words that tell "not there" from "not allowed". */
public final class ConnectionFailure {

    private ConnectionFailure() {}

    /**
     * Why there is no connection, for people and as a reason.
     *
     * @param failure what a driver, a pool or a framework threw
     * @param failures what the failures of the database mean
     */
    public static InspectionException translate(Exception failure, Failures failures) {
        Optional<SQLException> cause = Causes.ofDatabase(failure);
        String words = Secrets.said(cause.isPresent() ? cause.get() : failure);
        if (cause.map(failures::of).filter(FailureKind.NO_SUCH_DATABASE::equals).isPresent()) {
            return new InspectionException(
                    Reason.UNREACHABLE,
                    "the database does not exist (" + words + "); check the name at the end of the URL",
                    failure);
        }
        return Causes.kind(failure, failures).isRefusal()
                ? new InspectionException(
                        Reason.NOT_PERMITTED,
                        "the server refused to let the role in (" + words
                                + "); check the user, the password and the server's access rules",
                        failure)
                : new InspectionException(
                        Reason.UNREACHABLE,
                        "no connection to the database (" + words
                                + "); check that the server runs and that host and port are right",
                        failure);
    }
}
