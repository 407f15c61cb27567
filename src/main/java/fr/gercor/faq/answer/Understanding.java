package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.Signals;
import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.intent.TrainingSettings;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.retrieval.PassageHit;
import fr.gercor.faq.retrieval.PassageRetriever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Brings the two opinions on a question together: what it is like (the utterances of the intents) and what it is close to (the
 * passages of the content). Pages first, then the section within the page, each by weights learned on questions held out.
 */
final class Understanding {

    /** What the labels of topics that no page answers begin with. */
    static final String TOPIC = "#";

    static final String SMALL_TALK = TOPIC + "conversation.";
    static final String OUT_OF_SCOPE = TOPIC + "hors-sujet.";

    /** How many passages are looked at. */
    static final int PASSAGES = 60;

    /** Where fewer may be shown, for pages of professionals hold the word more often, those that may be are looked for alone. */
    private static final int FEW_PASSAGES = 12;

    /**
     * The section that says what the subject of a page is. A question completed by that subject is like it whatever it asks: of 244
     * that went on about a page, 46 were led there, and hardly one of them asked it.
     */
    private static final String DEFINITION = "definition";

    /** Words that ask what something is. */
    private static final Set<String> DEFINING = Set.of("definition", "signifie", "veut", "quoi", "koi");

    /** How many labels are weighed against each other. */
    private static final int CANDIDATES = 12;

    /** The signals of a label, in the order of {@link #labelSignals}. */
    static final int LABEL_SIGNALS = 13;

    /** The signals of a section, in the order of {@link #sectionSignals}. */
    static final int SECTION_SIGNALS = 3;

    private final QuestionAnalyser analyser;
    private final IntentModel model;
    private final PassageRetriever retriever;
    private final PassageRetriever quoted;
    private final Predicate<String> shown;
    private final Subjects subjects;
    private final Settings settings;
    private final Map<String, Map<String, List<String>>> intentsOfSection;
    private final Weights weights;

    Understanding(
            Content content,
            Catalogue catalogue,
            QuestionAnalyser analyser,
            IntentModel model,
            PassageRetriever retriever,
            PassageRetriever quoted,
            Audience audience,
            Weights weights) {
        this(
                analyser,
                model,
                retriever,
                quoted,
                page -> content.page(page, audience).isPresent(),
                new Subjects(content, analyser),
                new Settings(catalogue.situations(), analyser),
                intentsOfSection(catalogue),
                weights);
    }

    private Understanding(
            QuestionAnalyser analyser,
            IntentModel model,
            PassageRetriever retriever,
            PassageRetriever quoted,
            Predicate<String> shown,
            Subjects subjects,
            Settings settings,
            Map<String, Map<String, List<String>>> intentsOfSection,
            Weights weights) {
        this.analyser = analyser;
        this.model = model;
        this.retriever = retriever;
        this.quoted = quoted;
        this.shown = shown;
        this.subjects = subjects;
        this.settings = settings;
        this.intentsOfSection = intentsOfSection;
        this.weights = weights;
    }

    /**
     * The same, for those to whom the words of a situation are the subject: a clinician who writes « XELOX » asks about it. With their
     * situations left out, two questions in eight about protocols lost their page.
     */
    Understanding withoutSettings() {
        return new Understanding(
                analyser,
                model,
                retriever,
                quoted,
                shown,
                subjects,
                new Settings(Situations.NONE, analyser),
                intentsOfSection,
                weights);
    }

    QuestionAnalyser analyser() {
        return analyser;
    }

    IntentModel model() {
        return model;
    }

    PassageRetriever retriever() {
        return retriever;
    }

