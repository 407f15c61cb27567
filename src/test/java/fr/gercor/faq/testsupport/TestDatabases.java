package fr.gercor.faq.testsupport;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases with our migrations, empty, for tests: H2 as it is embedded, and a real PostgreSQL. */
public enum TestDatabases {
    H2 {
        @Override
        HikariDataSource pool() throws IOException {
            return pool(h2Url(Files.createTempDirectory("faq-h2")), "sa");
        }
    },
    POSTGRESQL {
        @Override
        HikariDataSource pool() throws IOException {
            String name = "faq" + Cluster.NEXT.incrementAndGet();
            try (HikariDataSource admin = pool(Cluster.SERVER.getJdbcUrl("postgres", "postgres"), "postgres")) {
                JdbcClient.create(admin).sql("create database " + name).update();
            }
            return pool(Cluster.SERVER.getJdbcUrl("postgres", name), "postgres");
        }
    };

    private static final class Cluster {
        static final AtomicInteger NEXT = new AtomicInteger();
        static final EmbeddedPostgres SERVER = started();

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    abstract HikariDataSource pool() throws IOException;

    /** A database of its own, migrated. */
    public HikariDataSource create() {
        try {
            HikariDataSource pool = pool();
            migrate(pool);
            return pool;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of an H2 file in a folder, as the service opens it. */
    public static String h2Url(Path folder) {
        return "jdbc:h2:async:" + folder.toAbsolutePath().resolve("faq")
                + ";WRITE_DELAY=0;CACHE_SIZE=65536;DB_CLOSE_ON_EXIT=FALSE";
    }

    public static void migrate(HikariDataSource pool) {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    public static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        pool.setMaximumPoolSize(8);
        pool.setConnectionTimeout(1_000);
        return pool;
    }
}
