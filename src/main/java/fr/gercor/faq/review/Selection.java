package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.question.SearchWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statement that finds the numbers of the newest turns of a filter. One filter leads: its index gives turns newest first, so that a
 * page is read and no more, however many turns there are; the others are looked at turn by turn.
 */
final class Selection {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final String from;
    private final String lead;
    private final String time;

    /**
     * @param words of the filter, the rarest first
     * @param rules the ids of the rules that speak with the filter's voice
     */
    Selection(Filter filter, List<String> words, Collection<String> rules, Optional<Place> before) {
        Map<String, Object> equal = new LinkedHashMap<>();
        filter.feedback().ifPresent(value -> equal.put("vote", value));
        filter.intent().ifPresent(value -> equal.put("intent", value));
        filter.page().ifPresent(value -> equal.put("page", value));
        filter.lang().filter(value -> !value.equals("fr")).ifPresent(value -> equal.put("lang", value));
        filter.outcome().ifPresent(value -> equal.put("outcome", value));
        boolean byWord = !words.isEmpty();
        Optional<String> leading =
                byWord ? Optional.empty() : equal.keySet().stream().findFirst();
        from = byWord ? "turn_word w join turn t on t.ref = w.ref" : "turn t";
        time = byWord ? "w" : "t";
        lead = byWord
                ? "w.word desc, "
                : leading.map(column -> "t." + column + " desc, ").orElse("");
        if (byWord) {
            where("w.word = :word", "word", words.getFirst());
        }
        for (int i = 1; i < words.size(); i++) {
            where(
                    "exists (select 1 from turn_word x where x.ref = w.ref and x.word = :word" + i + ")",
                    "word" + i,
                    words.get(i));
        }
        equal.forEach((column, value) -> where(
                leading.filter(column::equals).isPresent()
                        ? "t." + column + " = :" + column
                        // No index fits this: the planner must keep to the one that leads.
                        : "coalesce(t." + column + ", '') = :" + column,
                column,
                value));
        filter.lang().filter("fr"::equals).ifPresent(value -> where("coalesce(t.lang, '') = :lang", "lang", value));
        days(filter.from(), filter.to());
        filter.confidenceFrom().ifPresent(value -> where("t.confidence >= :least", "least", value));
        filter.confidenceTo().ifPresent(value -> where("t.confidence <= :most", "most", value));
        filter.voice().ifPresent(voice -> where("t.rule in (:rules)", "rules", rules.isEmpty() ? List.of("") : rules));
        filter.label()
                .ifPresent(value ->
                        where("t.ref in (select ref from turn_label where label = :label)", "label", value.getId()));
        filter.reviewer()
                .ifPresent(value ->
                        where("t.ref in (select ref from judgement where reviewer = :reviewer)", "reviewer", value));
        filter.state()
                .ifPresent(value -> where(
                        "t.ref in (select ref from review_state where state = :state)", "state", Rows.key(value)));
        if (filter.unreviewed()) {
            conditions.add("not exists (select 1 from judgement j where j.ref = t.ref)");
        }
        before.ifPresent(place -> {
            where(time + ".at <= :placeAt", "placeAt", time(place.at()));
            where("(" + time + ".at < :placeAt or " + time + ".ref < :placeRef)", "placeRef", place.ref());
        });
    }

    /** The words of a filter's search, folded and stemmed. */
    static List<String> words(Filter filter) {
        return List.copyOf(SearchWords.of(filter.words()));
    }

    private void days(Optional<LocalDate> first, Optional<LocalDate> last) {
        first.ifPresent(day -> where(
                time + ".at >= :from", "from", time(day.atStartOfDay(PARIS).toInstant())));
        last.ifPresent(day -> where(
                time + ".at < :until",
                "until",
                time(day.plusDays(1).atStartOfDay(PARIS).toInstant())));
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** The statement for so many numbers, newest first. */
    String sql(int most) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select " + time + ".ref from " + from + where + " order by " + lead + time + ".at desc, " + time
                + ".ref desc fetch first " + most + " rows only";
    }

    Map<String, Object> values() {
        return values;
    }
}
