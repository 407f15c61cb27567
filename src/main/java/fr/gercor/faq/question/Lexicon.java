package fr.gercor.faq.question;

import fr.gercor.faq.catalogue.LexiconEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the lexicon says in a row of words, the longest form first. */
final class Lexicon {

    private final Map<String, List<Form>> byFirstWord = new HashMap<>();

    /**
     * A form of an entry, as words.
     *
     * @param words folded, in order
     * @param entry that it belongs to
     */
    record Form(List<String> words, LexiconEntry entry) {}

    Lexicon(List<LexiconEntry> entries) {
        for (LexiconEntry entry : entries) {
            for (String written : entry.forms()) {
                List<String> words = Words.of(written);
                if (!words.isEmpty()) {
                    byFirstWord
                            .computeIfAbsent(words.getFirst(), ignored -> new ArrayList<>())
                            .add(new Form(words, entry));
                }
            }
        }
        byFirstWord.values().forEach(forms -> forms.sort((a, b) -> Integer.compare(b.words.size(), a.words.size())));
    }

    /** The longest form that begins at {@code place}. */
    Optional<Form> at(List<String> words, int place) {
        for (Form form : byFirstWord.getOrDefault(words.get(place), List.of())) {
            int end = place + form.words.size();
            if (end <= words.size() && words.subList(place, end).equals(form.words)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
