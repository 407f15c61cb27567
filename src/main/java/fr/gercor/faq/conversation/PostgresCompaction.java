package fr.gercor.faq.conversation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** PostgreSQL rewrites whole tables where they are small; where they are large, it frees the room for what comes and says so. */
final class PostgresCompaction implements Compaction {

    private static final List<String> TABLES = List.of("feedback", "turn", "conversation");

    /** A rewriting in a few seconds, during which the spool takes what is said. */
    private static final long LARGEST = 512L << 20;

    private final DataSource database;

    PostgresCompaction(DataSource database) {
        this.database = database;
    }

    @Override
    public String run() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            long size = 0;
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select pg_total_relation_size('" + table + "')")) {
                    row.next();
                    size += row.getLong(1);
                }
            }
            boolean whole = size <= LARGEST;
            statement.execute("set lock_timeout = '5s'");
            try {
                for (String table : TABLES) {
                    statement.execute("vacuum (" + (whole ? "full, " : "") + "analyze) " + table);
                }
            } finally {
                statement.execute("reset lock_timeout");
            }
            return whole
                    ? "rewritten from " + size + " bytes"
                    : "not rewritten: " + size
                            + " bytes would take too long while the service runs; what was erased is "
                            + "overwritten as new turns come";
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The tables can't be vacuumed", e);
        }
    }
}
