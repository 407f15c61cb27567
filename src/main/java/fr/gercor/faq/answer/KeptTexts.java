package fr.gercor.faq.answer;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Concern;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.LexiconEntry;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Contact;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Plan;
import fr.gercor.faq.content.Term;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content and the catalogue as the {@link ModelCache} keeps them, once they were read without a fault: the files of both take
 * four times as long to be read as this.
 */
final class KeptTexts {

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Block.class, NamedBlock.class).build();

    private KeptTexts() {}

    /** Says with each block which kind it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private interface NamedBlock {}

    private record KeptContent(
            List<Page> pages, List<Contact> contacts, List<Term> glossary, Plan plan, Map<String, String> redirects) {

        Content content() {
            return new Content(pages, contacts, glossary, plan, redirects);
        }
    }

    private record KeptCatalogue(
            List<Intent> intents,
            List<LexiconEntry> lexicon,
            List<Topic> smallTalk,
            List<Topic> outOfScope,
            RuleBook rules,
            List<Concern> concerns,
            Situations situations) {

        Catalogue catalogue() {
            return new Catalogue(intents, lexicon, smallTalk, outOfScope, rules, concerns, situations);
        }
    }

    static byte[] bytes(Content content) {
        return JSON.writeValueAsBytes(new KeptContent(
                List.copyOf(content.pages()),
                content.contacts(),
                content.glossary(),
                content.plan(),
                content.redirects()));
    }

    static byte[] bytes(Catalogue catalogue) {
        return JSON.writeValueAsBytes(new KeptCatalogue(
                List.copyOf(catalogue.intents()),
                catalogue.lexicon(),
                catalogue.smallTalk(),
                catalogue.outOfScope(),
                catalogue.rules(),
                catalogue.concerns(),
                catalogue.situations()));
    }

    /** The content, read on a thread of its own. */
    static CompletableFuture<Content> content(byte[] bytes) {
        return Beside.start(() -> JSON.readValue(bytes, KeptContent.class).content());
    }

    static Catalogue catalogue(byte[] bytes) {
        return JSON.readValue(bytes, KeptCatalogue.class).catalogue();
    }
}
