package fr.gercor.faq.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything of {@code intents/}, read at one moment; immutable. */
public final class Catalogue {

    private final Map<String, Intent> intents;
    private final List<LexiconEntry> lexicon;
    private final List<Topic> smallTalk;
    private final List<Topic> outOfScope;
    private final RuleBook rules;
    private final List<Concern> concerns;
    private final Situations situations;

    /**
     * @param intents with unique ids
     * @param lexicon in the authors' order
     * @param smallTalk greetings, thanks and the like
     * @param outOfScope subjects that are not answered on purpose
     * @param rules of the triage
     * @param concerns that the triage knows by examples
     * @param situations in which questions are asked
     */
    public Catalogue(
            List<Intent> intents,
            List<LexiconEntry> lexicon,
            List<Topic> smallTalk,
            List<Topic> outOfScope,
            RuleBook rules,
            List<Concern> concerns,
            Situations situations) {
        this.intents = new LinkedHashMap<>();
        intents.forEach(intent -> this.intents.put(intent.id(), intent));
        this.lexicon = List.copyOf(lexicon);
        this.smallTalk = List.copyOf(smallTalk);
        this.outOfScope = List.copyOf(outOfScope);
        this.rules = rules;
        this.concerns = List.copyOf(concerns);
        this.situations = situations;
    }

    /** The intents in the order of their files. */
    public List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    public Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    public List<LexiconEntry> lexicon() {
        return lexicon;
    }

    public List<Topic> smallTalk() {
        return smallTalk;
    }

    public List<Topic> outOfScope() {
        return outOfScope;
    }

    public RuleBook rules() {
        return rules;
    }

    public List<Concern> concerns() {
        return concerns;
    }

    public Situations situations() {
        return situations;
    }
}
