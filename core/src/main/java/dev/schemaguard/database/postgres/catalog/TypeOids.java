package dev.schemaguard.database.postgres.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * The types that PostgreSQL brings along, by the numbers that are the same in every server ({@code pg_type.dat}), so that no
 * query need ask for their names.
 */
final class TypeOids {

    /** Number of the type, number of its array, name as {@code format_type} prints it. */
    private static final String TABLE = """
            16 1000 boolean
            17 1001 bytea
            18 1002 "char"
            19 1003 name
            20 1016 bigint
            21 1005 smallint
            22 1006 int2vector
            23 1007 integer
            24 1008 regproc
            25 1009 text
            26 1028 oid
            27 1010 tid
            28 1011 xid
            29 1012 cid
            30 1013 oidvector
            114 199 json
            142 143 xml
            194 0 pg_node_tree
            600 1017 point
            601 1018 lseg
            602 1019 path
            603 1020 box
            604 1027 polygon
            628 629 line
            650 651 cidr
            700 1021 real
            701 1022 double precision
            718 719 circle
            774 775 macaddr8
            790 791 money
            829 1040 macaddr
            869 1041 inet
            1033 1034 aclitem
            1042 1014 character
            1043 1015 character varying
            1082 1182 date
            1083 1183 time without time zone
            1114 1115 timestamp without time zone
            1184 1185 timestamp with time zone
            1186 1187 interval
            1266 1270 time with time zone
            1560 1561 bit
            1562 1563 bit varying
            1700 1231 numeric
            1790 2201 refcursor
            2202 2207 regprocedure
            2203 2208 regoper
            2204 2209 regoperator
            2205 2210 regclass
            2206 2211 regtype
            2950 2951 uuid
            2970 2949 txid_snapshot
            3220 3221 pg_lsn
            3361 0 pg_ndistinct
            3402 0 pg_dependencies
            3614 3643 tsvector
            3615 3645 tsquery
            3642 3644 gtsvector
            3734 3735 regconfig
            3769 3770 regdictionary
            3802 3807 jsonb
            3904 3905 int4range
            3906 3907 numrange
            3908 3909 tsrange
            3910 3911 tstzrange
            3912 3913 daterange
            3926 3927 int8range
            4072 4073 jsonpath
            4089 4090 regnamespace
            4096 4097 regrole
            4191 4192 regcollation
            4451 6150 int4multirange
            4532 6151 nummultirange
            4533 6152 tsmultirange
            4534 6153 tstzmultirange
            4535 6155 datemultirange
            4536 6157 int8multirange
            4600 0 pg_brin_bloom_summary
            4601 0 pg_brin_minmax_multi_summary
            5017 0 pg_mcv_list
            5038 5039 pg_snapshot
            5069 271 xid8
            """;

    private static final int BPCHAR = 1042;
    private static final int VARCHAR = 1043;
    private static final int TIME = 1083;
    private static final int TIMESTAMP = 1114;
    private static final int TIMESTAMPTZ = 1184;
    private static final int INTERVAL = 1186;
    private static final int TIMETZ = 1266;
    private static final int BIT = 1560;
    private static final int VARBIT = 1562;
    private static final int NUMERIC = 1700;

    private static final Map<Long, String> NAMES = new HashMap<>();
    private static final Map<Long, Long> ELEMENTS = new HashMap<>();

    static {
        // By the places of the blanks, for every start reads it: a lambda, and a list for each line, are saved.
        for (int line = 0; line < TABLE.length(); line = TABLE.indexOf('\n', line) + 1) {
            int array = TABLE.indexOf(' ', line) + 1;
            int name = TABLE.indexOf(' ', array) + 1;
            long oid = Long.parseLong(TABLE, line, array - 1, 10);
            NAMES.put(oid, TABLE.substring(name, TABLE.indexOf('\n', name)));
            ELEMENTS.put(Long.parseLong(TABLE, array, name - 1, 10), oid);
        }
    }

    private TypeOids() {}

    /** Whether the type or its element is built in. */
    static boolean contains(long oid) {
        return NAMES.containsKey(oid) || ELEMENTS.containsKey(oid);
    }

    /** The type in SQL, as {@code format_type} prints it. */
    static String format(long oid, int modifier) {
        Long element = ELEMENTS.get(oid);
        return element == null ? formatElement(oid, modifier) : formatElement(element, modifier) + "[]";
    }

    private static String formatElement(long oid, int modifier) {
        String name = NAMES.getOrDefault(oid, "???");
        if (modifier < 0) {
            // Without a length the types that SQL calls char and bit are others than char(1) and bit(1).
            return oid == BPCHAR ? "bpchar" : oid == BIT ? "\"bit\"" : name;
        }
        return switch ((int) oid) {
            // The four bytes that a length word takes are counted in (src/include/c.h, VARHDRSZ).
            case BPCHAR, VARCHAR -> name + "(" + (modifier - 4) + ")";
            case BIT, VARBIT -> name + "(" + modifier + ")";
            case NUMERIC -> name + numeric(modifier - 4);
            case TIME, TIMESTAMP, TIMETZ, TIMESTAMPTZ -> name.replaceFirst(" ", "(" + modifier + ") ");
            case INTERVAL -> name + IntervalModifier.format(modifier);
            default -> name;
        };
    }

    /** Precision in the upper half, scale in eleven bits with a sign, which PostgreSQL 15 allows to be negative. */
    private static String numeric(int modifier) {
        int scale = ((modifier & 0x7ff) ^ 1024) - 1024;
        return "(" + (modifier >> 16 & 0xffff) + "," + scale + ")";
    }
}
