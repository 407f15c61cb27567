package fr.gercor.faq.review;

import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.review.Mend.State;
import fr.gercor.faq.review.Mend.Step;
import fr.gercor.faq.review.Mend.Trial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import tools.jackson.databind.json.JsonMapper;

/** The mends in the database. What may happen only once is one statement that tells whether it did. */
final class MendStore {

    private static final String NO_PREVIEW =
            "preview_asked_at = null, preview_beat = null, preview_done = 0, preview_total = 0, preview = null,"
                    + " preview_failure = null";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MendStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(Colleague author, Additions additions, Instant at) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mend (author, author_name, note, additions, state, created_at, preview_done,
                            preview_total, words_at)
                        values (:author, :name, '', :additions, 'draft', :at, 0, 0, :at)""")
                .param("author", author.id())
                .param("name", author.name())
                .param("additions", json.writeValueAsString(additions))
                .param("at", time(at))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<Mend> find(long id) {
        return jdbc.sql("select * from mend where id = :id")
                .param("id", id)
                .query(this::mend)
                .optional();
    }

    /** All of them, the newest first. */
    List<Mend> all() {
        return jdbc.sql("select * from mend order by id desc").query(this::mend).list();
    }

    /** Those that serve, in the order in which they went live. */
    List<Mend> published() {
        return jdbc.sql("select * from mend where state = 'published' order by published_at, id")
                .query(this::mend)
                .list();
    }

    /** The one that somebody is gathering. */
    Optional<Mend> open(String author) {
        return jdbc.sql("select * from mend where author = :author and state in ('draft', 'previewed')"
                        + " order by id desc fetch first 1 row only")
                .param("author", author)
                .query(this::mend)
                .optional();
    }

    /** Changes what is being gathered, which is a draft again then; false if it went live meanwhile. */
    boolean change(long id, Additions additions) {
        return jdbc.sql("update mend set additions = :additions, state = 'draft', " + NO_PREVIEW
                                + " where id = :id and state in ('draft', 'previewed')")
                        .param("additions", json.writeValueAsString(additions))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean note(long id, String note) {
        return jdbc.sql("update mend set note = :note where id = :id and state in ('draft', 'previewed')")
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Says that a mend holds words as old as that. */
    void wordsSince(long id, Instant asked) {
        jdbc.sql("update mend set words_at = :asked where id = :id and words_at > :asked")
                .param("asked", time(asked))
                .param("id", id)
                .update();
    }

    boolean delete(long id) {
        return jdbc.sql("delete from mend where id = :id and state in ('draft', 'previewed')")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean askPreview(long id, Instant at) {
        return jdbc.sql("update mend set state = 'draft', " + NO_PREVIEW.replace("asked_at = null", "asked_at = :at")
                                + " where id = :id and state in ('draft', 'previewed')")
                        .param("at", time(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Takes the preview that has waited longest, unless another node is at one: training two at once would slow what patients ask.
     *
     * @param stale a node that has not said so since is no more
     */
    Optional<Mend> claim(Instant now, Instant stale) {
        String waiting = " state = 'draft' and preview_asked_at is not null and preview is null"
                + " and preview_failure is null and (preview_beat is null or preview_beat < :stale)"
                + " and not exists (select 1 from mend busy where busy.state = 'draft' and busy.preview_beat >= :stale"
                + " and busy.preview is null and busy.preview_failure is null)";
        Optional<Long> id = jdbc.sql(
                        "select id from mend where" + waiting + " order by preview_asked_at fetch first 1 row only")
                .param("stale", time(stale))
                .query(Long.class)
                .optional();
        return id.filter(each -> jdbc.sql("update mend set preview_beat = :now where id = :id and" + waiting)
                                .param("now", time(now))
                                .param("id", each)
                                .param("stale", time(stale))
                                .update()
                        == 1)
                .flatMap(this::find);
    }

    /** Says how far a preview has come; false if nobody waits for it any more. */
    boolean beat(long id, Instant asked, int done, int total, Instant now) {
        return jdbc.sql("update mend set preview_beat = :now, preview_done = :done, preview_total = :total"
                                + " where id = :id and state = 'draft' and preview_asked_at = :asked")
                        .param("now", time(now))
                        .param("done", done)
                        .param("total", total)
                        .param("id", id)
                        .param("asked", time(asked))
                        .update()
                == 1;
    }

    /** Takes back what was asked for and is not known yet. */
    void cancelPreview(long id) {
        jdbc.sql("update mend set " + NO_PREVIEW + " where id = :id and state = 'draft' and preview is null")
                .param("id", id)
                .update();
    }

    /** Keeps what a preview found, unless the mend was changed or asked for again meanwhile. */
    void previewed(long id, Instant asked, Preview preview) {
        jdbc.sql("update mend set preview = :preview, state = 'previewed' where id = :id and state = 'draft'"
                        + " and preview_asked_at = :asked")
                .param("preview", json.writeValueAsString(preview))
                .param("id", id)
                .param("asked", time(asked))
                .update();
    }

    void failed(long id, Instant asked, String failure) {
        jdbc.sql("update mend set preview_failure = :failure where id = :id and state = 'draft'"
                        + " and preview_asked_at = :asked")
                .param("failure", failure.substring(0, Math.min(2_000, failure.length())))
                .param("id", id)
                .param("asked", time(asked))
                .update();
    }

    boolean publish(long id, String by, Instant at) {
        return jdbc.sql("update mend set state = 'published', published_at = :at, published_by = :by"
                                + " where id = :id and state = 'previewed'")
                        .param("at", time(at))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean undo(long id, String by, Instant at) {
        return jdbc.sql("update mend set state = 'undone', undone_at = :at, undone_by = :by"
                                + " where id = :id and state = 'published'")
                        .param("at", time(at))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    private Mend mend(ResultSet row, int number) throws SQLException {
        return new Mend(
                row.getLong("id"),
                new Colleague(
                        text(row, "author").orElseThrow(),
                        text(row, "author_name").orElseThrow()),
                text(row, "note").orElse(""),
                json.readValue(text(row, "additions").orElseThrow(), Additions.class),
                State.valueOf(text(row, "state").orElseThrow().toUpperCase(Locale.ROOT)),
                instant(row, "created_at").orElseThrow(),
                trial(row),
                step(row, "published"),
                step(row, "undone"));
    }

    private Optional<Trial> trial(ResultSet row) throws SQLException {
        Optional<Instant> asked = instant(row, "preview_asked_at");
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Trial(
                asked.get(),
                row.getInt("preview_done"),
                row.getInt("preview_total"),
                text(row, "preview").map(preview -> json.readValue(preview, Preview.class)),
                text(row, "preview_failure")));
    }

    private static Optional<Step> step(ResultSet row, String what) throws SQLException {
        Optional<Instant> at = instant(row, what + "_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(at.get(), text(row, what + "_by").orElse("")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** PostgreSQL's driver knows no {@link Instant}, and databases keep microseconds. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
