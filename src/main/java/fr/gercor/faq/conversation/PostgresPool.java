package fr.gercor.faq.conversation;

import com.zaxxer.hikari.HikariDataSource;

/** What a pool on PostgreSQL needs beside its address. */
final class PostgresPool {

    private static final String POSTGRES = "jdbc:postgresql:";

    private PostgresPool() {}

    static boolean is(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(POSTGRES);
    }

    /**
     * Gives a pool that is on PostgreSQL an end to its waiting, commits that outlive the server's process whatever it is set to,
     * and errors without stored values. Must come before its first connection.
     */
    static void prepare(HikariDataSource pool) {
        if (is(pool)) {
            pool.addDataSourceProperty("connectTimeout", "2");
            pool.addDataSourceProperty("socketTimeout", "30");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("options", "-c synchronous_commit=on");
            pool.addDataSourceProperty("logServerErrorDetail", "false");
        }
    }
}
