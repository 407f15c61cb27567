package fr.gercor.faq.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers spelt out, as somebody dictates them: « zéro six », « quatre-vingt-douze », « septante et un », « double zéro ». */
final class FrenchNumbers {

    private static final Map<String, Integer> VALUES = new HashMap<>();

    static {
        String[] upToSixteen = {
            "zero",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize"
        };
        for (int value = 0; value < upToSixteen.length; value++) {
            VALUES.put(upToSixteen[value], value);
        }
        VALUES.putAll(Map.of(
                "vingt",
                20,
                "trente",
                30,
                "quarante",
                40,
                "cinquante",
                50,
                "soixante",
                60,
                "septante",
                70,
                "huitante",
                80,
                "octante",
                80,
                "nonante",
                90,
                "cent",
                100));
        VALUES.putAll(Map.of(
                "zeros", 0, "une", 1, "vingts", 20, "cents", 100, "sis", 6, "cinc", 5, "ving", 20, "dis", 10, "set",
                7));
    }

    /** Shorter words are a letter away from too many others. */
    private static final int SHORTEST_MISSPELT = 5;

    private static final int DOZENS = 60;

    private FrenchNumbers() {}

    /**
     * A number spelt out.
     *
     * @param digits as it is dialled
     * @param value of it
     * @param last its last token
     */
    record Spelt(String digits, int value, int last) {}

    /** Whether a word is a number, or a letter away from one. */
    static boolean isNumber(Tokens tokens, int i) {
        return value(tokens, i).isPresent() || tokens.is(i, "double");
    }

    /** The longest number below a thousand that begins at a token. */
    static Optional<Spelt> at(Tokens tokens, int i) {
        if (tokens.is(i, "double")) {
            return value(tokens, i + 1)
                    .filter(value -> value < 10)
                    .map(value -> new Spelt("" + value + value, value * 11, i + 1));
        }
        Optional<Integer> first = value(tokens, i);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int hundreds = 0;
        int at = i;
        int next = after(tokens, i);
        if (first.get() == 100) {
            hundreds = 1;
        } else if (first.get() > 1
                && first.get() < 10
                && value(tokens, next).filter(value -> value == 100).isPresent()) {
            hundreds = first.get();
            at = next;
        }
        if (hundreds > 0) {
            Optional<Spelt> rest = belowHundred(tokens, after(tokens, at)).filter(spelt -> spelt.value() > 0);
            int value = hundreds * 100 + rest.map(Spelt::value).orElse(0);
            return Optional.of(new Spelt(
                    String.valueOf(value), value, rest.map(Spelt::last).orElse(at)));
        }
        return belowHundred(tokens, i);
    }

    private static Optional<Spelt> belowHundred(Tokens tokens, int i) {
        Optional<Integer> first = value(tokens, i);
        if (first.isEmpty() || first.get() >= 100) {
            return Optional.empty();
        }
        int value = first.get();
        int last = i;
        int next = after(tokens, i);
        if (value == 4 && value(tokens, next).filter(each -> each == 20).isPresent()) {
            value = 80;
            last = next;
            next = after(tokens, next);
        }
        if (value >= 20) {
            int unit = next;
            boolean and = tokens.is(next, "et");
            int joined = and ? after(tokens, next) : next;
            boolean dozens = value == DOZENS || value == 80;
            Optional<Spelt> rest = (dozens ? belowTwenty(tokens, joined) : unit(tokens, joined))
                    .filter(each -> each.value() > 0
                            && !opensEighty(tokens, each, unit)
                            && (!and || each.value() == 1 || each.value() == 11));
            value += rest.map(Spelt::value).orElse(0);
            last = rest.map(Spelt::last).orElse(last);
        } else {
            Optional<Spelt> teen = belowTwenty(tokens, i);
            value = teen.map(Spelt::value).orElse(value);
            last = teen.map(Spelt::last).orElse(last);
        }
        return Optional.of(new Spelt(String.valueOf(value), value, last));
    }

    /** « trente quatre-vingt-neuf » is thirty and eighty-nine, unless hyphens say « trente-quatre vingt ». */
    private static boolean opensEighty(Tokens tokens, Spelt unit, int next) {
        boolean followed = value(tokens, after(tokens, unit.last()))
                .filter(value -> value == 20)
                .isPresent();
        boolean tied = tokens.is(next - 1, "-") && !tokens.is(unit.last() + 1, "-");
        return unit.value() == 4 && followed && !tied;
    }

    private static Optional<Spelt> belowTwenty(Tokens tokens, int i) {
        Optional<Integer> first = value(tokens, i).filter(value -> value < 20);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int next = after(tokens, i);
        Optional<Integer> unit = value(tokens, next).filter(value -> value >= 7 && value <= 9);
        return first.get() == 10 && unit.isPresent()
                ? Optional.of(new Spelt(String.valueOf(10 + unit.get()), 10 + unit.get(), next))
                : Optional.of(new Spelt(String.valueOf(first.get()), first.get(), i));
    }

    private static Optional<Spelt> unit(Tokens tokens, int i) {
        return value(tokens, i).filter(value -> value < 10).map(value -> new Spelt(String.valueOf(value), value, i));
    }

    /** The next word, over a hyphen. */
    private static int after(Tokens tokens, int i) {
        return tokens.is(i + 1, "-") ? i + 2 : i + 1;
    }

    private static Optional<Integer> value(Tokens tokens, int i) {
        if (!tokens.isWord(i)) {
            return Optional.empty();
        }
        String form = tokens.form(i);
        Integer exact = VALUES.get(form);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (form.length() < SHORTEST_MISSPELT || tokens.isCommon(i)) {
            return Optional.empty();
        }
        return VALUES.entrySet().stream()
                .filter(each ->
                        each.getKey().length() >= SHORTEST_MISSPELT - 1 && Misspelling.isNear(form, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
