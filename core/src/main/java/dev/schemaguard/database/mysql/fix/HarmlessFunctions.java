package dev.schemaguard.database.mysql.fix;

import java.util.Set;

/**
 * The functions of MySQL and MariaDB that a sync takes in an expression: they compute a value of their arguments, the clock or
 * chance, in little time and memory. None reads a file, a variable or a row, writes, waits, or takes SQL as a text. What stands before
 * the length of a type in a cast is among them.
 */
final class HarmlessFunctions {

    private static final Set<String> NAMES = Set.of(("coalesce ifnull nullif if greatest least isnull cast convert"
                    // types in casts
                    + " char nchar varchar binary decimal datetime time float double signed unsigned"
                    // the clock, chance
                    + " now current_timestamp current_date current_time curdate curtime localtime localtimestamp"
                    + " utc_timestamp utc_date utc_time unix_timestamp from_unixtime rand uuid uuid_to_bin bin_to_uuid"
                    // texts
                    + " lower lcase upper ucase length char_length character_length octet_length bit_length trim ltrim"
                    + " rtrim left right substr substring mid locate position instr replace insert concat concat_ws"
                    + " reverse substring_index ascii hex unhex md5 sha1 sha2 to_base64 from_base64 regexp_like"
                    + " inet_aton inet_ntoa inet6_aton inet6_ntoa is_ipv4 is_ipv6 crc32 field find_in_set strcmp"
                    // numbers
                    + " abs ceil ceiling floor round truncate sign mod pow power sqrt"
                    // times
                    + " date year month day dayofmonth dayofweek dayofyear hour minute second microsecond week"
                    + " quarter extract timestampdiff timestampadd timestamp date_add date_sub adddate subdate datediff"
                    + " date_format str_to_date makedate maketime to_days last_day"
                    // documents
                    + " json_array json_object json_quote json_unquote json_extract json_value json_valid json_type"
                    + " json_length json_contains json_contains_path json_overlaps json_schema_valid")
            .split(" "));

    private HarmlessFunctions() {}

    static boolean contains(String function) {
        return NAMES.contains(function);
    }
}
