package dev.schemaguard.spring.afterwards;

import dev.schemaguard.database.Databases;
import dev.schemaguard.report.DriftReport;
import java.util.Locale;

/** Tells what is known for sure of the server that a report is about. */
public final class ServerKind {

    private ServerKind() {}

    /** Whether SQL is known to be read as that server runs it. */
    public static boolean isProven(DriftReport report) {
        return report.database()
                .flatMap(database -> Databases.named(database.product().toLowerCase(Locale.ROOT)))
                .filter(database -> database.ddl().isProven())
                .isPresent();
    }
}
