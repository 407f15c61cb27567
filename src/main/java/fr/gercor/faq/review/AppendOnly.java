package fr.gercor.faq.review;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the database itself refuse to change or delete a line of the audit log. H2 calls it; PostgreSQL has a function of its own. */
public final class AppendOnly implements Trigger {

    private static final String REFUSED = "23514";

    /** Puts the refusal into the database, unless it is there. The one thing that the two don't say alike. */
    static void guard(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        if (isPostgres(database)) {
            jdbc.sql("""
                            create or replace function audit_event_stays() returns trigger language plpgsql as
                            $$ begin raise exception 'audit_event is append-only' using errcode = '23514'; end $$""").update();
            jdbc.sql("""
                            create or replace trigger audit_event_stays before update or delete or truncate on audit_event
                            for each statement execute function audit_event_stays()""").update();
        } else {
            jdbc.sql(
                            "create trigger if not exists audit_event_stays before update, delete on audit_event for each row call \""
                                    + AppendOnly.class.getName() + "\"")
                    .update();
        }
    }

    private static boolean isPostgres(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be asked what it is", e);
        }
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] oldRow, @Nullable Object @Nullable [] newRow)
            throws SQLException {
        throw new SQLException("audit_event is append-only", REFUSED);
    }
}
