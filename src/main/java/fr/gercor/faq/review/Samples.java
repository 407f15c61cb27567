package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.time;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Replies drawn at random, week by week, so that what nobody complained of is read too; the same week always draws the same ones. */
public final class Samples {

    /** Read in half an hour a week, and enough to tell nine right in ten from eight within two months. */
    static final int SIZE = 20;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Samples(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The Monday of the last week that is over, as lived in Paris. */
    public LocalDate lastWeek() {
        return monday(LocalDate.ofInstant(clock.instant(), Selection.PARIS)).minusWeeks(1);
    }

    /** The Monday on or before a day. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * The numbers of the turns drawn for a week, in the order in which they are read; drawn the first time that somebody asks.
     *
     * @param monday of a week that is over; none are drawn for a later one
     */
    public List<Long> of(LocalDate monday) {
        List<Long> drawn = drawn(monday);
        if (!drawn.isEmpty() || monday.isAfter(lastWeek())) {
            return drawn;
        }
        try {
            transactions.executeWithoutResult(status -> draw(monday));
        } catch (DuplicateKeyException e) {
            // A colleague asked at the same moment, and drew the same.
            return drawn(monday);
        }
        return drawn(monday);
    }

    private List<Long> drawn(LocalDate monday) {
        return jdbc.sql("select ref from sample where week = :week order by place")
                .param("week", monday)
                .query(Rows.REF)
                .list();
    }

    private void draw(LocalDate monday) {
        List<Long> refs = new ArrayList<>(jdbc.sql("""
                        select ref from turn
                        where at >= :from and at < :until and text is not null
                        and outcome not in ('small_talk', 'professional_answer') order by at, ref""")
                .param("from", time(monday.atStartOfDay(Selection.PARIS).toInstant()))
                .param(
                        "until",
                        time(monday.plusWeeks(1).atStartOfDay(Selection.PARIS).toInstant()))
                .query(Rows.REF)
                .list());
        Collections.shuffle(refs, new Random(monday.toEpochDay()));
        for (int place = 0; place < Math.min(SIZE, refs.size()); place++) {
            jdbc.sql("insert into sample (week, place, ref) values (:week, :place, :ref)")
                    .param("week", monday)
                    .param("place", place)
                    .param("ref", refs.get(place))
                    .update();
        }
    }
}
