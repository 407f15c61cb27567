package fr.gercor.faq.answer;

import fr.gercor.faq.answer.FaqRanker.Entry;
import fr.gercor.faq.intent.WordVectors;
import fr.gercor.faq.question.NearWords;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for each entry of a FAQ when a query is asked: the words it shares with the entry's question, with its answer and with
 * the closest of its sentences, how near they are in meaning, and the groups of near words that both speak by.
 */
final class FaqSignals {

    /** How many signals there are, in the order of {@link #of}. */
    static final int COUNT = 13;

    /** Questions are much of one length; answers and sentences are not. */
    private static final double QUESTION_LENGTH = 0.5;

    private static final double ANSWER_LENGTH = 0.6;

    private final QuestionAnalyser analyser;
    private final WordVectors vectors;
    private final NearWords nearWords;
    private final int entries;
    private final Map<TermView, TermField> questions = new EnumMap<>(TermView.class);
    private final Map<TermView, TermField> answers = new EnumMap<>(TermView.class);
    private final Map<TermView, TermField> wholes = new EnumMap<>(TermView.class);
    private final TermField sentences;
    private final TermField nearQuestions;
    private final TermField nearAnswers;
    private final TermField nearSentences;
    private final TermField nearWholes;
    private final List<double[]> questionVectors;
    private final List<double[]> answerVectors;
    private final List<double[]> sentenceVectors;
    private final List<Integer> entryOfSentence = new ArrayList<>();

    /**
     * @param entries of the FAQ
     * @param analyser that reads the queries too
     * @param vectors of words at large
     * @param nearWords everyday words that stand for one another
     */
    FaqSignals(List<Entry> entries, QuestionAnalyser analyser, WordVectors vectors, NearWords nearWords) {
        this.analyser = analyser;
        this.vectors = vectors;
        this.nearWords = nearWords;
        this.entries = entries.size();
        List<List<Token>> asked = new ArrayList<>();
        List<List<Token>> told = new ArrayList<>();
        List<List<Token>> both = new ArrayList<>();
        List<List<Token>> cut = new ArrayList<>();
        for (Entry entry : entries) {
            List<Token> question = analyser.read(entry.question()).tokens();
            List<Token> answer = analyser.read(entry.answer()).tokens();
            List<Token> whole = new ArrayList<>(question);
            whole.addAll(answer);
            List<List<Token>> own = new ArrayList<>(sentences(answer));
            own.add(question);
            own.forEach(ignored -> entryOfSentence.add(asked.size()));
            asked.add(question);
            told.add(answer);
            both.add(whole);
            cut.addAll(own);
        }
        for (TermView view : TermView.values()) {
            questions.put(view, field(asked, view, QUESTION_LENGTH));
            answers.put(view, field(told, view, ANSWER_LENGTH));
            wholes.put(view, field(both, view, ANSWER_LENGTH));
        }
        sentences = field(cut, TermView.STEMS, QUESTION_LENGTH);
        nearQuestions = nearField(asked, QUESTION_LENGTH);
        nearAnswers = nearField(told, ANSWER_LENGTH);
        nearSentences = nearField(cut, QUESTION_LENGTH);
        nearWholes = nearField(both, ANSWER_LENGTH);
        questionVectors = vectors(asked);
        answerVectors = vectors(told);
        sentenceVectors = vectors(cut);
    }

    /** The words of each sentence; as texts among which one sees what is near, they are cut where the analyser cuts. */
    static List<List<Token>> sentences(List<Token> tokens) {
        Map<Integer, List<Token>> sentences = new TreeMap<>();
        tokens.forEach(token -> sentences
                .computeIfAbsent(token.sentence(), ignored -> new ArrayList<>())
                .add(token));
        return List.copyOf(sentences.values());
    }

    private static TermField field(List<List<Token>> texts, TermView view, double lengthMatters) {
        return new TermField(texts.stream().map(view::of).toList(), lengthMatters);
    }

    private TermField nearField(List<List<Token>> texts, double lengthMatters) {
        return new TermField(texts.stream().map(nearWords::in).toList(), lengthMatters);
    }

    private List<double[]> vectors(List<List<Token>> texts) {
        return texts.stream().map(text -> vectors.of(TermView.STEMS.of(text))).toList();
    }

    /** The signals of each entry, one row per entry; about from 0 to 1 each. */
    double[][] of(String query) {
        Question question = analyser.read(query);
        List<String> stems = TermView.STEMS.of(question.tokens());
        ToDoubleFunction<String> tells =
                stem -> (field(wholes, TermView.STEMS).rarity(stem) + vectors.weight(stem)) / 2;
        double[] vector = vectors.of(stems);
        List<String> groups = nearWords.in(question.tokens());
        double[][] columns = {
            field(questions, TermView.STEMS).scores(stems, tells),
            field(answers, TermView.STEMS).scores(stems, tells),
            best(sentences.scores(stems, tells)),
            scores(questions, TermView.FORMS, question),
            scores(answers, TermView.FORMS, question),
            scores(questions, TermView.GRAMS, question),
            scores(answers, TermView.GRAMS, question),
            cosines(vector, questionVectors),
            cosines(vector, answerVectors),
            best(cosines(vector, sentenceVectors)),
            nearQuestions.scores(groups, nearWholes::idf),
            nearAnswers.scores(groups, nearWholes::idf),
            best(nearSentences.scores(groups, nearWholes::idf)),
        };
        double[][] rows = new double[entries][COUNT];
        for (int entry = 0; entry < entries; entry++) {
            for (int signal = 0; signal < COUNT; signal++) {
                rows[entry][signal] = columns[signal][entry];
            }
        }
        return rows;
    }

    private double[] scores(Map<TermView, TermField> fields, TermView view, Question question) {
        return field(fields, view).scores(view.of(question.tokens()), field(wholes, view)::idf);
    }

    private static TermField field(Map<TermView, TermField> fields, TermView view) {
        return java.util.Objects.requireNonNull(fields.get(view));
    }

    private static double[] cosines(double[] vector, List<double[]> others) {
        return others.stream()
                .mapToDouble(other -> WordVectors.cosine(vector, other))
                .toArray();
    }

    /** Of each entry's sentences, its question among them, the highest score. */
    private double[] best(double[] scores) {
        double[] best = new double[entries];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < scores.length; i++) {
            int entry = entryOfSentence.get(i);
            best[entry] = Math.max(best[entry], scores[i]);
        }
        return best;
    }
}
