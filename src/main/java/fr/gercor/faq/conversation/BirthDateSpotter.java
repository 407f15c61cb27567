package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Dates of birth: dates that are said to be one. All other dates stay, for treatments have theirs. */
final class BirthDateSpotter implements Masker.Spotter {

    private static final Set<String> BORN = Tokens.forms("""
            ne nee nes nees ner nai nais nait naquit naquis""");
    private static final Set<String> BIRTH = Tokens.forms("""
            naissance naisance naissence naissanse nessance naissances ddn dn anniversaire anniv dob""");

    /** What may stand between such a word and the date. */
    private static final Set<String> BETWEEN = Set.of(
            "le", "la", "l", "les", "en", "du", "de", "d", "est", "c", "'", ":", "-", "=", "(", ")", ",", ".", "un",
            "une", "et", "suis", "e", "au", "mon", "ma", "j", "je", "date", "jour", "annee", "mois", "vers", "courant",
            "fin", "debut", "soit", "remonte", "tombe");

    private static final Set<String> DAYS =
            Set.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final int MOST_BETWEEN = 6;

    /** « née Martin à Lyon le », but not further: the sentence has gone on to something else. */
    private static final int MOST_NAMED_BETWEEN = 8;

    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    private static final Set<String> SHORT_MONTHS = Tokens.forms("""
            janv jan fev fevr avr juil juill sept sep oct nov dec aou""");
    private static final Set<String> DATE_SIGNS = Set.of("/", ".", "-", ",", "_");

    /** Eight or six digits in a row. */
    private static final Pattern ALL_DIGITS =
            Pattern.compile("(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\\d\\d|\\d\\d)");

    private static final Pattern YEAR = Pattern.compile("(?:18|19|20)\\d\\d");

    /** A whole date beside a name is one of birth if it lies so far back: no treatment that is talked of does. */
    private static final int SURELY_BIRTH = 2008;

    @Override
    public void spot(Tokens tokens, Marks marks) {
        for (int i = 0; i < tokens.count(); i++) {
            boolean sawTheDay = tokens.is(i, "jour") && tokens.is(i - 1, "le") && tokens.is(i - 2, "vu");
            boolean birth =
                    tokens.isOneOf(i, BIRTH) || (tokens.isUnknown(i) && Misspelling.isNearAny(tokens.form(i), BIRTH));
            if (tokens.isOneOf(i, BORN) || birth || sawTheDay) {
                if (!after(tokens, marks, i) && birth) {
                    before(tokens, marks, i);
                }
            } else if (isPersonal(tokens, i)) {
                int first = i + 1;
                date(tokens, first)
                        .filter(date -> date.year() > 0 && date.year() < SURELY_BIRTH)
                        .ifPresent(date -> marks.mark(Kind.BIRTH_DATE, first, date.last()));
            }
        }
    }

    /** « je suis du 12 mai 1960 », « 66 ans (12/05/1960) ». */
    private static boolean isPersonal(Tokens tokens, int i) {
        boolean from = (tokens.is(i, "du") || tokens.is(i, "de")) && tokens.is(i - 1, "suis");
        boolean aged = tokens.is(i, "(") && tokens.is(i - 1, "ans");
        return from || aged;
    }

    /** « le 3 mars 1962, c'est ma date de naissance ». */
    private static void before(Tokens tokens, Marks marks, int word) {
        for (int i = word - MOST_BEFORE; i < word; i++) {
            Optional<Date> date = date(tokens, i).filter(each -> each.year() > 0);
            boolean said = date.isPresent()
                    && IntStream.range(date.get().last() + 1, word)
                            .allMatch(between -> tokens.isOneOf(between, BETWEEN));
            if (said) {
                marks.mark(Kind.BIRTH_DATE, i, date.get().last());
                return;
            }
        }
    }

    private static final int MOST_BEFORE = 12;

    private static boolean after(Tokens tokens, Marks marks, int word) {
        boolean born = tokens.isOneOf(word, BORN);
        int most = born ? MOST_NAMED_BETWEEN : MOST_BETWEEN;
        boolean named = false;
        for (int i = word + 1; i <= word + most && i < tokens.count(); i++) {
            boolean announced = !named
                    || tokens.is(i - 1, "le")
                    || tokens.is(i - 1, "en")
                    || tokens.is(i - 1, ",")
                    || tokens.isOneOf(i - 1, DAYS);
            Optional<Date> date = announced ? date(tokens, i) : Optional.empty();
            if (date.isPresent()) {
                marks.mark(Kind.BIRTH_DATE, i, date.get().last());
                return true;
            }
            if (!tokens.isOneOf(i, BETWEEN) && !tokens.isOneOf(i, DAYS)) {
                // A maiden name or a place stands between.
                boolean mayBeNamed = born && tokens.isWord(i) && !tokens.isOneOf(i, FOLLOWING_NE);
                if (!mayBeNamed) {
                    return false;
                }
                named = true;
            } else if (tokens.is(i, ".") && !tokens.isNumber(i + 1)) {
                return false;
            }
        }
        return false;
    }

