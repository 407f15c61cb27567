package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.time;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The lists that a reader comes back to, each under a name. */
public final class SavedViews {

    /** Characters of a name that the database holds. */
    public static final int LONGEST_NAME = 80;

    private static final int LONGEST_QUERY = 2_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A list that is kept.
     *
     * @param name given by the reader
     * @param query of its address
     */
    public record SavedView(String name, String query) {}

    public List<SavedView> of(Reader reader) {
        return jdbc.sql("select name, query from saved_view where account = :account order by name")
                .param("account", reader.id())
                .query((row, number) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    /**
     * Keeps a list, instead of another of that name.
     *
     * @throws IllegalArgumentException if it has no name, or one or the other is too long
     */
    public void save(Reader reader, SavedView view) {
        if (view.name().isBlank()
                || view.name().length() > LONGEST_NAME
                || view.query().length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("A saved view has a name of 1 to " + LONGEST_NAME + " characters");
        }
        transactions.executeWithoutResult(status -> {
            remove(reader, view.name());
            jdbc.sql("insert into saved_view (account, name, query, at) values (:account, :name, :query, :at)")
                    .param("account", reader.id())
                    .param("name", view.name())
                    .param("query", view.query())
                    .param("at", time(clock.instant()))
                    .update();
        });
    }

    public void remove(Reader reader, String name) {
        jdbc.sql("delete from saved_view where account = :account and name = :name")
                .param("account", reader.id())
                .param("name", name)
                .update();
    }
}
