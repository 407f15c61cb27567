package fr.gercor.faq.catalogue;

import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.catalogue.RuleBook.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What a message may be about that must be seen first, told by examples instead of signs: what no rule was written for is known by its
 * likeness to them. Beside the concerns stand ordinary messages, which only look like one.
 *
 * @param id its name, shown in the explanation of a reply
 * @param kind what is done when it is recognised; empty for ordinary messages
 * @param title in words, for staff
 * @param page the section to read, as {@code page#anchor}; empty where there is none
 * @param examples of messages
 */
public record Concern(String id, Optional<Kind> kind, String title, String page, List<String> examples) {

    public Concern {
        examples = List.copyOf(examples);
    }

    /** The rule that a message recognised by likeness stands under; none for ordinary messages. */
    public Optional<Rule> rule() {
        return kind.map(each -> new Rule(id, each, title, page, List.of(), List.of(), List.of(), List.of(), List.of()));
    }
}
