package fr.gercor.faq.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The passwords that are tried first. Of those that people choose most hardly one has twelve characters: they are made long by figures
 * and signs around a word, by signs in place of letters, by writing it twice or beside another, or by going along the keys. So the list
 * holds words, and what can be made of one or two of them in these ways is as common as they are.
 */
final class CommonPasswords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    /** What stands for a letter; a figure one may stand for two. */
    private static final String SIGNS = "@4301!5$79|€";

    private static final String AS_I = "aaeoiisstgie";
    private static final String AS_L = "aaeollsstgle";

    /** So many figures and signs around a word may be letters in disguise: beyond, they only make it long. */
    private static final int MOST_DISGUISED = 4;

    /** Shorter ones stand in other words by chance. */
    private static final int SHORTEST_OF_TWO = 3;

    /** Letters among figures are a word only if there are enough of them. */
    private static final int SHORTEST_SCATTERED = 6;

    private static final int SHORTEST_WALK = 3;
    private static final int MOST_WALKS = 4;

    private final Set<String> words;

    /** Those of the words that have figures among their letters: figures around them are cut off from their own. */
    private final List<String> mixed;

    private final List<String> walks;

    /**
     * @param words in small letters, without accents
     * @param walks along the keys, one way
     */
    CommonPasswords(Set<String> words, List<String> walks) {
        this.words = Set.copyOf(words);
        this.mixed =
                words.stream().filter(word -> NO_LETTERS.matcher(word).find()).toList();
        this.walks = walks.stream()
                .flatMap(walk ->
                        Stream.of(walk, new StringBuilder(walk).reverse().toString()))
                .toList();
    }

    /** With the lists that come along: our own, of what is typed in French hospitals and everywhere. */
    static CommonPasswords standard() {
        return new CommonPasswords(Set.copyOf(lines("security/common-passwords.txt")), lines("security/keyboard.txt"));
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> words() {
        return words;
    }

    /** @param password as typed, long enough to be chosen */
    boolean hold(String password) {
        String small = MARKS.matcher(Normalizer.normalize(password.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("æ", "ae");
        return words.contains(small)
                || isRepeated(small)
                || isWalked(small)
                || mixed.stream().anyMatch(word -> isSurrounded(small, word))
                || cores(small).anyMatch(core -> core.isEmpty() || words.contains(core) || isPair(core));
    }

    private boolean isRepeated(String small) {
        for (int unit = 1; unit <= small.length() / 2; unit++) {
            String beginning = small.substring(0, unit);
            if (beginning.repeat(small.length() / unit + 1).startsWith(small)
                    && (unit <= 4
                            || words.contains(beginning)
                            || cores(beginning).anyMatch(core -> core.isEmpty() || words.contains(core)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSurrounded(String small, String word) {
        int at = small.indexOf(word);
        return at >= 0
                && letters(small.substring(0, at)).isEmpty()
                && letters(small.substring(at + word.length())).isEmpty();
    }

    /** The words that may have been made long: without the figures and signs around them, and with those within read as letters. */
    private static Stream<String> cores(String small) {
        int first = 0;
        while (first < small.length() && !Character.isLetter(small.charAt(first))) {
            first++;
        }
        int last = small.length();
        while (last > first && !Character.isLetter(small.charAt(last - 1))) {
            last--;
        }
        List<String> cores = new ArrayList<>();
        cores.add(small.substring(first, last));
        String scattered = letters(small);
        if (scattered.length() >= SHORTEST_SCATTERED) {
            cores.add(scattered);
        }
        for (int from = Math.max(0, first - MOST_DISGUISED); from <= first; from++) {
            for (int to = last; to <= Math.min(small.length(), last + MOST_DISGUISED); to++) {
                String part = small.substring(from, to);
                cores.add(letters(undisguised(part, AS_I)));
                cores.add(letters(undisguised(part, AS_L)));
            }
        }
        return cores.stream().distinct();
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    private static String undisguised(String text, String letters) {
        return text.chars()
                .map(each -> SIGNS.indexOf(each) < 0 ? each : letters.charAt(SIGNS.indexOf(each)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private boolean isPair(String core) {
        for (int at = SHORTEST_OF_TWO; at <= core.length() - SHORTEST_OF_TWO; at++) {
            if (words.contains(core.substring(0, at)) && words.contains(core.substring(at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a few ways along the keys or the alphabet and nothing else: {@code azerty123456}. */
    private boolean isWalked(String small) {
        int at = 0;
        for (int walked = 0; at < small.length() && walked < MOST_WALKS; walked++) {
            int longest = 0;
            for (String walk : walks) {
                int length = 0;
                while (at + length < small.length() && walk.contains(small.substring(at, at + length + 1))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
            if (longest < SHORTEST_WALK) {
                return false;
            }
            at += longest;
        }
        return at == small.length();
    }
}
