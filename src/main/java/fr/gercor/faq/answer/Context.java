package fr.gercor.faq.answer;

import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the talk so far adds to a question: the subject of the last answer, for questions that leave theirs out (« et ça dure combien
 * de temps ? »). A pure function of the exchanges; a question that names a subject of its own drops it.
 */
final class Context {

    private static final Set<String> OPENINGS = Set.of("et", "mais", "donc", "alors", "ou", "puis", "sinon", "aussi");

    /** Words that stand for something said before. */
    private static final Set<String> POINTERS = Set.of(
            "ca", "cela", "sa", "ce", "c", "il", "elle", "ils", "elles", "le", "la", "les", "l", "en", "y", "celui",
            "celle");

    /** A longer question says what it is about. */
    private static final int LONGEST_ELLIPSIS = 7;

    /** The subject of the talk is added only where it makes the answer surer by this much: a new topic needs no name to be new. */
    private static final double HELPS = 0.05;

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
        Optional<String> subject = page.map(Page::topic).or(() -> lastText);
        if (subject.isEmpty() || !isElliptic(question, understanding, alone)) {
            return alone;
        }
        Ranking completed =
                understanding.rank(completed(question, understanding.analyser().analyse(subject.get())), Set.of());
        return completed.confidence() > alone.confidence() + HELPS ? completed : alone;
    }

    private static boolean isElliptic(Question question, Understanding understanding, Ranking alone) {
        List<Token> tokens = question.tokens();
        if (tokens.isEmpty()
                || alone.labels().stream()
                                .findFirst()
                                .filter(Ranking.Candidate::isTopic)
                                .isPresent()
                        && alone.confidence() < 0.1
                        && alone.labels().getFirst().probability() > 0.8) {
            return false;
        }
        boolean opens = OPENINGS.contains(tokens.getFirst().form());
        boolean points = tokens.stream().anyMatch(token -> POINTERS.contains(token.form()));
        boolean brief = question.contentTokens().size() <= LONGEST_ELLIPSIS;
        return brief && !understanding.namesASubject(question) && (opens || points || alone.confidence() < 0.4);
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
