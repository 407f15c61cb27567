package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.triage.Telling.Reading;
import java.util.List;
import java.util.Optional;

/** Applies the rules of the triage to messages; immutable, and safe for several threads. */
public final class Triage {

    private final WordIndex index;
    private final Circumstances circumstances;
    private final List<CompiledRule> rules;

    /**
     * @param rules as read from {@code intents/}
     * @param analyser that reads the messages too, so that both speak of the same words
     * @throws IllegalArgumentException if a sign can't be read
     */
    public Triage(RuleBook rules, QuestionAnalyser analyser) {
        this.index = new WordIndex(analyser, rules);
        SignReader reader = new SignReader(index);
        this.circumstances = Circumstances.of(rules.circumstances(), reader);
        this.rules = rules.rules().stream()
                .map(rule -> new CompiledRule(rule, reader))
                .toList();
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
        return new Assessment(
                alarm,
                alarm.isPresent() ? Optional.empty() : mentioned,
                first(Kind.DIAGNOSIS, findings),
                first(Kind.PROTOCOL, findings));
    }

    private Optional<Rule> first(Kind kind, Findings findings) {
        return rules.stream()
                .filter(rule -> rule.rule().kind() == kind && rule.stands(findings))
                .map(CompiledRule::rule)
                .findFirst();
    }
}