    private static Map<String, Map<String, List<String>>> intentsOfSection(Catalogue catalogue) {
        Map<String, Map<String, List<String>>> sections = new HashMap<>();
        for (Intent intent : catalogue.intents()) {
            sections.computeIfAbsent(intent.page(), ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(intent.section(), ignored -> new ArrayList<>())
                    .add(intent.id());
        }
        return sections;
    }

    /** Whether the question names the subject of any page. */
    boolean namesASubject(Question question) {
        return !subjects.namedIn(question).isEmpty();
    }

    /** What a question may be about. */
    Ranking rank(Question question, Set<String> hiddenPages) {
        Evidence evidence = gather(question, hiddenPages);
        double[][] signals = evidence.labelSignals();
        double[] probabilities = weights.labels().probabilities(signals);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            candidates.add(new Candidate(evidence.labels().get(i), probabilities[i]));
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::probability).reversed().thenComparing(Candidate::label));
        if (candidates.isEmpty()) {
            return new Ranking(question, List.of(), evidence, 0, 0, false);
        }
        return weighed(question, candidates, evidence, false);
    }

    /**
     * A ranking with other probabilities.
     *
     * @param ranking whose evidence stands
     * @param candidates most probable first
     * @param continues whether the question goes on about the first of them
     */
    Ranking reweighed(Ranking ranking, List<Candidate> candidates, boolean continues) {
        return weighed(ranking.question(), candidates, ranking.evidence(), continues);
    }

    private Ranking weighed(Question question, List<Candidate> candidates, Evidence evidence, boolean continues) {
        return new Ranking(
                question,
                candidates,
                evidence,
                confidence(evidence, candidates),
                weights.scope().probability(scopeSignals(evidence, candidates)),
                continues);
    }

    /** The regression is of questions that are led to a page; where a topic comes first, a page is as likely as the topics are not. */
    private double confidence(Evidence evidence, List<Candidate> candidates) {
        if (!candidates.getFirst().isTopic()) {
            return weights.confidence().probability(confidenceSignals(evidence, candidates));
        }
        return candidates.stream()
                .filter(candidate -> !candidate.isTopic())
                .mapToDouble(Candidate::probability)
                .sum();
    }

    /** The sections of a page, most probable first. */
    Map<String, Double> sections(Ranking ranking, String page) {
        Evidence evidence = ranking.evidence();
        List<String> anchors = evidence.sections(page, intentsOfSection.getOrDefault(page, Map.of()));
        if (anchors.isEmpty()) {
            return Map.of();
        }
        double[] probabilities = weights.sections().probabilities(sectionSignals(evidence, page, anchors));
        Map<String, Double> sections = new LinkedHashMap<>();
        anchors.stream()
                .sorted(Comparator.comparingDouble((String anchor) -> probabilities[anchors.indexOf(anchor)])
                        .reversed())
                .forEach(anchor -> sections.put(anchor, probabilities[anchors.indexOf(anchor)]));
        if (ranking.continues() && !asksWhatItIs(ranking.question())) {
            Optional.ofNullable(sections.remove(DEFINITION)).ifPresent(least -> sections.put(DEFINITION, least));
        }
        return sections;
    }

    private static boolean asksWhatItIs(Question question) {
        return question.tokens().stream().anyMatch(token -> DEFINING.contains(token.form()));
    }

    /** The intents whose answer stands in a section. */
    List<String> intents(String page, String anchor) {
        return intentsOfSection.getOrDefault(page, Map.of()).getOrDefault(anchor, List.of());
    }

    /** The intent of a section whose utterances are nearest to the question; empty where none leads there. */
    Optional<String> closestIntent(Ranking ranking, String page, String anchor) {
        return intents(page, anchor).stream()
                .max(Comparator.comparingDouble(id -> ranking.cosines().getOrDefault(id, 0.0)));
    }

    /** The intent of the most probable section of a page that has one. */
    Optional<String> closestIntent(Ranking ranking, String page) {
        return sections(ranking, page).keySet().stream()
                .flatMap(anchor -> closestIntent(ranking, page, anchor).stream())
                .findFirst();
    }

    /** Everything that speaks for and against the candidates, before it is weighed. */
    Evidence gather(Question question, Set<String> hiddenPages) {
        Signals signals = model.signals(question, settings.rest(question), hiddenPages);
        List<PassageHit> hits = retriever.search(question, PASSAGES).stream()
                .filter(hit -> !hiddenPages.contains(hit.passage().page()))
                .toList();
        Map<String, Double> pageScores = new HashMap<>();
        hits.forEach(hit -> pageScores.merge(hit.passage().page(), hit.score(), Math::max));
        Set<String> named = subjects.namedIn(question);
        Set<String> labels = new LinkedHashSet<>();
        signals.byLabel().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, LabelSignals> each) -> rough(each.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(CANDIDATES)
                .forEach(each -> labels.add(each.getKey()));
        pageScores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES / 2)
                .forEach(each -> labels.add(each.getKey()));
        labels.addAll(question.pages());
        labels.removeAll(hiddenPages);
        List<PassageHit> quotable =
                hits.stream().filter(hit -> shown.test(hit.passage().page())).toList();
        if (quotable.size() < FEW_PASSAGES) {
            quotable = quoted.search(question, PASSAGES).stream()
                    .filter(hit -> !hiddenPages.contains(hit.passage().page()))
                    .toList();
        }
        return new Evidence(
                question,
                signals,
                quotable,
                pageScores,
                retriever.pageCoverages(question),
                named,
                new ArrayList<>(labels));
    }

    private static double rough(LabelSignals signals) {
        return 2 * signals.cosine()
                + 0.1 * Math.max(signals.softmax(), signals.restSoftmax())
                + signals.vote()
                + Math.max(signals.coverage(), signals.restCoverage());
    }

    /**
     * What speaks for the candidates.
     *
     * @param question asked
     * @param signals of the utterances and the classifier
     * @param passages the closest that may be shown
     * @param pageScores the score of the closest passage of each page
     * @param pageCoverages how much of the question stands anywhere on each page
     * @param named the pages whose subject the question names
     * @param labels the candidates
     */
    record Evidence(
            Question question,
            Signals signals,
            List<PassageHit> passages,
            Map<String, Double> pageScores,
            Map<String, Double> pageCoverages,
            Set<String> named,
            List<String> labels) {

        private static final LabelSignals NOTHING = new LabelSignals(
                LabelSignals.LEAST_LOG_POSTERIOR,
                LabelSignals.LEAST_LOG_POSTERIOR,
                0,
                0,
                0,
                LabelSignals.LEAST_LOG_POSTERIOR,
                0);

        double[][] labelSignals() {
            double top = pageScores.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            double[][] rows = new double[labels.size()][];
            for (int i = 0; i < rows.length; i++) {
                String label = labels.get(i);
                LabelSignals own = signals.byLabel().getOrDefault(label, NOTHING);
                double passage = pageScores.getOrDefault(label, 0.0);
                rows[i] = new double[] {
                    own.maxent() / 4,
                    own.softmax() / 4,
                    4 * own.cosine(),
                    3 * own.vote(),
                    4 * passage,
                    top == 0 ? 0 : 3 * passage / top,
                    question.pages().contains(label) ? 1 : 0,
                    named.contains(label) ? 1 : 0,
                    4 * own.coverage(),
                    4 * pageCoverages.getOrDefault(label, 0.0),
                    label.startsWith(TOPIC) ? 1 : 0,
                    own.restSoftmax() / 4,
                    4 * own.restCoverage(),
                };
            }
            return rows;
        }

        List<String> sections(String page, Map<String, List<String>> intents) {
            Set<String> anchors = new LinkedHashSet<>(intents.keySet());
            passages.stream()
                    .filter(hit -> hit.passage().page().equals(page))
                    .limit(3)
                    .forEach(hit -> anchors.add(hit.passage().anchor()));
            return new ArrayList<>(anchors);
        }
    }

    double[][] sectionSignals(Evidence evidence, String page, List<String> anchors) {
        Map<String, Double> scores = new HashMap<>();
        evidence.passages().stream()
                .filter(hit -> hit.passage().page().equals(page))
                .forEach(hit -> scores.merge(hit.passage().anchor(), hit.score(), Math::max));
        double top =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double[][] rows = new double[anchors.size()][];
        for (int i = 0; i < rows.length; i++) {
            double cosine = intents(page, anchors.get(i)).stream()
                    .mapToDouble(intent -> evidence.signals().bySublabel().getOrDefault(intent, 0.0))
                    .max()
                    .orElse(0);
            double score = scores.getOrDefault(anchors.get(i), 0.0);
            rows[i] = new double[] {6 * cosine, 4 * score, top == 0 ? 0 : 3 * score / top};
        }
        return rows;
    }

    /** What tells a right first candidate from a wrong one. */
    double[] confidenceSignals(Evidence evidence, List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        LabelSignals own = evidence.signals().byLabel().getOrDefault(best.label(), Evidence.NOTHING);
        List<Token> said = evidence.question().contentTokens();
        return new double[] {
            logit(best.probability()), own.coverage(), evidence.signals().unknown(), Math.log1p(said.size()),
        };
    }

    /** The logarithm of the odds, kept within what a handful of questions can tell apart. */
    private static double logit(double probability) {
        double kept = Math.clamp(probability, 0.02, 0.998);
        return Math.log(kept / (1 - kept));
    }

    /**
     * What tells a question that something answers from one that nothing does, however its probability is shared among the answers.
     * On the relevance table these tell all 50 questions out of scope from all 456 others; the confidence that one answer is right
     * missed some of both.
     */
    double[] scopeSignals(Evidence evidence, List<Candidate> candidates) {
        double outside = 0;
        double best = 0;
        double cosine = 0;
        double coverage = 0;
        double passage = 0;
        for (Candidate candidate : candidates) {
            if (candidate.label().startsWith(OUT_OF_SCOPE)) {
                outside += candidate.probability();
                continue;
            }
            LabelSignals own = evidence.signals().byLabel().getOrDefault(candidate.label(), Evidence.NOTHING);
            best = Math.max(best, candidate.probability());
            cosine = Math.max(cosine, own.cosine());
            coverage = Math.max(coverage, own.coverage());
            passage = Math.max(passage, evidence.pageScores().getOrDefault(candidate.label(), 0.0));
        }
        return new double[] {
            outside,
            best,
            cosine,
            coverage,
            passage,
            evidence.signals().unknown(),
            evidence.signals().energy(),
            Math.log1p(evidence.question().contentTokens().size()),
        };
    }

    /** How the classifiers of a catalogue are trained. */
    static final TrainingSettings SETTINGS = new TrainingSettings(10, 5, 3, 2, 0.1f);
}
