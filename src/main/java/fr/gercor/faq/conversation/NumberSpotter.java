package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Telephone and social security numbers, in digits however grouped, spelt out, or both. Works on runs: numbers with nothing but
 * light signs between them. What tells a number from a dose is how many digits the run has, and how it begins.
 */
final class NumberSpotter implements Masker.Spotter {

    private static final Set<String> SEPARATORS = Set.of(".", "-", "/", "_", "(", ")", "*", "|", "~", "'", "+");

    /** These stand within temperatures and times too, so only between the parts of what begins as a telephone number does. */
    private static final Set<String> DOUBTFUL_SEPARATORS = Set.of(",", ":", ";");

    private static final Set<String> SEPARATOR_WORDS = Set.of("tiret", "point", "espace", "puis", "slash", "barre");
    private static final int MOST_SEPARATORS = 3;

    private static final Set<String> PHONE_WORDS = Tokens.forms("""
            tel telephone telephonique telefone telephon tele portable portabl mobile fixe numero numeros num no
            n joindre joignable rappeler rappelez rappele appeler appelez appele contacter contactez sms gsm
            whatsapp fax ligne tph phone cell cellulaire port""");
    private static final Set<String> SECURITY_WORDS = Tokens.forms("""
            secu securite sociale nir vitale immatriculation insee ss nss assure assuree cpam matricule secus
            securit social""");

    /** How far before a number the words that announce it stand. */
    private static final int WORDS_BEFORE = 7;

    /** Sex, year, month, department, the rest, and the key. */
    private static final Pattern SECURITY_NUMBER =
            Pattern.compile("[1-478]\\d{2}(?:0[1-9]|1[0-2]|20|[3-9]\\d)(?:\\d{2}|2[AB])\\d{6}(?:\\d{2})?");

    private static final Pattern KEYED = Pattern.compile("[1-478]\\d{4}(?:\\d{2}|2[AB])\\d{8}");

    private static final int SECURITY_DIGITS = 13;
    private static final int SECURITY_DIGITS_WITH_KEY = 15;
    private static final int KEY_OF = 97;

    /** Packs of medicines bear 13 digits that begin so: no person's number. */
    private static final String PACK = "34009";

    private static final int PHONE_DIGITS = 10;
    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d*");
    private static final Pattern FRENCH_ABROAD = Pattern.compile("(?:00)?33[1-9]\\d{8}");

    /**
     * A number of a run.
     *
     * @param digits its digits, or of a department of Corsica {@code 2A}
     * @param spelt whether it was spelt out, so that where its digits are cut is a guess
     */
    private record Item(String digits, boolean spelt, int first, int last) {}

    @Override
    public void spot(Tokens tokens, Marks marks) {
        int i = 0;
        while (i < tokens.count()) {
            List<Item> run = isDecimal(tokens, i) ? List.of() : run(tokens, marks, i);
            if (run.isEmpty()) {
                i++;
            } else {
                spot(tokens, marks, run);
                i = run.getLast().last() + 1;
            }
        }
    }

    private static List<Item> run(Tokens tokens, Marks marks, int start) {
        List<Item> run = new ArrayList<>();
        Optional<Item> item = item(tokens, marks, start);
        while (item.isPresent()) {
            run.add(item.get());
            int next = item.get().last() + 1;
            int separators = 0;
            while (separators < MOST_SEPARATORS && separates(tokens, next, run)) {
                next++;
                separators++;
            }
            item = item(tokens, marks, next);
        }
        return run;
    }

    /** Whether a number is what stands behind the comma or the dot of another: « 0,8 ». */
    private static boolean isDecimal(Tokens tokens, int i) {
        boolean point = tokens.is(i - 1, ",") || tokens.is(i - 1, ".");
        return point && tokens.isGlued(i) && tokens.isGlued(i - 1) && tokens.isNumber(i - 2);
    }

    private static boolean separates(Tokens tokens, int i, List<Item> run) {
        Item first = run.getFirst();
        boolean likePhone =
                first.digits().length() >= 2 && NATIONAL.matcher(first.digits()).matches();
        return tokens.isOneOf(i, SEPARATORS)
                || (tokens.isOneOf(i, DOUBTFUL_SEPARATORS) && (likePhone || first.spelt()))
                || (run.size() > 1 && tokens.isOneOf(i, SEPARATOR_WORDS));
    }

