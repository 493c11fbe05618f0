package dev.schemaguard.database.mysql.server;

/** The two that grew from one. */
public enum Product {
    MYSQL("mysql", "MySQL"),
    MARIADB("mariadb", "MariaDB");

    private final String kind;
    private final String title;

    Product(String kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** The name of the kind in lower case, as snapshots record it. */
    public String kind() {
        return kind;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
