package fr.gercor.faq.professional;

import fr.gercor.faq.professional.ProtocolNames.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a question sets protocols against one another: names that stand one after the other with « ou » or « contre » between them,
 * or with « et » where the question asks for the difference. « Quelle dose de gemcitabine dans GEMOX ? » names two and compares none.
 */
final class ComparisonRule {

    private final List<List<String>> or;
    private final List<List<String>> and;
    private final List<List<String>> before;
    private final List<List<String>> asks;

    ComparisonRule(ClinicalWords words) {
        or = words.forms("compare.or");
        and = words.forms("compare.and");
        before = words.forms("compare.before");
        asks = words.forms("compare.asks");
    }

    /** How one name follows another. */
    private enum Link {
        OR,
        AND,
        NONE
    }

    /**
     * The names that are compared, in the question's order; none where nothing is.
     *
     * @param question its words
     * @param named those that stand in it
     */
    List<Named> compared(List<String> question, List<Named> named) {
        boolean asked = asks.stream().anyMatch(form -> java.util.Collections.indexOfSubList(question, form) >= 0);
        List<Named> chain = new ArrayList<>();
        boolean joined = false;
        for (Named next : named) {
            Link link = chain.isEmpty()
                    ? Link.NONE
                    : link(question.subList(chain.getLast().to(), next.from()));
            if (link == Link.NONE) {
                if (joined) {
                    break;
                }
                chain.clear();
            }
            joined |= link == Link.OR || link == Link.AND && asked;
            chain.add(next);
        }
        List<Named> distinct = new ArrayList<>();
        chain.stream()
                .filter(each -> distinct.stream()
                        .noneMatch(other ->
                                other.page().equals(each.page()) && other.name().equals(each.name())))
                .forEach(distinct::add);
        return joined && distinct.size() > 1 ? List.copyOf(distinct) : List.of();
    }

    private Link link(List<String> between) {
        if (between.equals(List.of(","))) {
            return Link.AND;
        }
        for (int cut = between.size(); cut > 0; cut--) {
            List<String> joint = between.subList(0, cut);
            boolean restIsArticles =
                    between.subList(cut, between.size()).stream().allMatch(word -> before.contains(List.of(word)));
            if (restIsArticles && or.contains(joint)) {
                return Link.OR;
            }
            if (restIsArticles && and.contains(joint)) {
                return Link.AND;
            }
        }
        return Link.NONE;
    }
}
