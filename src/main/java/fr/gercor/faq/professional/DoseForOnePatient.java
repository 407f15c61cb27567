package fr.gercor.faq.professional;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a question gives the measures of one patient, « 1,73 m² et clairance 45 »: what a protocol says is shown then, and that no
 * dose is calculated here.
 */
final class DoseForOnePatient {

    private final Pattern measure;
    private final Pattern word;
    private static final Pattern NUMBER = Pattern.compile("\\d");

    DoseForOnePatient(ClinicalWords words) {
        measure = Pattern.compile(
                "(?<![\\p{L}\\d])\\d+(?:[.,]\\d+)?\\s*(?:" + either(words.texts("dose.measures")) + ")(?![\\p{L}\\d])");
        word = Pattern.compile("(?<!\\p{L})(?:" + either(words.texts("dose.words")) + ")(?!\\p{L})");
    }

    /** Whether {@code question} asks for a patient's own dose. */
    boolean isAskedBy(String question) {
        String text = ClinicalWords.folded(question);
        boolean named = word.matcher(text).find() && NUMBER.matcher(text).find();
        return named || measure.matcher(text).find();
    }

    private static String either(List<String> forms) {
        return forms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
