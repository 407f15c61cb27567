package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Explanation.Scored;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.question.Question;
import java.util.List;
import java.util.Optional;

/** Gathers the reasons of a reply while it is being made. */
final class Explainer {
    private static final int SHOWN = 5;

    private String decision = "";
    private String rule = "";
    private String context = "";
    private final String version;
    private Optional<Question> question = Optional.empty();
    private Optional<Ranking> ranking = Optional.empty();

    /** @param version of the engine that answers */
    Explainer(String version) {
        this.version = version;
    }

    Explainer question(Question value) {
        question = Optional.of(value);
        return this;
    }

    Explainer ranking(Ranking value) {
        ranking = Optional.of(value);
        question = Optional.of(value.question());
        return this;
    }

    Explainer context(String value) {
        context = value;
        return this;
    }

    Explainer rule(RuleBook.Rule value) {
        rule = value.id();
        return this;
    }

    Explainer decision(String value) {
        decision = value;
        return this;
    }

    Answered answered(Reply reply) {
        return new Answered(
                reply,
                new Explanation(
                        question.map(Question::language).orElse("fr"),
                        question.map(each -> each.tokens().stream()
                                        .map(token -> token.form())
                                        .toList())
                                .orElse(List.of()),
                        question.map(each -> each.corrections().stream()
                                        .map(correction -> correction.typed() + " → " + correction.read())
                                        .toList())
                                .orElse(List.of()),
                        question.map(each -> each.expansions().stream()
                                        .map(token -> token.form())
                                        .toList())
                                .orElse(List.of()),
                        context,
                        ranking.map(each -> each.labels().stream()
                                        .limit(SHOWN)
                                        .map(candidate -> new Scored(candidate.label(), candidate.probability()))
                                        .toList())
                                .orElse(List.of()),
                        ranking.map(each -> each.passages().stream()
                                        .limit(SHOWN)
                                        .map(hit -> new Scored(
                                                hit.passage().page() + "#"
                                                        + hit.passage().anchor(),
                                                hit.score()))
                                        .toList())
                                .orElse(List.of()),
                        rule,
                        decision,
                        version));
    }
}