    private static Optional<Item> item(Tokens tokens, Marks marks, int i) {
        if (marks.isMarked(i)) {
            return Optional.empty();
        }
        if (tokens.isNumber(i)) {
            return digits(tokens, i);
        }
        boolean zero = tokens.is(i, "o") && tokens.isNumber(i + 1) && !tokens.is(i - 1, "'");
        if (zero) {
            return tokens.isGlued(i + 1)
                    ? Optional.of(new Item("0" + tokens.form(i + 1), false, i, i + 1))
                    : Optional.of(new Item("0", false, i, i));
        }
        return FrenchNumbers.at(tokens, i).map(spelt -> new Item(spelt.digits(), true, i, spelt.last()));
    }

    private static Optional<Item> digits(Tokens tokens, int i) {
        boolean letterAfter = tokens.isWord(i + 1) && tokens.isGlued(i + 1);
        boolean letterBefore = tokens.isWord(i - 1) && tokens.isGlued(i) && !tokens.is(i - 1, "o");
        if (letterBefore) {
            return Optional.empty();
        }
        if (!letterAfter) {
            return Optional.of(new Item(tokens.form(i), false, i, i));
        }
        boolean corsica = (tokens.is(i + 1, "a") || tokens.is(i + 1, "b"))
                && tokens.form(i).endsWith("2");
        if (corsica) {
            boolean more = tokens.isNumber(i + 2) && tokens.isGlued(i + 2);
            String letter = tokens.is(i + 1, "a") ? "A" : "B";
            return Optional.of(
                    more
                            ? new Item(tokens.form(i) + letter + tokens.form(i + 2), false, i, i + 2)
                            : new Item(tokens.form(i) + letter, false, i, i + 1));
        }
        boolean zeros = tokens.is(i + 1, "o") && tokens.isNumber(i + 2) && tokens.isGlued(i + 2);
        return zeros
                ? Optional.of(new Item(tokens.form(i) + "0" + tokens.form(i + 2), false, i, i + 2))
                : Optional.empty();
    }

    private static void spot(Tokens tokens, Marks marks, List<Item> run) {
        int from = 0;
        while (from < run.size()) {
            int last = securityNumber(tokens, run, from);
            Kind kind = Kind.SOCIAL_SECURITY_NUMBER;
            if (last < 0) {
                last = phone(tokens, run, from);
                kind = Kind.PHONE;
            }
            if (last < 0) {
                from++;
                continue;
            }
            int first = run.get(from).first();
            while (tokens.is(first - 1, "+") || tokens.is(first - 1, "(")) {
                first--;
            }
            marks.mark(kind, first, run.get(last).last());
            from = last + 1;
        }
    }

    /** The last item of a social security number that begins at an item, or -1. */
    private static int securityNumber(Tokens tokens, List<Item> run, int from) {
        if (!startsWithOneOf(run.get(from).digits(), "123478")) {
            return -1;
        }
        StringBuilder digits = new StringBuilder();
        int found = -1;
        boolean spelt = false;
        int last = from;
        for (int i = from; i < run.size() && digits.length() <= SECURITY_DIGITS_WITH_KEY; i++) {
            digits.append(run.get(i).digits());
            spelt |= run.get(i).spelt();
            last = i;
            if (isSecurityNumber(digits.toString())) {
                found = i;
            }
        }
        if (found >= 0) {
            boolean halfAKey =
                    found + 1 == run.size() - 1 && run.getLast().digits().length() < 2;
            return halfAKey ? found + 1 : found;
        }
        boolean announced = isAnnounced(tokens, run.get(from).first(), SECURITY_WORDS);
        boolean grouped = run.get(from).digits().length() == 1 && last - from >= 4 && !spelt;
        boolean nearly = digits.length() >= SECURITY_DIGITS - 1 && digits.length() <= SECURITY_DIGITS_WITH_KEY + 2;
        boolean atEnd = last == run.size() - 1;
        return nearly && atEnd && (announced || grouped || (spelt && last - from >= 5)) ? last : -1;
    }

    /** A wrong key is a slip of the hand where all the rest is right, and a wrong month is one where the key is right. */
    private static boolean isSecurityNumber(String digits) {
        if (SECURITY_NUMBER.matcher(digits).matches()) {
            return !digits.startsWith(PACK);
        }
        return KEYED.matcher(digits).matches() && hasRightKey(digits);
    }

    /** Whether the key of a number of 15 digits is right. */
    static boolean hasRightKey(String digits) {
        String body = digits.substring(0, SECURITY_DIGITS).replace("2A", "19").replace("2B", "18");
        return KEY_OF - Long.parseLong(body) % KEY_OF == Long.parseLong(digits.substring(SECURITY_DIGITS));
    }

