package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.model.ObjectName;
import java.util.Set;

/**
 * The functions of PostgreSQL that a sync takes in an expression: they compute a value of their arguments, the clock or chance,
 * in little time and memory. None reads a file, a setting or another row, writes, waits, or takes SQL as a text. What only looks
 * harmless is left out: {@code repeat} and {@code lpad} use memory without bound, {@code to_jsonb} runs a user's casts.
 */
final class HarmlessFunctions {

    private static final Set<String> NAMES = Set.of(("coalesce nullif greatest least row"
                    // the clock, chance
                    + " now transaction_timestamp statement_timestamp clock_timestamp current_timestamp current_time"
                    + " localtimestamp localtime current_schema random gen_random_uuid uuid_generate_v4 uuidv4 uuidv7"
                    // texts
                    + " lower upper initcap length char_length character_length octet_length bit_length trim btrim ltrim"
                    + " rtrim left right substr substring position strpos replace translate concat concat_ws split_part"
                    + " reverse overlay starts_with ascii chr md5 encode decode to_hex like ilike like_escape"
                    + " similar_to_escape"
                    // numbers
                    + " abs ceil ceiling floor round trunc sign mod div num_nulls num_nonnulls"
                    // times
                    + " date_trunc date_part extract age make_date make_interval timezone to_timestamp to_char to_date"
                    + " isfinite overlaps"
                    // documents, arrays, ranges, searches
                    + " jsonb_build_object jsonb_build_array json_build_object json_build_array jsonb_typeof json_typeof"
                    + " jsonb_array_length json_array_length array_length array_ndims cardinality isempty lower_inc"
                    + " upper_inc lower_inf upper_inf to_tsvector setweight")
            .split(" "));

    private HarmlessFunctions() {}

    static boolean contains(ObjectName function) {
        boolean server = function.schema().isEmpty() || function.schema().equals("pg_catalog");
        return server && (NAMES.contains(function.name()) || BuiltInTypes.contains(function.name()));
    }
}
