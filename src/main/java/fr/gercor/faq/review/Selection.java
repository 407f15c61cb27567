package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.question.SearchWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statement that finds the numbers of the newest turns of a filter. One condition leads: its index gives turns newest first, or so
 * few that they are sorted; the others are looked at turn by turn, in that same index. Whoever makes a selection counts which of the
 * {@link #leads} leaves the fewest turns: two conditions that are both common but seldom met together are found through the rarer one.
 */
final class Selection {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Lead TIME = new Lead("time", "turn t", "", "t", "", true, true);

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<Lead, String> conditions = new LinkedHashMap<>();
    private final List<String> always = new ArrayList<>();
    private final Optional<Lead> only;

    /**
     * A condition that may lead.
     *
     * @param name of it, and of its value
     * @param from the tables that it reads
     * @param condition as it stands where it leads
     * @param alias of the table that holds a turn's number and time
     * @param order what its index is sorted by before the time
     * @param narrow whether its turns are looked at in an index, where many can be
     * @param sorted whether its index gives turns newest first: others must be few, since all of theirs are read
     */
    record Lead(
            String name, String from, String condition, String alias, String order, boolean narrow, boolean sorted) {}

    /** A stretch of time, its end not included. */
    record Span(Instant from, Instant until) {}

    /**
     * @param words of the filter's search
     * @param rules the ids of the rules that speak with the filter's voice
     * @param span instead of the filter's days
     */
    Selection(
            Filter filter,
            Collection<String> words,
            Collection<String> rules,
            Optional<Span> span,
            Optional<Place> before) {
        only = filter.waited().map(Selection::waited);
        filter.feedback().ifPresent(value -> equal("vote", value));
        filter.intent().ifPresent(value -> equal("intent", value));
        filter.page().ifPresent(value -> equal("page", value));
        filter.lang().filter(value -> !value.equals("fr")).ifPresent(value -> equal("lang", value));
        filter.outcome().ifPresent(value -> equal("outcome", value));
        words.forEach(this::word);
        filter.confidenceFrom().ifPresent(value -> values.put("least", value));
        filter.confidenceTo().ifPresent(value -> values.put("most", value));
        range(
                "confidence",
                filter.confidenceFrom().isPresent(),
                filter.confidenceTo().isPresent(),
                "least",
                "most");
        filter.micros().ifPresent(range -> {
            values.put("fastest", range.least());
            values.put("slowest", range.most());
            range("micros", true, true, "fastest", "slowest");
        });
        filter.voice().ifPresent(voice -> {
            values.put("rules", rules.isEmpty() ? List.of("") : List.copyOf(rules));
            conditions.put(
                    new Lead("rule", "turn t", "t.rule in (:rules)", "t", "", false, false),
                    "coalesce(t.rule, '') in (:rules)");
        });
        filter.label().ifPresent(value -> set("turn_label", "label", value.getId()));
        filter.reviewer().ifPresent(value -> set("judgement", "reviewer", value));
        filter.state().ifPresent(value -> set("review_state", "state", Rows.key(value)));
        if (filter.unreviewed()) {
            always.add("not exists (select 1 from judgement r where r.ref = {ref})");
        }
        filter.lang().filter("fr"::equals).ifPresent(value -> {
            always.add("coalesce(t.lang, '') = :lang");
            values.put("lang", value);
        });
        String asked = filter.waited().isPresent() && span.isEmpty() ? "e.asked_at" : "{at}";
        span.map(Span::from)
                .or(() -> filter.from().map(day -> day.atStartOfDay(PARIS).toInstant()))
                .ifPresent(from -> {
                    always.add(asked + " >= :from");
                    values.put("from", time(from));
                });
        span.map(Span::until)
                .or(() -> filter.to()
                        .map(day -> day.plusDays(1).atStartOfDay(PARIS).toInstant()))
                .ifPresent(until -> {
                    always.add(asked + " < :until");
                    values.put("until", time(until));
                });
        before.ifPresent(place -> {
            always.add("{at} <= :placeAt and ({at} < :placeAt or {ref} < :placeRef)");
            values.put("placeAt", time(place.at()));
            values.put("placeRef", place.ref());
        });
    }

    /** The words of a filter's search, folded and stemmed. */
    static List<String> words(Filter filter) {
        return List.copyOf(SearchWords.of(filter.words()));
    }

    /** Beside another, no index must seem to fit a condition: the planner keeps to the one that leads. */
    private void equal(String column, String value) {
        values.put(column, value);
        conditions.put(
                new Lead(column, "turn t", "t." + column + " = :" + column, "t", "t." + column + " desc, ", true, true),
                "coalesce(t." + column + ", '') = :" + column);
    }

    private void word(String word) {
        String name = "word" + conditions.size();
        values.put(name, word);
        conditions.put(
                new Lead(name, "turn_word w", "w.word = :" + name, "w", "w.word desc, ", true, true),
                "exists (select 1 from turn_word x where x.ref = {ref} and x.word = :" + name + ")");
    }

    private void range(String column, boolean from, boolean until, String least, String most) {
        if (from || until) {
            String bounds = (from ? "{value} >= :" + least : "")
                    + (from && until ? " and " : "")
                    + (until ? "{value} <= :" + most : "");
            conditions.put(
                    new Lead(column, "turn t", bounds.replace("{value}", "t." + column), "t", "", false, false),
                    bounds.replace("{value}", "t." + column + " + 0"));
        }
    }

    private void set(String table, String column, String value) {
        values.put(column, value);
        conditions.put(
                new Lead(
                        table,
                        table + " s join turn t on t.ref = s.ref",
                        "s." + column + " = :" + column,
                        "t",
                        "",
                        true,
                        false),
                "exists (select 1 from " + table + " s where s.ref = {ref} and s." + column + " = :" + column + ")");
    }

    /** How long something waited stands beside what was handed over: few rows, whose days are those of the handing over. */
    private static Lead waited(Filter.Hours hours) {
        return new Lead(
                "waited",
                "escalated_question e join turn t on t.reply_id = e.reply_id and t.conversation_id = e.conversation_id",
                "e.closed_at > e.asked_at + interval '" + hours.more() + "' hour"
                        + hours.most()
                                .map(most -> " and e.closed_at <= e.asked_at + interval '" + most + "' hour")
                                .orElse(""),
                "t",
                "",
                true,
                false);
    }

    /** What may lead, in the order in which it does where nothing tells them apart; time leads where there is none. */
    List<Lead> leads() {
        return only.map(List::of).orElseGet(() -> List.copyOf(conditions.keySet()));
    }

    /** The statement that counts the turns of a condition that leads, up to {@code most}. */
    String counting(Lead lead, int most) {
        String times = lead.sorted()
                ? always.stream()
                        .filter(each -> each.contains("{at}"))
                        .map(each -> " and " + placed(each, lead))
                        .reduce("", String::concat)
                : "";
        String from = lead.from().replaceAll(" join .*", "");
        return "select count(*) from (select 1 from " + from + " where " + lead.condition() + times + " fetch first "
                + most + " rows only) as counted";
    }

    /** The statement for so many numbers, newest first; {@code leading} is one of the leads, or empty where time leads. */
    String sql(Optional<Lead> leading, int most) {
        Lead lead = leading.orElse(TIME);
        List<String> where = new ArrayList<>();
        if (!lead.condition().isEmpty()) {
            where.add(lead.condition());
        }
        conditions.forEach((other, condition) -> {
            if (!other.equals(lead)) {
                where.add(placed(condition, lead));
            }
        });
        always.forEach(condition -> where.add(placed(condition, lead)));
        boolean joined = lead.alias().equals("w") && where.stream().anyMatch(each -> each.matches(".*\\bt\\..*"));
        return "select " + lead.alias() + ".ref from " + lead.from() + (joined ? " join turn t on t.ref = w.ref" : "")
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by " + lead.order() + lead.alias() + ".at desc, " + lead.alias() + ".ref desc fetch first "
                + most + " rows only";
    }

    private static String placed(String condition, Lead lead) {
        return condition.replace("{at}", lead.alias() + ".at").replace("{ref}", lead.alias() + ".ref");
    }

    Map<String, Object> values() {
        return values;
    }
}
