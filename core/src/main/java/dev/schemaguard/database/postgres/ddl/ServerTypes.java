package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.model.ObjectName;
import java.util.Set;

/** The types that the server brings along, as the dialect spells them (manual, table 8.1 and 8.17). */
final class ServerTypes {

    private static final Set<String> NAMES = Set.of(
            ("smallint integer bigint numeric real money text name bytea varchar bpchar char timestamp timestamptz date time"
                            + " timetz interval boolean point line lseg box path polygon circle cidr inet macaddr macaddr8 bit"
                            + " varbit tsvector tsquery uuid xml json jsonb jsonpath int4range int8range numrange tsrange"
                            + " tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange"
                            + " datemultirange oid regclass regconfig regdictionary regtype pg_lsn xid8")
                    .split(" ", -1));

    private ServerTypes() {}

    /** Whether a type is none that a script has made. */
    static boolean has(ObjectName type) {
        return !type.isQualified()
                && (NAMES.contains(type.name()) || type.name().indexOf(' ') >= 0);
    }
}
