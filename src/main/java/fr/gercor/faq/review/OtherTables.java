package fr.gercor.faq.review;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which tables of other modules this database has. */
final class OtherTables {

    private final JdbcClient jdbc;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    OtherTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String table) {
        if (known.contains(table)) {
            return true;
        }
        boolean there = jdbc.sql("select count(*) from information_schema.tables where lower(table_name) = :table")
                        .param("table", table)
                        .query(Long.class)
                        .single()
                > 0;
        if (there) {
            known.add(table);
        }
        return there;
    }
}
