package dev.schemaguard.database.postgres.fix;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types that PostgreSQL has by itself, as far as their names have to be told from those of users: what is in these lists is
 * written as it stands, all else in quotes.
 */
final class BuiltInTypes {

    /** PostgreSQL's types of several words, and the one that is written in quotes (manual, 8.1, 8.3 and 8.5). */
    private static final Pattern SEVERAL_WORDS = Pattern.compile(
            "\"char\"|double precision|(?:character|bit) varying|(?:time|timestamp) with(?:out)? time zone"
                    + "|interval (?:year|month|day|hour|minute|second|year to month|day to (?:hour|minute|second)"
                    + "|hour to (?:minute|second)|minute to second)");

    /** PostgreSQL's types of one word, under all their names (manual, table 8.1, and the catalog's own names). */
    private static final Set<String> POSTGRESQL =
            Set.of(("smallint integer bigint int int2 int4 int8 decimal dec numeric real"
                            + " float float4 float8 money char character nchar varchar bpchar text name bytea timestamp timestamptz date"
                            + " time timetz interval boolean bool point line lseg box path polygon circle cidr inet macaddr macaddr8"
                            + " bit varbit tsvector tsquery uuid xml json jsonb jsonpath int4range int8range numrange tsrange"
                            + " tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange"
                            + " datemultirange oid regclass regconfig regdictionary regtype")
                    .split(" "));

    private BuiltInTypes() {}

    /** Whether the name, written as it stands, is PostgreSQL's for a type of several words or in quotes. */
    static boolean isSeveralWords(String name) {
        return SEVERAL_WORDS.matcher(name).matches();
    }

    /** Whether a word names a type of PostgreSQL, so that no cast to it runs a user's code. */
    static boolean contains(String word) {
        return POSTGRESQL.contains(word);
    }
}
