package dev.schemaguard.database.postgres.ddl;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the server prints a literal of a type: for most as it was written, for some as it understood it. */
final class LiteralSpelling {

    private static final Pattern WHOLE = Pattern.compile("'(0|-?[1-9]\\d*)'");

    /** For each type the texts that come back as they were written. */
    private static final Map<String, Pattern> KEPT = Map.ofEntries(
            Map.entry("smallint", WHOLE),
            Map.entry("integer", WHOLE),
            Map.entry("bigint", WHOLE),
            Map.entry("real", Pattern.compile("'(0|-?[1-9]\\d{0,5})(\\.\\d{0,4}[1-9])?'")),
            Map.entry("double precision", Pattern.compile("'(0|-?[1-9]\\d{0,9})(\\.\\d{0,4}[1-9])?'")),
            Map.entry("numeric", Pattern.compile("'(0|-?[1-9]\\d*)(\\.\\d+)?'")),
            Map.entry("jsonb", Pattern.compile("'(\\{}|\\[]|null|true|false|\"\\w*\"|0|-?[1-9]\\d*)'")),
            Map.entry("inet", Pattern.compile("'[1-9]\\d*(\\.(0|[1-9]\\d*)){3}'")),
            Map.entry("cidr", Pattern.compile("'[1-9]\\d*(\\.(0|[1-9]\\d*)){3}/\\d+'")));

    /** Types of which a literal is understood in ways that are not followed here. */
    private static final Set<String> OTHERS = Set.of(
            "money",
            "macaddr",
            "macaddr8",
            "bit",
            "varbit",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsvector",
            "tsquery",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "hstore",
            "oid",
            "pg_lsn",
            "xid");

    private static final Pattern PLAIN = Pattern.compile("'[ -\\[\\]-~&&[^']]*'");
    private static final Pattern HEX = Pattern.compile("'\\\\x([0-9a-fA-F]{2})*'");
    private static final Pattern UUID = Pattern.compile("'[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'");

    private LiteralSpelling() {}

    /** The literal as it comes back; nothing where that is not followed. */
    static Optional<String> of(String literal, String type) {
        if (type.equals("bytea")) {
            return bytes(literal);
        }
        if (type.equals("uuid")) {
            return UUID.matcher(literal).matches() ? Optional.of(literal.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        Pattern kept = KEPT.get(type);
        boolean same =
                kept == null ? !OTHERS.contains(type) : kept.matcher(literal).matches();
        return same ? Optional.of(literal) : Optional.empty();
    }

    private static Optional<String> bytes(String literal) {
        if (HEX.matcher(literal).matches()) {
            return Optional.of(literal.toLowerCase(Locale.ROOT));
        }
        byte[] bytes = literal.substring(1, literal.length() - 1).getBytes(StandardCharsets.US_ASCII);
        return PLAIN.matcher(literal).matches()
                ? Optional.of("'\\x" + HexFormat.of().formatHex(bytes) + "'")
                : Optional.empty();
    }
}
