package dev.schemaguard.database.postgres.fix;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types that servers have by themselves, as far as their names have to be told from those of users: what is in these lists is
 * written as it stands, all else in quotes.
 */
public final class BuiltInTypes {

    /** PostgreSQL's types of several words, and the one that is written in quotes (manual, 8.1, 8.3 and 8.5). */
    private static final Pattern SEVERAL_WORDS = Pattern.compile(
            "\"char\"|double precision|(?:character|bit) varying|(?:time|timestamp) with(?:out)? time zone"
                    + "|interval (?:year|month|day|hour|minute|second|year to month|day to (?:hour|minute|second)"
                    + "|hour to (?:minute|second)|minute to second)");

    /** Of the standard, and MySQL's numbers without a sign. */
    private static final Pattern STANDARD = Pattern.compile(
            "(?i:[a-z_][a-z0-9_]*|double precision|(?:national )?char(?:acter)?(?: varying| large object)?"
                    + "|binary (?:varying|large object)|bit varying|(?:time|timestamp) with(?:out)?(?: local)? time zone"
                    + "|interval (?:year|month|day|hour|minute|second)(?: to (?:month|hour|minute|second))?"
                    + "|(?:tinyint|smallint|mediumint|int|integer|bigint|decimal|double|float)(?: unsigned)?(?: zerofill)?)");

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
    public static boolean isSeveralWords(String name) {
        return SEVERAL_WORDS.matcher(name).matches();
    }

    /** Whether the name reads as a type's where nothing is known of the database. */
    public static boolean isStandard(String name) {
        return STANDARD.matcher(name).matches();
    }

    /** Whether a word names a type of PostgreSQL, so that no cast to it runs a user's code. */
    static boolean isPostgresql(String word) {
        return POSTGRESQL.contains(word);
    }
}
