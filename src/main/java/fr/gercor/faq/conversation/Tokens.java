package fr.gercor.faq.conversation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text cut into words, numbers and signs, each with its place, so that what must be masked can be spoken of by tokens. Any index
 * may be asked for: beyond either end stands an empty sign.
 */
final class Tokens {

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    /**
     * @param form a word without capitals, accents and ligatures; the plain digits of a number; a sign itself
     * @param start its first character
     * @param end the character after its last
     * @param glued whether it follows what stands before without a space
     * @param line whether a line begins between it and what stands before
     * @param capital whether it begins with a capital
     * @param capitals whether it is written in capitals alone
     */
    private record Token(
            Kind kind,
            String form,
            int start,
            int end,
            boolean glued,
            boolean line,
            boolean capital,
            boolean capitals) {}

    private static final Token NOTHING = new Token(Kind.SIGN, "", 0, 0, false, true, false, false);

    /** Above this share of capitals they say nothing about names. */
    private static final double SHOUTING = 0.7;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final FrenchWords dictionary;
    private final int[] readings;
    private final boolean shouted;

    Tokens(String text, FrenchWords dictionary) {
        this.text = text;
        this.dictionary = dictionary;
        cut();
        readings = new int[tokens.size()];
        long letters = text.chars().filter(Character::isLetter).count();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        shouted = letters > 0 && capitals > SHOUTING * letters;
    }

    private void cut() {
        int at = 0;
        boolean glued = false;
        boolean line = true;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                glued = false;
                line |= point == '\n' || point == '\r';
                at = end;
                continue;
            }
            Kind kind = Character.isLetter(point) ? Kind.WORD : Character.isDigit(point) ? Kind.NUMBER : Kind.SIGN;
            while (end < text.length() && kind != Kind.SIGN && belongs(kind, text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            tokens.add(token(kind, at, end, glued, line));
            glued = true;
            line = false;
            at = end;
        }
    }

    private static boolean belongs(Kind kind, int point) {
        return kind == Kind.NUMBER
                ? Character.isDigit(point)
                : Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private Token token(Kind kind, int start, int end, boolean glued, boolean line) {
        String written = text.substring(start, end);
        String form =
                switch (kind) {
                    case WORD -> fold(written);
                    case NUMBER -> digits(written);
                    case SIGN -> sign(written);
                };
        boolean capital = kind == Kind.WORD && Character.isUpperCase(written.codePointAt(0));
        boolean capitals = capital && written.length() > 1 && written.equals(written.toUpperCase(Locale.FRENCH));
        return new Token(kind, form, start, end, glued, line, capital, capitals);
    }

    /** Forms as a set, from a text with spaces between them. */
    static Set<String> forms(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }

    static String fold(String word) {
        String small = word.toLowerCase(Locale.FRENCH);
        if (small.chars().allMatch(c -> c < 0x80)) {
            return small;
        }
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(small, Normalizer.Form.NFKD).chars().forEach(c -> {
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append((char) c);
                    }
                }
            }
        });
        return folded.toString();
    }

    private static String digits(String written) {
        StringBuilder digits = new StringBuilder();
        written.codePoints().forEach(point -> digits.append(Character.digit(point, 10)));
        return digits.toString();
    }

    private static String sign(String written) {
        return switch (written) {
            case "’", "‘", "ʼ", "`", "´" -> "'";
            case "‐", "‑", "‒", "–", "—" -> "-";
            case "＠" -> "@";
            case "．", "·", "•" -> ".";
            default -> written;
        };
    }

    int count() {
        return tokens.size();
    }

    private Token get(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    String form(int i) {
        return get(i).form();
    }

    boolean is(int i, String form) {
        return get(i).form().equals(form);
    }

    boolean isOneOf(int i, Set<String> forms) {
        return forms.contains(get(i).form());
    }

    boolean isWord(int i) {
        return get(i).kind() == Kind.WORD;
    }

    boolean isNumber(int i) {
        return get(i).kind() == Kind.NUMBER;
    }

    boolean isSign(int i) {
        return get(i).kind() == Kind.SIGN;
    }

    /** Whether nothing stands between a token and the one before. */
    boolean isGlued(int i) {
        return get(i).glued();
    }

    /** Whether a line begins at a token, as at the first. */
    boolean beginsLine(int i) {
        return get(i).line();
    }

    /** Whether a word begins with a capital, in a text where that says something. */
    boolean isCapital(int i) {
        return get(i).capital() && !shouted;
    }

    /** Whether a word is written in capitals alone, in a text where that says something. */
    boolean isAllCapitals(int i) {
        return get(i).capitals() && !shouted;
    }

    /** Whether a word is written with a capital at all, be the whole text so. */
    boolean isWrittenWithCapital(int i) {
        return get(i).capital();
    }

    int start(int i) {
        return get(i).start();
    }

    int end(int i) {
        return get(i).end();
    }

    /** What the dictionary knows a word as; bits of {@link FrenchWords}. */
    int readings(int i) {
        if (!isWord(i)) {
            return 0;
        }
        if (readings[i] == 0) {
            readings[i] = dictionary.readings(get(i).form()) | FrenchWords.LOOKED_UP;
        }
        return readings[i];
    }

    /** Whether the dictionary knows a word as something else than a name. */
    boolean isCommon(int i) {
        return (readings(i) & FrenchWords.COMMON) != 0;
    }

    /** Whether the dictionary knows a word as a name of any kind. */
    boolean isProper(int i) {
        return (readings(i) & FrenchWords.PROPER) != 0;
    }

    /** Whether the dictionary knows a word as a first name. */
    boolean isFirstName(int i) {
        return (readings(i) & FrenchWords.FIRST_NAME) != 0;
    }

    /** Whether the dictionary doesn't know a word at all. */
    boolean isUnknown(int i) {
        return isWord(i) && (readings(i) & (FrenchWords.COMMON | FrenchWords.PROPER)) == 0;
    }
}
