package fr.gercor.faq.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words: runs of letters or digits; an elided article is a word of its own, and so is each part of a compound. */
public final class Words {

    /** Numbers keep their decimals, so that « 38,5 » stays a temperature. */
    private static final Pattern WORD = Pattern.compile("\\d+(?:[.,]\\d+)?|[\\p{L}]+");

    private Words() {}

    /** The words of {@code text}, folded, in order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(Folding.fold(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
