package dev.schemaguard;

import dev.schemaguard.model.Secrets;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.policy.Unverified;
import java.sql.SQLException;
import java.util.Optional;

/** Says why no connection was to be had, in words that tell "not there" from "not allowed". */
public final class Unreachable {

    private static final String NO_SUCH_DATABASE = "3D000";

    private Unreachable() {}

    public static Unverified describe(Exception failure) {
        Optional<SQLException> cause = Diagnosis.databaseFailure(failure);
        String state = cause.map(SQLException::getSQLState).orElse("");
        String words = Secrets.said(cause.isPresent() ? cause.get() : failure);
        if (NO_SUCH_DATABASE.equals(state)) {
            return new Unverified(
                    Code.UNREACHABLE,
                    "the database does not exist (" + words + "); check the name at the end of the URL");
        }
        return switch (Diagnosis.of(failure)) {
            case NOT_PERMITTED ->
                new Unverified(
                        Code.NOT_PERMITTED,
                        "the server refused to let the role in (" + words
                                + "); check the user, the password and the server's access rules");
            default ->
                new Unverified(
                        Code.UNREACHABLE,
                        "no connection to the database (" + words
                                + "); check that the server runs and that host and port are right");
        };
    }
}
