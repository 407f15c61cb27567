package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.review.Insights.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each page and each intent is good for: how often it answers, what readers think of it, how fresh it is. */
public final class ContentUse {

    /** A page is to be read again so many days before its date has passed. */
    private static final int NEAR_DAYS = 60;

    private static final int UNMET_SHOWN = 50;

    private final JdbcClient jdbc;
    private final QuestionLog log;
    private final Engines engines;
    private final Clock clock;

    ContentUse(JdbcClient jdbc, QuestionLog log, Engines engines, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.engines = engines;
        this.clock = clock;
    }

    /** How near a page's review is. */
    public enum Freshness {
        PAST,
        NEAR,
        FRESH
    }

    /**
     * How often something answered, and what was thought of it.
     *
     * @param up thumbs of patients
     * @param down thumbs of patients
     * @param unsure answers that said so themselves
     * @param right judgements of readers
     * @param wrong judgements of readers: another page would have been right
     */
    public record Use(long answers, long up, long down, long unsure, long right, long wrong) {

        static final Use NONE = new Use(0, 0, 0, 0, 0, 0);

        Use and(Use more) {
            return new Use(
                    answers + more.answers,
                    up + more.up,
                    down + more.down,
                    unsure + more.unsure,
                    right + more.right,
                    wrong + more.wrong);
        }
    }

    /** A page with its use. */
    public record PageUse(Page page, Freshness freshness, Use use) {}

    /** An intent with its use. */
    public record IntentUse(Intent intent, Use use) {}

    private record Row(String page, String intent, Use use) {}

    /** Every page; those to be read again first, then the most used. */
    public List<PageUse> pages(Period period) {
        Map<String, Use> uses = rows(period).stream().collect(Collectors.toMap(Row::page, Row::use, Use::and));
        return engines.current().content().pages().stream()
                .map(page -> new PageUse(page, freshness(page), uses.getOrDefault(page.id(), Use.NONE)))
                .sorted(Comparator.comparing((PageUse each) -> each.freshness())
                        .thenComparing(each -> -each.use().answers())
                        .thenComparing(each -> each.page().id()))
                .toList();
    }

    public Optional<PageUse> page(String id, Period period) {
        return pages(period).stream()
                .filter(each -> each.page().id().equals(id))
                .findFirst();
    }

    /** The intents of a page. */
    public List<IntentUse> intents(String page, Period period) {
        Engine engine = engines.current();
        Map<String, Use> uses = rows(period).stream().collect(Collectors.toMap(Row::intent, Row::use, Use::and));
        return engine.catalogue().intents().stream()
                .filter(intent -> intent.page().equals(page))
                .map(intent -> new IntentUse(intent, uses.getOrDefault(intent.id(), Use.NONE)))
                .sorted(Comparator.comparingLong(each -> -each.use().answers()))
                .toList();
    }

    /** What is asked on a page that it doesn't answer, as far as its confidence and its readers tell. */
    public List<AskedQuestion> unmet(String page, Period period) {
        return log.unmet(page, period.begin(), UNMET_SHOWN);
    }

    private Freshness freshness(Page page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Insights.PARIS);
        if (page.validUntil().isBefore(today)) {
            return Freshness.PAST;
        }
        return page.validUntil().isBefore(today.plusDays(NEAR_DAYS)) ? Freshness.NEAR : Freshness.FRESH;
    }

    private List<Row> rows(Period period) {
        List<Row> rows = new ArrayList<>(sums("""
                        select page, intent, count(*) total,
                            sum(case when vote = 'up' then 1 else 0 end) ups,
                            sum(case when vote = 'down' then 1 else 0 end) downs,
                            sum(case when confidence < :unsure then 1 else 0 end) unsure, 0 rights, 0 wrongs
                        from turn where at >= :from and at < :to and page is not null
                        group by page, intent""", period));
        rows.addAll(sums("""
                        select page, intent, 0 total, 0 ups, 0 downs, 0 unsure,
                            sum(case when verdict = 'right' then 1 else 0 end) rights,
                            sum(case when verdict = 'wrong_page' then 1 else 0 end) wrongs
                        from judgement join turn on turn.ref = judgement.ref
                        where turn.at >= :from and turn.at < :to and page is not null
                        group by page, intent""", period));
        return rows;
    }

    private List<Row> sums(String sql, Period period) {
        return jdbc.sql(sql)
                .param("unsure", QuestionLog.UNSURE)
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query((row, number) -> new Row(
                        row.getString("page"),
                        MendStore.text(row, "intent").orElse(""),
                        new Use(
                                row.getLong("total"),
                                row.getLong("ups"),
                                row.getLong("downs"),
                                row.getLong("unsure"),
                                row.getLong("rights"),
                                row.getLong("wrongs"))))
                .list();
    }
}
