package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.Concern;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.triage.Telling.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees what must be seen before anything else: by rules that a nurse can read, and by likeness to examples for what no rule was
 * written for. Immutable, and safe for several threads.
 */
public final class Triage {

    /**
     * From this probability of an emergency or distress on, likeness alone raises the alarm. On the relevance table it changes no
     * emergency that is found between 0.5 and 0.8 (47 of 48, of which the rules alone find 37), and from 0.7 on it raises no false alarm
     * beside the rules' own 4 of 552.
     */
    private static final double DANGER = 0.7;

    /** The same where a rule holds that the emergency is only asked about. */
    private static final double DANGER_ASKED_ABOUT = 0.85;

    /**
     * From this probability on, a message asks what somebody has, what will become of them, or what treatment to take: all 30 on the
     * relevance table, and 64 of 525 other messages, which then get a sentence too many. From 0.2 on it is 29, and 56.
     */
    private static final double PERSONAL = 0.15;

    private static final double PROTOCOL = 0.5;

    /** Fewer known words are like anything. */
    private static final int FEWEST_WORDS = 2;

    private final WordIndex index;
    private final Circumstances circumstances;
    private final List<CompiledRule> rules;
    private final List<Concern> concerns;
    private final Likeness likeness;

    /**
     * @param rules as read from {@code intents/}
     * @param concerns that are known by likeness
     * @param analyser that reads the messages too, so that both speak of the same words
     * @throws IllegalArgumentException if a sign can't be read
     */
    public Triage(RuleBook rules, List<Concern> concerns, QuestionAnalyser analyser) {
        this.index = new WordIndex(analyser, rules);
        SignReader reader = new SignReader(index);
        this.circumstances = Circumstances.of(rules.circumstances(), reader);
        this.rules = rules.rules().stream()
                .map(rule -> new CompiledRule(rule, reader))
                .toList();
        this.concerns = List.copyOf(concerns);
        this.likeness = Likeness.none();
    }

    private Triage(Triage other, Likeness likeness) {
        this.index = other.index;
        this.circumstances = other.circumstances;
        this.rules = other.rules;
        this.concerns = other.concerns;
        this.likeness = likeness;
    }

    /** The same rules, and likeness beside them. */
    public Triage with(Likeness trained) {
        return new Triage(this, trained);
    }

    /** What must be seen in a message. */
    public Assessment assess(Question question) {
        Findings findings = index.find(question);
        Message message = new Message(findings, circumstances);
        Optional<Rule> alarm = Optional.empty();
        Optional<Rule> mentioned = Optional.empty();
        for (CompiledRule rule : rules) {
            if (!rule.rule().kind().isAlarm()) {
                continue;
            }
            Reading reading = rule.read(message);
            if (reading == Reading.LIVE) {
                alarm = Optional.of(rule.rule());
                break;
            }
            if (reading == Reading.ABOUT && mentioned.isEmpty()) {
                mentioned = Optional.of(rule.rule());
            }
        }
        Map<String, Double> alike = saysEnough(question) ? likeness.of(question) : Map.of();
        double danger = mentioned.isPresent() ? DANGER_ASKED_ABOUT : DANGER;
        Optional<Rule> seen = alarm.or(() -> alike(alike, List.of(Kind.SUICIDE, Kind.MEDICAL), danger));
        return new Assessment(
                seen,
                seen.isPresent() ? Optional.empty() : mentioned,
                first(Kind.DIAGNOSIS, findings).or(() -> alike(alike, List.of(Kind.DIAGNOSIS), PERSONAL)),
                first(Kind.PROTOCOL, findings).or(() -> alike(alike, List.of(Kind.PROTOCOL), PROTOCOL)));
    }

    private static boolean saysEnough(Question question) {
        return question.contentTokens().stream().filter(Token::known).count() >= FEWEST_WORDS;
    }

    private Optional<Rule> first(Kind kind, Findings findings) {
        return rules.stream()
                .filter(rule -> rule.rule().kind() == kind && rule.stands(findings))
                .map(CompiledRule::rule)
                .findFirst();
    }

    /** The likest concern of some kinds, where together they are as probable as asked. */
    private Optional<Rule> alike(Map<String, Double> alike, List<Kind> kinds, double least) {
        List<Concern> possible = concerns.stream()
                .filter(concern -> concern.kind().filter(kinds::contains).isPresent())
                .toList();
        double together = possible.stream()
                .mapToDouble(concern -> alike.getOrDefault(concern.id(), 0.0))
                .sum();
        if (together < least) {
            return Optional.empty();
        }
        return possible.stream()
                .max(Comparator.comparingDouble(concern -> alike.getOrDefault(concern.id(), 0.0)))
                .flatMap(Concern::rule);
    }
}
