package fr.gercor.faq.answer;

import fr.gercor.faq.question.FunctionWords;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds what a message asks: the sentences that ask in a long story, and the questions where it holds several. */
final class Focus {

    /** Messages of more words are stories, whose sentences that ask count for more. */
    private static final int LONGEST_PLAIN = 28;

    /** The most words that a question is understood by. */
    private static final int MOST_WORDS = 64;

    /** What a sentence of a story counts that asks nothing. */
    private static final double TOLD_WEIGHT = 0.4;

    /** The most questions of one message that are answered each by itself. */
    private static final int MOST_QUESTIONS = 3;

    /** A question shorter than this leans on the one before it. */
    private static final int FEWEST_WORDS = 2;

    private static final Set<String> ASKING = Set.of(
            "comment",
            "combien",
            "pourquoi",
            "quand",
            "quel",
            "quelle",
            "quels",
            "quelles",
            "quoi",
            "qui",
            "ou",
            "est",
            "peut",
            "puis",
            "dois",
            "doit",
            "faut",
            "que");

    private static final Pattern SEVERAL = Pattern.compile(
            "(?<=\\?)\\s+|\\s+et\\s+(?=(?:aussi\\s+)?(?:est[- ]ce|combien|comment|pourquoi|quand|quel|puis-je|peut-on|faut-il|dois-je)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Focus() {}

    /** The question with what is only told weighing less than what is asked, in at most {@value #MOST_WORDS} words. */
    static Question on(Question question) {
        if (question.tokens().size() <= LONGEST_PLAIN) {
            return question;
        }
        List<Integer> asking = IntStream.range(0, question.sentences().size())
                .filter(sentence -> asks(question, sentence))
                .boxed()
                .toList();
        boolean story =
                !asking.isEmpty() && asking.size() < question.sentences().size();
        List<Token> first = new ArrayList<>();
        List<Token> then = new ArrayList<>();
        for (Token token : question.tokens()) {
            if (!story || asking.contains(token.sentence())) {
                first.add(token);
            } else if (!FunctionWords.contains(token.form())) {
                then.add(token.weighing(TOLD_WEIGHT));
            }
        }
        first.addAll(then);
        return question.withTokens(first.subList(0, Math.min(MOST_WORDS, first.size())));
    }

    private static boolean asks(Question question, int sentence) {
        String text = question.sentences().get(sentence);
        return text.endsWith("?")
                || question.tokens().stream()
                        .filter(token -> token.sentence() == sentence)
                        .limit(2)
                        .anyMatch(token -> ASKING.contains(token.form()));
    }

    /** The questions of a message, in order; one where it holds no more. */
    static List<Question> questions(Question question, QuestionAnalyser analyser) {
        List<Question> questions = new ArrayList<>();
        for (String text : SEVERAL.split(question.text())) {
            Question part = analyser.analyse(text);
            boolean asks = IntStream.range(0, part.sentences().size()).anyMatch(sentence -> asks(part, sentence));
            if (asks && part.contentTokens().size() >= FEWEST_WORDS) {
                questions.add(on(part));
            }
        }
        return questions.size() > MOST_QUESTIONS ? questions.subList(0, MOST_QUESTIONS) : questions;
    }
}
