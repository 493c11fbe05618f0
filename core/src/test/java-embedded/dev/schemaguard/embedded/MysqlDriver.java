package dev.schemaguard.embedded;

/** The drivers that speak the protocol of MySQL and MariaDB; each speaks with both servers. */
public enum MysqlDriver {
    CONNECTOR_J("jdbc:mysql:", "?sslMode=DISABLED&allowPublicKeyRetrieval=true"),
    MARIADB("jdbc:mariadb:", "?allowPublicKeyRetrieval=true");

    private final String scheme;
    private final String options;

    MysqlDriver(String scheme, String options) {
        this.scheme = scheme;
        this.options = options;
    }

    String url(int port, String database) {
        return scheme + "//127.0.0.1:" + port + "/" + database + options;
    }
}
