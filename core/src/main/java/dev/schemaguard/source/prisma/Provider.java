package dev.schemaguard.source.prisma;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of database as Prisma has it: how its client and its migrations write there (Prisma's reference, "Model field scalar types"
 * and the page of each connector).
 */
enum Provider {
    POSTGRESQL(
            Set.of("postgresql", "postgres"),
            Set.of("postgresql"),
            Map.of(
                    "Float", "double precision",
                    "Decimal", "decimal(65,30)",
                    "String", "text",
                    "DateTime", "timestamp(3)",
                    "Bytes", "bytea",
                    "Json", "jsonb"),
            Map.of("DoublePrecision", "double precision"),
            Set.of(
                    "SmallInt",
                    "Integer",
                    "BigInt",
                    "Decimal",
                    "Money",
                    "Inet",
                    "Oid",
                    "Citext",
                    "Real",
                    "VarChar",
                    "Char",
                    "Text",
                    "ByteA",
                    "Timestamp",
                    "Timestamptz",
                    "Date",
                    "Time",
                    "Timetz",
                    "Boolean",
                    "Bit",
                    "VarBit",
                    "Uuid",
                    "Xml",
                    "Json",
                    "JsonB")),
    MYSQL(
            Set.of("mysql"),
            Set.of("mysql", "mariadb"),
            Map.of(
                    "Float", "double",
                    "Decimal", "decimal(65,30)",
                    "String", "varchar(191)",
                    "DateTime", "datetime(3)",
                    "Bytes", "longblob",
                    "Json", "json"),
            Map.of(
                    "UnsignedInt", "int unsigned",
                    "UnsignedSmallInt", "smallint unsigned",
                    "UnsignedTinyInt", "tinyint unsigned",
                    "UnsignedMediumInt", "mediumint unsigned",
                    "UnsignedBigInt", "bigint unsigned"),
            Set.of(
                    "Int",
                    "SmallInt",
                    "TinyInt",
                    "MediumInt",
                    "BigInt",
                    "Decimal",
                    "Float",
                    "Double",
                    "Bit",
                    "Char",
                    "VarChar",
                    "Binary",
                    "VarBinary",
                    "TinyBlob",
                    "Blob",
                    "MediumBlob",
                    "LongBlob",
                    "TinyText",
                    "Text",
                    "MediumText",
                    "LongText",
                    "Date",
                    "Time",
                    "DateTime",
                    "Timestamp",
                    "Year",
                    "Json")),
    SQLITE(
            Set.of("sqlite"),
            Set.of("sqlite"),
            Map.of(
                    "Float", "real",
                    "Decimal", "decimal",
                    "String", "text",
                    "DateTime", "datetime",
                    "Bytes", "blob",
                    "Json", "jsonb"),
            Map.of(),
            Set.of());

    /** The types of Prisma's own that a field may have. */
    private static final Map<String, String> EVERYWHERE =
            Map.of("Int", "integer", "BigInt", "bigint", "Boolean", "boolean");

    private final Set<String> names;
    private final Set<String> databases;
    private final Map<String, String> scalars;
    private final Map<String, String> renamed;
    private final Set<String> plain;

    Provider(
            Set<String> names,
            Set<String> databases,
            Map<String, String> scalars,
            Map<String, String> renamed,
            Set<String> plain) {
        this.names = names;
        this.databases = databases;
        this.scalars = scalars;
        this.renamed = renamed;
        this.plain = plain;
    }

    /** The provider that a datasource calls so; empty where it is none that is read. */
    static Optional<Provider> named(String name) {
        for (Provider provider : values()) {
            if (provider.names.contains(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    /** Those that are read, by the names that a datasource has for them, for people. */
    static String all() {
        return Stream.of(values())
                .flatMap(provider -> provider.names.stream().sorted())
                .collect(Collectors.joining(", "));
    }

    /** Whether a field of that type holds values, rather than leading to another model. */
    static boolean isScalar(String type) {
        return EVERYWHERE.containsKey(type) || POSTGRESQL.scalars.containsKey(type);
    }

    /** Whether its client speaks to that kind of database. */
    boolean isFor(String database) {
        return databases.contains(database);
    }

    /** The kinds of database that its client speaks to, for people. */
    String databases() {
        return databases.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
    }

    /** The type that it makes of a field of one of Prisma's own types, in SQL. */
    String scalar(String type) {
        return scalars.getOrDefault(type, EVERYWHERE.getOrDefault(type, ""));
    }

    /** The type that a native one stands for, in SQL without arguments; empty where there is no such. */
    Optional<String> nativeType(String name) {
        return plain.contains(name)
                ? Optional.of(name.toLowerCase(Locale.ROOT))
                : Optional.ofNullable(renamed.get(name));
    }

    /** Whether an enum is a type by itself. */
    boolean hasEnumTypes() {
        return this == POSTGRESQL;
    }

    /** Whether it lists the labels in the type of each column. */
    boolean listsLabels() {
        return this == MYSQL;
    }

    /** Whether it has lists of values in a column. */
    boolean hasLists() {
        return this == POSTGRESQL;
    }

    /** Whether the method of an index is told and means something: elsewhere it is what the engine has. */
    boolean hasIndexMethods() {
        return this == POSTGRESQL;
    }
}
