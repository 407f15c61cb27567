package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;

/** One rule that content and intents must keep. */
interface Check {

    /** Reports everything in {@code corpus} that breaks the rule. */
    void check(Corpus corpus, Faults faults);
}