    /** What follows the « ne » of a negation, which unaccented looks like « né ». */
    private static final Set<String> FOLLOWING_NE = Tokens.forms("""
            pas plus jamais rien sais suis veux peux peut sont fait me se te vous nous lui leur va vais dois
            doit avec pour""");

    /**
     * @param year of it; 0 where it is not said in digits
     * @param last its last token
     */
    private record Date(int year, int last) {}

    private static Optional<Date> date(Tokens tokens, int i) {
        return digits(tokens, i).or(() -> words(tokens, i)).or(() -> yearAlone(tokens, i));
    }

    private static Optional<Date> digits(Tokens tokens, int i) {
        if (!tokens.isNumber(i)) {
            return Optional.empty();
        }
        String first = tokens.form(i);
        if (ALL_DIGITS.matcher(first).matches()) {
            return Optional.of(new Date(year(first.substring(4)), i));
        }
        boolean spaced = tokens.isNumber(i + 1) && tokens.isNumber(i + 2);
        boolean signed = tokens.isOneOf(i + 1, DATE_SIGNS)
                && tokens.isNumber(i + 2)
                && tokens.isOneOf(i + 3, DATE_SIGNS)
                && tokens.isNumber(i + 4);
        if (!spaced && !signed) {
            return Optional.empty();
        }
        String second = tokens.form(signed ? i + 2 : i + 1);
        int last = signed ? i + 4 : i + 2;
        String third = tokens.form(last);
        if (first.length() == 4 && third.length() <= 2) {
            return Optional.of(new Date(year(first), last));
        }
        boolean dayFirst = first.length() <= 2 && second.length() <= 2 && (third.length() == 4 || third.length() == 2);
        return dayFirst ? Optional.of(new Date(year(third), last)) : Optional.empty();
    }

    private static Optional<Date> words(Tokens tokens, int i) {
        int month = i;
        boolean dayInDigits = tokens.isNumber(i) && tokens.form(i).length() <= 2;
        if (dayInDigits) {
            month = tokens.is(i + 1, "er") ? i + 2 : i + 1;
        } else if (tokens.is(i, "premier")) {
            month = i + 1;
        } else {
            Optional<FrenchNumbers.Spelt> day = FrenchNumbers.at(tokens, i).filter(spelt -> spelt.value() <= 31);
            month = day.map(spelt -> spelt.last() + 1).orElse(i);
        }
        if (tokens.isOneOf(month, DATE_SIGNS) || tokens.is(month, "de")) {
            month++;
        }
        if (!isMonth(tokens, month)) {
            return Optional.empty();
        }
        int next = month + 1;
        while (tokens.isOneOf(next, DATE_SIGNS) || tokens.is(next, "de") || tokens.is(next, "en")) {
            next++;
        }
        if (tokens.isNumber(next)
                && (tokens.form(next).length() == 2
                        || YEAR.matcher(tokens.form(next)).matches())) {
            return Optional.of(new Date(year(tokens.form(next)), next));
        }
        int speltYear = spelt(tokens, next);
        return Optional.of(new Date(0, speltYear >= next ? speltYear : month));
    }

    private static Optional<Date> yearAlone(Tokens tokens, int i) {
        boolean ofMe = tokens.is(i - 1, "de") && tokens.is(i - 2, "suis");
        boolean introduced = ofMe || tokens.is(i - 1, "en") || tokens.is(i - 1, ":") || tokens.is(i - 1, "annee");
        boolean digits = tokens.isNumber(i)
                && (YEAR.matcher(tokens.form(i)).matches()
                        || (tokens.is(i - 1, "en") && tokens.form(i).length() == 2));
        if (introduced && digits) {
            return Optional.of(new Date(year(tokens.form(i)), i));
        }
        boolean thousands = tokens.is(i, "mille") || tokens.is(i + 1, "mille") || tokens.is(i + 1, "cent");
        return introduced && thousands ? Optional.of(new Date(0, Math.max(i, spelt(tokens, i)))) : Optional.empty();
    }

    /** The last token of a year spelt out from {@code first} on; {@code first - 1} where none is. */
    private static int spelt(Tokens tokens, int first) {
        int last = first - 1;
        for (int i = first; i < first + 10; i++) {
            boolean number = tokens.is(i, "mille") || tokens.is(i, "mil") || FrenchNumbers.isNumber(tokens, i);
            if (number) {
                last = i;
            } else if (!tokens.is(i, "-") && !tokens.is(i, "et")) {
                break;
            }
        }
        return last;
    }

    private static boolean isMonth(Tokens tokens, int i) {
        String form = tokens.form(i);
        return SHORT_MONTHS.contains(form) || (tokens.isWord(i) && Misspelling.isNearAny(form, MONTHS));
    }

    private static int year(String digits) {
        int value = Integer.parseInt(digits);
        return digits.length() == 2 ? 1900 + value : value;
    }
}
