package dev.schemaguard.embedded;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real servers of MySQL's family for tests, one of each kind per JVM: started when first needed and stopped with the JVM, and a
 * fresh database for each call. Users belong to the server, so each call for one gives another.
 *
 * <p>Their binaries (Linux on x86-64) and drivers are there with {@code -Pdatabases} only, so who uses them is tagged {@code
 * databases}.
 */
public enum TestMysql {
    /** MySQL 8.0.31. */
    MYSQL(new MysqlBinaries("mysql-8.0.31", "org/kill-bill")),
    /** MariaDB 11.4.5, or what the build says. */
    MARIADB(new MariadbBinaries()),
    /** MySQL 8.0.15, the last that reads a CHECK and forgets it (manual, 13.1.20.6). */
    MYSQL_8_0_15(new MysqlBinaries("mysql-8.0.15", "com/facebook")),
    /** The same as the first, with names of tables in lower case, as on Windows (manual, 9.2.3). */
    MYSQL_FOLDED(new MysqlBinaries("mysql-8.0.31-folded", "org/kill-bill", "--lower-case-table-names=1")),
    /** The same of MariaDB. */
    MARIADB_FOLDED(new MariadbBinaries("--lower-case-table-names=1"));

    /** Who may do everything, and needs no password. */
    public static final String SUPERUSER = "root";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final MysqlProcess process;

    TestMysql(ServerBinaries binaries) {
        this.process = new MysqlProcess(binaries);
    }

    /** A new database in which the given statements have run. */
    public MysqlDatabase database(String... statements) {
        MysqlDatabase database = new MysqlDatabase(this, "test_" + COUNTER.incrementAndGet());
        new MysqlDatabase(this, "").execute("create database " + database.name());
        database.execute(statements);
        return database;
    }

    /** The name of a new user who needs no password and may do nothing. */
    public String freshUser() {
        String name = "user_" + COUNTER.incrementAndGet();
        new MysqlDatabase(this, "").execute("create user " + name + "@'127.0.0.1' identified by ''");
        return name;
    }

    /** The port of loopback that the server listens on. */
    public int port() {
        return process.port();
    }

    /** The driver that its vendor gives. */
    public MysqlDriver driver() {
        return this == MARIADB || this == MARIADB_FOLDED ? MysqlDriver.MARIADB : MysqlDriver.CONNECTOR_J;
    }
}
