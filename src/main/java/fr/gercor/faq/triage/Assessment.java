package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook.Rule;
import java.util.Optional;

/**
 * What the triage saw in a message.
 *
 * @param alarm an emergency or distress as it happens: nothing else is looked at
 * @param mentioned an emergency that the message asks about, without its happening: answered, with the numbers to call
 * @param diagnosis a request for a diagnosis, a prognosis or a change of treatment
 * @param protocol a question about a protocol
 */
public record Assessment(
        Optional<Rule> alarm, Optional<Rule> mentioned, Optional<Rule> diagnosis, Optional<Rule> protocol) {

    /** Nothing seen. */
    public static Assessment nothing() {
        return new Assessment(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
