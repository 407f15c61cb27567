package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the talk so far adds to a question: the page of the last answer, for questions that leave their subject out (« et ça dure
 * combien de temps ? »). Such a question is ranked alone and completed, and {@link TalkWeights} bring both together. A pure function
 * of the exchanges.
 */
final class Context {

    /** A question of more words with a meaning says what it is about. */
    private static final int LONGEST_ELLIPSIS = 6;

    /**
     * A topic that no page answers, this probable alone, is what is talked of now. « Et comment elle marche ? » is like a question about
     * the service, so the talk is heard below it.
     */
    private static final double CLEAR_TOPIC = 0.99;

    /** Under this probability a question by itself does not lead to a page. */
    private static final double LIKELY = 0.02;

    /** Without a page, the last message is added only where it makes the answer surer by this much. */
    private static final double HELPS = 0.05;

    private static final ConditionalLogit WEIGHTS = TalkWeights.measured();

    private final Optional<Page> page;
    private final Optional<String> lastText;

    private Context(Optional<Page> page, Optional<String> lastText) {
        this.page = page;
        this.lastText = lastText;
    }

    /** The context of a talk about a page. */
    static Context about(Page page) {
        return new Context(Optional.of(page), Optional.empty());
    }

    /** The context that some exchanges leave. */
    static Context of(List<Exchange> earlier, Content content) {
        for (Exchange exchange : earlier.reversed()) {
            Optional<Page> page =
                    exchange.reply().passages().stream().findFirst().flatMap(passage -> content.page(passage.page()));
            if (page.isPresent()) {
                return new Context(page, text(exchange));
            }
        }
        return new Context(Optional.empty(), earlier.isEmpty() ? Optional.empty() : text(earlier.getLast()));
    }

    private static Optional<String> text(Exchange exchange) {
        return exchange.message() instanceof Message.Text(String said) ? Optional.of(said) : Optional.empty();
    }

    /** For staff: what was added, or empty. */
    String describe() {
        return page.map(Page::topic).orElse("");
    }

    /** The ranking of a question in this context. */
    Ranking rank(Question question, Understanding understanding) {
        Ranking alone = understanding.rank(question, Set.of());
        if (!mayLean(question, alone)) {
            return alone;
        }
        return page.map(talk -> together(question, alone, talk, understanding))
                .or(() -> lastText.map(said -> afterAll(question, alone, said, understanding)))
                .orElse(alone);
    }

    private static boolean mayLean(Question question, Ranking alone) {
        if (question.tokens().isEmpty() || question.contentTokens().size() > LONGEST_ELLIPSIS) {
            return false;
        }
        boolean otherTopic = alone.labels().stream()
                .limit(1)
                .anyMatch(first -> first.isTopic() && first.probability() > CLEAR_TOPIC);
        return !otherTopic;
    }

    /** Weighs what the question is about alone, and completed by the subject of the talk. */
    private static Ranking together(Question question, Ranking alone, Page talk, Understanding understanding) {
        Ranking completed =
                understanding.rank(completed(question, understanding.analyser().analyse(talk.topic())), Set.of());
        TalkSignals signals = new TalkSignals(question, alone, completed, talk);
        double[] probabilities = WEIGHTS.probabilities(signals.rows());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            candidates.add(new Candidate(signals.labels().get(i), probabilities[i]));
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::probability).reversed().thenComparing(Candidate::label));
        boolean continues = candidates.getFirst().label().equals(talk.id());
        if (!continues && understanding.namesASubject(question)) {
            // It says itself what it is about: the page quoted last is no second opinion unless the question alone
            // leads there too.
            candidates.removeIf(candidate -> candidate.label().equals(talk.id()) && !leadsTo(talk, alone));
        }
        return understanding.reweighed(continues ? completed : alone, candidates, continues);
    }

    private static boolean leadsTo(Page page, Ranking ranking) {
        return ranking.labels().stream()
                .anyMatch(candidate -> candidate.label().equals(page.id()) && candidate.probability() >= LIKELY);
    }

    /** Where nothing was quoted yet: the ranking with the words of the last message, where that helps. */
    private static Ranking afterAll(Question question, Ranking alone, String said, Understanding understanding) {
        if (understanding.namesASubject(question)) {
            return alone;
        }
        Ranking completed =
                understanding.rank(completed(question, understanding.analyser().analyse(said)), Set.of());
        return completed.confidence() > alone.confidence() + HELPS ? completed : alone;
    }

    private static Question completed(Question question, Question subject) {
        List<Token> tokens = new ArrayList<>(question.tokens());
        for (Token token : subject.contentTokens()) {
            if (tokens.stream().noneMatch(each -> each.stem().equals(token.stem()))) {
                tokens.add(token);
            }
        }
        return question.withTokens(tokens);
    }
}
