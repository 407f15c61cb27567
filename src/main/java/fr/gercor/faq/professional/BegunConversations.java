package fr.gercor.faq.professional;

import fr.gercor.faq.conversation.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The conversations that forms have begun on this node, so that a form sent twice begins one. */
final class BegunConversations {

    /** A form is sent twice within seconds: so many begin at most meanwhile. */
    private static final int MOST = 1_000;

    private final Map<Form, Conversation> begun = new LinkedHashMap<>();

    private record Form(String owner, String id) {}

    /** The conversation of a form, begun now where the form comes for the first time. */
    synchronized Conversation of(String owner, String form, Supplier<Conversation> begin) {
        Form key = new Form(owner, form);
        Conversation known = begun.get(key);
        if (known != null) {
            return known;
        }
        Conversation fresh = begin.get();
        if (begun.size() >= MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
        begun.put(key, fresh);
        return fresh;
    }
}