    /** The last item of a telephone number that begins at an item, or -1. */
    private static int phone(Tokens tokens, List<Item> run, int from) {
        int abroad = abroad(tokens, run, from);
        if (abroad >= 0) {
            return abroad;
        }
        int start = run.get(from).first();
        boolean within = tokens.isSign(start - 1)
                && !tokens.is(start - 1, "(")
                && tokens.isGlued(start)
                && tokens.isNumber(start - 2);
        boolean decimal = run.get(from).digits().equals("0") && isDecimal(tokens, start + 2);
        if (within || decimal) {
            return -1;
        }
        boolean announced = isAnnounced(tokens, start, PHONE_WORDS);
        StringBuilder digits = new StringBuilder();
        boolean spelt = false;
        int last = from;
        for (int i = from; i < run.size() && digits.length() < PHONE_DIGITS; i++) {
            digits.append(run.get(i).digits());
            spelt |= run.get(i).spelt();
            last = i;
        }
        boolean whole = last == run.size() - 1;
        int count = digits.length();
        boolean national = NATIONAL.matcher(digits).matches();
        if (national && count == PHONE_DIGITS) {
            // Where digits that were said are cut is a guess: a rest of the run belongs to them.
            return spelt && allToEnd(run, from) <= PHONE_DIGITS + 3 ? run.size() - 1 : last;
        }
        int groups = last - from + 1;
        if (national && whole) {
            boolean digitLost = count == PHONE_DIGITS - 1 || count == PHONE_DIGITS + 1 || count == PHONE_DIGITS + 2;
            boolean guessed = spelt && count >= PHONE_DIGITS - 2 && groups >= 4;
            if (guessed || (digitLost && (groups >= 4 || announced)) || (digitLost && groups == 1)) {
                return last;
            }
        }
        if (isNorthAmerican(tokens, run, from)) {
            return from + 2;
        }
        boolean enough = count >= PHONE_DIGITS - 2;
        return announced && enough && allToEnd(run, from) <= 15 && !isDate(tokens, run, from) ? run.size() - 1 : -1;
    }

    /** The last item of a number with its country, or -1. */
    private static int abroad(Tokens tokens, List<Item> run, int from) {
        Item first = run.get(from);
        boolean plus = tokens.is(first.first() - 1, "+") || tokens.is(first.first() - 1, "plus");
        boolean zeros = first.digits().startsWith("00") && first.digits().length() >= 4;
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < run.size() && digits.length() < 15; i++) {
            boolean optionalZero = i > from
                    && run.get(i).digits().equals("0")
                    && tokens.is(run.get(i).first() - 1, "(");
            digits.append(optionalZero ? "" : run.get(i).digits());
            String national = digits.toString().replaceFirst("^(?:00)?330", "33");
            if (FRENCH_ABROAD.matcher(national).matches() && (plus || zeros || i == from || i - from >= 4)) {
                return i;
            }
        }
        boolean enough = digits.length() >= 8 + (zeros ? 2 : 0) && digits.length() <= 17;
        boolean country = first.digits().length() <= 4 || run.size() == 1;
        return (plus || zeros) && enough && country ? run.size() - 1 : -1;
    }

    /** Québec: three, three and four digits. */
    private static boolean isNorthAmerican(Tokens tokens, List<Item> run, int from) {
        if (run.size() < from + 3) {
            return false;
        }
        Item area = run.get(from);
        Item exchange = run.get(from + 1);
        Item line = run.get(from + 2);
        boolean signs = tokens.isSign(exchange.first() - 1) && tokens.isSign(line.first() - 1);
        return signs
                && startsWithOneOf(area.digits(), "23456789")
                && area.digits().length() == 3
                && exchange.digits().length() == 3
                && line.digits().length() == 4;
    }

    private static boolean isDate(Tokens tokens, List<Item> run, int from) {
        if (run.size() < from + 3
                || run.get(from).digits().length() > 2
                || run.get(from + 1).digits().length() > 2) {
            return false;
        }
        int year = run.get(from + 2).digits().length();
        return year == 4 || (year == 2 && tokens.is(run.get(from + 1).first() - 1, "/"));
    }

    private static int allToEnd(List<Item> run, int from) {
        return run.subList(from, run.size()).stream()
                .mapToInt(item -> item.digits().length())
                .sum();
    }

    private static boolean isAnnounced(Tokens tokens, int i, Set<String> words) {
        for (int back = 1; back <= WORDS_BEFORE; back++) {
            if (Misspelling.isNearAny(tokens.form(i - back), words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithOneOf(String digits, String firsts) {
        return firsts.indexOf(digits.charAt(0)) >= 0;
    }
}
