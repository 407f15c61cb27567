package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.key;
import static fr.gercor.faq.review.Rows.text;
import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.review.Agreement.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What readers think of replies, with every change they made to it. */
public final class Reviews {

    /** Characters of a comment that the database holds. */
    public static final int LONGEST_COMMENT = 2_000;

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Supplier<Engine> engines;
    private final UnaryOperator<String> mask;
    private final Clock clock;

    /**
     * @param engines the one in force: it knows the pages
     * @param mask that takes out of a comment what tells who wrote to us
     */
    Reviews(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Supplier<Engine> engines,
            UnaryOperator<String> mask,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.engines = engines;
        this.mask = mask;
        this.clock = clock;
    }

    /**
     * Judges a reply, instead of what the reader thought before.
     *
     * @param ref the number of the turn
     * @return false if the turn is no more
     * @throws IllegalArgumentException if there is no such page, or only a wrong page may have a right one
     */
    public boolean judge(long ref, Reader by, Judgement judgement, State state) {
        judgement.rightPage().ifPresent(page -> {
            if (judgement.verdict() != Verdict.WRONG_PAGE
                    || engines.get().content().page(page).isEmpty()) {
                throw new IllegalArgumentException("No right page: " + page);
            }
        });
        Judgement masked = new Judgement(
                judgement.verdict(),
                judgement.rightPage(),
                judgement.cause(),
                judgement.comment().map(mask).map(Reviews::shortened));
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Long> there = jdbc.sql("select ref from turn where ref = :ref for update")
                    .param("ref", ref)
                    .query(Long.class)
                    .optional();
            there.ifPresent(turn -> write(turn, by, masked, state));
            return there.isPresent();
        }));
    }

    private static String shortened(String comment) {
        return comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT));
    }

    private void write(long ref, Reader by, Judgement judgement, State state) {
        jdbc.sql("delete from judgement where ref = :ref and reviewer = :account")
                .param("ref", ref)
                .param("account", by.id())
                .update();
        written("""
                insert into judgement (ref, reviewer, reviewer_name, verdict, right_page, cause, comment, at)
                values (:ref, :account, :name, :verdict, :page, :cause, :comment, :at)""", ref, by, judgement);
        jdbc.sql("delete from review_state where ref = :ref").param("ref", ref).update();
        jdbc.sql("insert into review_state (ref, state) values (:ref, :state)")
                .param("ref", ref)
                .param("state", key(state))
                .update();
        written("""
                insert into review_change (ref, account, account_name, verdict, right_page, cause, comment, at, state)
                values (:ref, :account, :name, :verdict, :page, :cause, :comment, :at, '%s')""".formatted(key(state)), ref, by, judgement);
    }

    private void written(String sql, long ref, Reader by, Judgement judgement) {
        jdbc.sql(sql)
                .param("ref", ref)
                .param("account", by.id())
                .param("name", by.name().substring(0, Math.min(by.name().length(), LONGEST_NAME)))
                .param("verdict", key(judgement.verdict()))
                .param("page", judgement.rightPage().orElse(null))
                .param("cause", judgement.cause().map(Rows::key).orElse(null))
                .param("comment", judgement.comment().orElse(null))
                .param("at", time(clock.instant()))
                .update();
    }

    /** The reviews of turns as one reader may see them, by the numbers of the turns. */
    public Map<Long, Review> of(List<Long> refs, Reader reader) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Change>> histories =
                jdbc.sql("""
                        select ref, account, account_name, verdict, right_page, cause, comment, state, at
                        from review_change where ref in (:refs) order by id""").param("refs", refs).query((row, number) -> change(row)).list().stream()
                        .collect(Collectors.groupingBy(Change::ref));
        Set<Long> sampled = Set.copyOf(jdbc.sql("select ref from sample where ref in (:refs)")
                .param("refs", refs)
                .query(Rows.REF)
                .list());
        Map<Long, Review> reviews = new HashMap<>();
        for (long ref : refs) {
            reviews.put(ref, review(histories.getOrDefault(ref, List.of()), sampled.contains(ref), reader));
        }
        return reviews;
    }

    private static Review review(List<Change> history, boolean sampled, Reader reader) {
        Optional<Judgement> own = history.reversed().stream()
                .filter(change -> change.by().id().equals(reader.id()))
                .map(Change::judgement)
                .findFirst();
        boolean blind = sampled && own.isEmpty();
        return blind
                ? new Review(Optional.empty(), own, List.of(), true)
                : new Review(history.reversed().stream().map(Change::state).findFirst(), own, history, false);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("ref"),
                new Reader(row.getString("account"), row.getString("account_name")),
                time(row, "at"),
                new Judgement(
                        Rows.value(Verdict.class, row.getString("verdict")),
                        text(row, "right_page"),
                        text(row, "cause").map(cause -> Rows.value(Cause.class, cause)),
                        text(row, "comment")),
                Rows.value(State.class, row.getString("state")));
    }

    /** Everybody who has judged a reply, by name. */
    public List<Reader> reviewers() {
        return jdbc.sql(
                        "select reviewer, max(reviewer_name) as name from judgement group by reviewer order by name, reviewer")
                .query((row, number) -> new Reader(row.getString("reviewer"), row.getString("name")))
                .list();
    }

    /** Sticks a label on a turn, or takes it off where it sticks already; nothing where the turn is no more. */
    public void toggle(long ref, Label label, Reader by) {
        transactions.executeWithoutResult(status -> {
            int taken = jdbc.sql("delete from turn_label where ref = :ref and label = :label")
                    .param("ref", ref)
                    .param("label", label.getId())
                    .update();
            boolean there = jdbc.sql("select count(*) from turn where ref = :ref")
                            .param("ref", ref)
                            .query(Long.class)
                            .single()
                    > 0;
            if (taken == 0 && there) {
                try {
                    jdbc.sql("insert into turn_label (ref, label, account, at) values (:ref, :label, :account, :at)")
                            .param("ref", ref)
                            .param("label", label.getId())
                            .param("account", by.id())
                            .param("at", time(clock.instant()))
                            .update();
                } catch (DuplicateKeyException e) {
                    // A colleague was as fast: it sticks.
                    status.setRollbackOnly();
                }
            }
        });
    }

    private record Vote(long ref, Verdict verdict) {}

    /** How far the first two readers of each of these turns agree. */
    public Agreement agreement(List<Long> refs) {
        if (refs.isEmpty()) {
            return Agreement.of(List.of());
        }
        List<Vote> votes = jdbc.sql(
                        "select ref, verdict from judgement where ref in (:refs) order by ref, at, reviewer")
                .param("refs", refs)
                .query((row, number) ->
                        new Vote(row.getLong("ref"), Rows.value(Verdict.class, row.getString("verdict"))))
                .list();
        Map<Long, List<Verdict>> byTurn = new LinkedHashMap<>();
        votes.forEach(vote ->
                byTurn.computeIfAbsent(vote.ref(), ref -> new ArrayList<>()).add(vote.verdict()));
        return Agreement.of(byTurn.values().stream()
                .filter(verdicts -> verdicts.size() > 1)
                .map(verdicts -> new Pair(verdicts.get(0), verdicts.get(1)))
                .toList());
    }
}
