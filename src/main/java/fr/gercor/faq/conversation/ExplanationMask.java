package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Explanation;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes the words that were masked in a message out of the explanation of its reply. */
final class ExplanationMask {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final String READ_AS = " → ";

    private ExplanationMask() {}

    /**
     * @param explanation of the reply to {@code raw}
     * @param raw the message as it was sent
     * @param masked the message as it is kept
     */
    static Explanation mask(Explanation explanation, String raw, String masked) {
        if (raw.equals(masked)) {
            return explanation;
        }
        Set<String> hidden = words(raw);
        hidden.removeAll(words(masked));
        for (String correction : explanation.corrections()) {
            String[] parts = correction.split(READ_AS, 2);
            if (parts.length == 2 && touches(hidden, parts[0])) {
                hidden.addAll(words(parts[1]));
            }
        }
        Predicate<String> shown = text -> !touches(hidden, text);
        return new Explanation(
                explanation.language(),
                kept(explanation.analysed(), shown),
                kept(explanation.corrections(), shown),
                kept(explanation.expansions(), shown),
                explanation.context(),
                explanation.intents(),
                explanation.passages(),
                explanation.rule(),
                explanation.decision(),
                explanation.version());
    }

    private static List<String> kept(List<String> texts, Predicate<String> shown) {
        return texts.stream().filter(shown).toList();
    }

    private static boolean touches(Set<String> hidden, String text) {
        return words(text).stream().anyMatch(hidden::contains);
    }

    private static Set<String> words(String text) {
        String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        Set<String> words = new HashSet<>(Arrays.asList(NO_WORD.split(plain)));
        words.remove("");
        return words;
    }
}
