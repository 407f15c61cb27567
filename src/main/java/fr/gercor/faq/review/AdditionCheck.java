package fr.gercor.faq.review;

import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.catalogue.Additions.Said;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.LexiconEntry;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.question.Folding;
import fr.gercor.faq.review.Objection.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what is wrong with an addition, by the same rules that the files are held to. */
final class AdditionCheck {

    private static final int LONGEST = 300;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Catalogue catalogue;
    private final Content content;
    private final Map<String, String> said = new HashMap<>();

    AdditionCheck(Catalogue catalogue, Content content) {
        this.catalogue = catalogue;
        this.content = content;
        for (Intent intent : catalogue.intents()) {
            intent.utterances().forEach(text -> said.putIfAbsent(folded(text), intent.id()));
        }
        for (List<Topic> topics : List.of(catalogue.smallTalk(), catalogue.outOfScope())) {
            topics.forEach(topic -> topic.utterances().forEach(text -> said.putIfAbsent(folded(text), topic.id())));
        }
    }

    /** What is wrong; empty if nothing is. */
    List<Objection> check(Additions additions) {
        List<Objection> objections = new ArrayList<>();
        List<String> ids =
                new ArrayList<>(catalogue.intents().stream().map(Intent::id).toList());
        for (Intent intent : additions.intents()) {
            checkIntent(intent, ids, objections);
            ids.add(intent.id());
            intent.utterances().forEach(text -> checkText(intent.id(), text, objections));
        }
        for (Said each : additions.utterances()) {
            if (!ids.contains(each.to())) {
                objections.add(Objection.of(Kind.UNKNOWN_INTENT, each.to()));
            }
            checkText(each.to(), each.text(), objections);
        }
        for (Said each : additions.topics()) {
            if (catalogue.outOfScope().stream().noneMatch(topic -> topic.id().equals(each.to()))) {
                objections.add(Objection.of(Kind.UNKNOWN_TOPIC, each.to()));
            }
            checkText(each.to(), each.text(), objections);
        }
        additions.entries().forEach(entry -> checkEntry(entry, objections));
        return objections;
    }

    private void checkIntent(Intent intent, List<String> ids, List<Objection> objections) {
        if (!ID.matcher(intent.id()).matches()) {
            objections.add(Objection.of(Kind.MALFORMED_ID, intent.id()));
        }
        if (ids.contains(intent.id())) {
            objections.add(Objection.of(Kind.TAKEN_ID, intent.id()));
        }
        if (!isWritten(intent.page() + "#" + intent.section())) {
            objections.add(Objection.of(Kind.UNKNOWN_SECTION, intent.page() + "#" + intent.section()));
        }
        if (intent.label().isBlank() || intent.utterances().isEmpty()) {
            objections.add(Objection.of(Kind.EMPTY));
        }
    }

    private boolean isWritten(String target) {
        String[] parts = target.split("#", 2);
        return content.page(parts[0])
                .filter(page -> parts.length == 1 || page.section(parts[1]).isPresent())
                .isPresent();
    }

    private void checkText(String to, String text, List<Objection> objections) {
        String folded = folded(text);
        if (folded.isEmpty()) {
            objections.add(Objection.of(Kind.EMPTY));
        } else if (text.length() > LONGEST) {
            objections.add(Objection.of(Kind.TOO_LONG, text.substring(0, 40) + "…", Integer.toString(LONGEST)));
        } else {
            Optional.ofNullable(said.putIfAbsent(folded, to))
                    .ifPresent(before -> objections.add(Objection.of(Kind.DUPLICATE, text, before)));
        }
    }

    private void checkEntry(LexiconEntry entry, List<Objection> objections) {
        if (entry.forms().stream().allMatch(String::isBlank) || entry.means().isBlank()) {
            objections.add(Objection.of(Kind.EMPTY));
        }
        for (String form : entry.forms()) {
            boolean known = catalogue.lexicon().stream()
                    .flatMap(each -> each.forms().stream())
                    .anyMatch(each -> folded(each).equals(folded(form)));
            if (known) {
                objections.add(Objection.of(Kind.KNOWN_FORM, form));
            }
        }
        entry.leadsTo()
                .filter(target -> !isWritten(target)
                        && content.glossary().stream()
                                .noneMatch(term -> term.name().equals(target)))
                .ifPresent(target -> objections.add(Objection.of(Kind.UNKNOWN_TARGET, target)));
    }

    private static String folded(String text) {
        return NOT_WORDS.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }
}
