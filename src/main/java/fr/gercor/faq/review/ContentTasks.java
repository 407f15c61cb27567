package fr.gercor.faq.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked and has to be written, each with its owner. */
public final class ContentTasks {

    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_OWNER = 200;

    private final JdbcClient jdbc;
    private final CopiedWords words;
    private final Clock clock;

    ContentTasks(JdbcClient jdbc, CopiedWords words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    /** Those that are open first, then the newest. */
    public List<ContentTask> all() {
        return jdbc.sql("""
                        select * from content_task
                        order by case when state in ('open', 'doing') then 0 else 1 end, id desc
                        fetch first 500 rows only""").query(ContentTasks::task).list();
    }

    /** @param page where it belongs; empty while that is open */
    public void add(String question, String page, String owner, Colleague author) {
        jdbc.sql("""
                        insert into content_task (question, page, owner, state, author, author_name, created_at,
                            changed_at, words_at)
                        values (:question, :page, :owner, 'open', :author, :name, :at, :at, :words)""")
                .param("words", MendStore.time(words.since(List.of(question))))
                .param("question", cut(question, LONGEST_QUESTION))
                .param("page", page.isBlank() ? null : cut(page, LONGEST_OWNER))
                .param("owner", cut(owner, LONGEST_OWNER))
                .param("author", author.id())
                .param("name", author.name())
                .param("at", MendStore.time(clock.instant()))
                .update();
    }

    /** @return false if there is no such task */
    public boolean change(long id, ContentTask.State state, String owner) {
        return jdbc.sql("update content_task set state = :state, owner = :owner, changed_at = :at where id = :id")
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("owner", cut(owner, LONGEST_OWNER))
                        .param("at", MendStore.time(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String cut(String text, int most) {
        String plain = text.strip();
        return plain.substring(0, Math.min(most, plain.length()));
    }

    private static ContentTask task(ResultSet row, int number) throws SQLException {
        return new ContentTask(
                row.getLong("id"),
                MendStore.text(row, "question").orElseThrow(),
                MendStore.text(row, "page"),
                MendStore.text(row, "owner").orElseThrow(),
                ContentTask.State.valueOf(
                        MendStore.text(row, "state").orElseThrow().toUpperCase(Locale.ROOT)),
                new Colleague(
                        MendStore.text(row, "author").orElseThrow(),
                        MendStore.text(row, "author_name").orElseThrow()),
                MendStore.instant(row, "created_at").orElseThrow());
    }
}
