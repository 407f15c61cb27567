package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Postal addresses: a street with its number, what belongs to it, the postal code and the town. A town alone stays. */
final class AddressSpotter implements Masker.Spotter {

    private static final Set<String> STREETS = Tokens.forms("""
            rue avenue boulevard boulvard allee allees impasse residence lotissement faubourg ruelle venelle
            esplanade hameau lieudit chaussee sentier promenade""");

    /** Words of many meanings, or cut short: streets only after a number. */
    private static final Set<String> STREETS_AFTER_NUMBER = Tokens.forms("""
            ru av ave bd bld blvd boul bvd imp pl ch chem sq all res fbg fg rte r chemin place square quai route
            cours cite villa passage clos domaine montee traverse parc mail cour rond""");

    /** Only with a name after them: « 12 cours de yoga » is no address. */
    private static final Set<String> NAMED_ONLY = Tokens.forms("""
            cours cour parc mail passage ch r cite""");

    /** Dwellings and places: part of an address where it goes on to a postal code, a door or a street. */
    private static final Set<String> PLACES =
            Set.of("quartier", "hlm", "immeuble", "tour", "ferme", "bp", "cs", "zac", "za");

    private static final Set<String> HOME = Tokens.forms("""
            habite habitons habitant habiter abite adresse adresses domicile domicilie domiciliee demeure
            demeurant vis vit loge reside residant postal postale cp situe situee""");

    private static final int HOME_BEFORE = 7;

    private static final Set<String> REPEATS = Set.of("bis", "ter", "quater", "b", "a", "c", "d");
    private static final Set<String> PARTICLES = Tokens.forms("""
            de du des d la le les l aux au ' sur sous""");
    private static final Set<String> PARTS = Tokens.forms("""
            bat batiment bt appt appartement apt appart etage escalier esc porte bp cs cedex residence immeuble
            boite lot tour hall""");
    private static final Set<String> TOWN_JOINTS = Tokens.forms("""
            - ' sur sous en les lez la le de du des d l aux st ste saint sainte""");
    private static final Set<String> TOWN_OPENINGS = Tokens.forms("""
            la le les l st ste saint sainte ' -""");

    /** Words that end an address, for they go on to something else. */
    private static final Set<String> STOPS = Tokens.forms("""
            et je j mon ma mes depuis pour avec est suis ai il elle on nous qui que mais car a tel telephone
            mail email ne nee svp merci pendant apres avant par dans chez comment quand ou si puis alors c ce
            cette un une""");

    private static final Pattern HOUSE = Pattern.compile("\\d{1,4}");
    private static final Pattern POSTAL_CODE = Pattern.compile("(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}");
    private static final int MOST_NAME_WORDS = 6;
    private static final int MOST_PARTS = 4;

    /** Units stand after numbers that look like a postal code: « 12000 UI ». */
    private static final int SHORTEST_TOWN = 3;

    /** An address that is announced but has no street reaches its postal code within so many tokens. */
    private static final int MOST_ANNOUNCED = 12;

    @Override
    public void spot(Tokens tokens, Marks marks) {
        for (int i = 0; i < tokens.count(); i++) {
            if (marks.isMarked(i)) {
                continue;
            }
            int last = tokens.isWord(i) ? street(tokens, marks, i) : -1;
            if (last >= 0) {
                marks.mark(Kind.ADDRESS, house(tokens, i), last);
                i = last;
            } else if (tokens.is(i, "adresse")) {
                announced(tokens, marks, i);
            } else if (isPostalCode(tokens, i)) {
                int town = townEnd(tokens, i + 1, isAtHome(tokens, i));
                boolean said = tokens.is(i - 1, "postal")
                        || tokens.is(i - 2, "postal")
                        || tokens.is(i - 1, "cp")
                        || tokens.is(i - 2, "cp");
                if (town > i || said) {
                    marks.mark(Kind.ADDRESS, i, Math.max(i, town));
                }
            }
        }
    }

    /** The last token of an address whose street's kind stands at {@code i}, or -1. */
    private static int street(Tokens tokens, Marks marks, int i) {
        boolean numbered = house(tokens, i) < i;
        int dit = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean lieuDit = tokens.is(i, "lieu") && tokens.is(dit, "dit");
        boolean strong = lieuDit || isStreet(tokens.form(i));
        boolean weak = tokens.isOneOf(i, STREETS_AFTER_NUMBER) || tokens.isOneOf(i, PLACES);
        if (!strong && !weak) {
            return -1;
        }
        boolean goesOn = goesOn(tokens, i);
        if (!strong && !(numbered && !tokens.isOneOf(i, PLACES)) && !goesOn) {
            return -1;
        }
        int from = lieuDit ? dit + 1 : i + 1;
        if (tokens.is(from, ".") || (tokens.is(i, "rond") && tokens.is(from, "-"))) {
            from = tokens.is(from, ".") ? from + 1 : from + 2;
        }
        int name = from;
        while (tokens.isOneOf(name, PARTICLES)) {
            name++;
        }
        boolean named = isNameLike(tokens, name);
        boolean sure = numbered || goesOn || isAtHome(tokens, i) || (named && tokens.isCapital(name));
        boolean many = tokens.isOneOf(i, NAMED_ONLY) && !strong && !named && !goesOn;
        boolean enough = (tokens.isWord(name) || tokens.isNumber(name)) && !isStop(tokens, name);
        if (!sure || !enough || many || marks.isMarked(name)) {
            return -1;
        }
        return rest(tokens, marks, nameEnd(tokens, marks, from, name));
    }

    /** « 3 avenues thérapeutiques » is no slip of the hand. */
    private static boolean isStreet(String form) {
        boolean plural = form.endsWith("s") && STREETS.contains(form.substring(0, form.length() - 1));
        return STREETS.contains(form) || (!plural && Misspelling.isNearAny(form, STREETS));
    }

    /** Whether what begins here leads to a postal code, a door or a street, so that it is an address. */
    private static boolean goesOn(Tokens tokens, int i) {
        for (int next = i + 1; next <= i + MOST_NAME_WORDS + 2; next++) {
            boolean door = tokens.isOneOf(next, PARTS) && tokens.isNumber(next + 1);
            boolean street = tokens.isNumber(next) && tokens.isOneOf(next + 1, STREETS);
            if (isPostalCode(tokens, next) || door || street) {
                return true;
            }
            if (isStop(tokens, next) || (ends(tokens, next) && !tokens.is(next, ","))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isNameLike(Tokens tokens, int i) {
        return tokens.isWord(i) && (tokens.isCapital(i) || tokens.isProper(i) || tokens.isUnknown(i));
    }

    /** The first token of the number before a street; the street itself where it has none. */
    private static int house(Tokens tokens, int street) {
        int i = street - 1;
        if (tokens.is(i, ",")) {
            i--;
        }
        if (tokens.is(i, "la") && tokens.is(i - 1, "de")) {
            i -= 2;
        }
        if (tokens.isOneOf(i, REPEATS) && tokens.isNumber(i - 1)) {
            i--;
        }
        if (tokens.isNumber(i) && HOUSE.matcher(tokens.form(i)).matches()) {
            return i;
        }
        int end = i;
        int spelt = IntStream.rangeClosed(i - 3, i)
                .filter(first -> FrenchNumbers.at(tokens, first)
                        .filter(number -> number.last() == end && number.value() > 1)
                        .isPresent())
                .findFirst()
                .orElse(-1);
        return spelt >= 0 ? spelt : street;
    }

    /** The last token of a street's name. */
    private static int nameEnd(Tokens tokens, Marks marks, int from, int name) {
        boolean particle = name > from;
        int postal = name;
        while (postal < name + MOST_NAME_WORDS
                && !isPostalCode(tokens, postal)
                && !isStop(tokens, postal)
                && !ends(tokens, postal)) {
            postal++;
        }
        if (isPostalCode(tokens, postal) && postal > name) {
            return postal - 1;
        }
        int last = name;
        int common = 1;
        for (int i = name + 1; i <= name + MOST_NAME_WORDS; i++) {
            if (marks.isMarked(i) || isStop(tokens, i) || ends(tokens, i)) {
                break;
            }
            boolean joint = tokens.is(i, "-") || tokens.isOneOf(i, PARTICLES);
            boolean capital = tokens.isWord(i) && tokens.isCapital(i);
            boolean number = tokens.isNumber(last) && tokens.isWord(i);
            boolean second = !particle && tokens.isWord(i) && common < 2;
            if (joint && (tokens.isWord(i + 1) || tokens.is(i + 1, "'")) && !isStop(tokens, i + 1)) {
                continue;
            }
            boolean joined = i - 1 > last;
            if (!capital && !number && !second && !joined && !(tokens.isWord(i) && isNameLike(tokens, i))) {
                break;
            }
            last = i;
            common++;
        }
        if (tokens.isNumber(last + 1)
                && tokens.isNumber(name)
                && tokens.form(last + 1).length() == 4) {
            last++;
        }
        return last;
    }

    /** What belongs to the address after its street: stairs, door, postal code and town. */
    private static int rest(Tokens tokens, Marks marks, int street) {
        int last = street;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int next = last + 1;
            while (tokens.is(next, ",")
                    || tokens.is(next, "-")
                    || tokens.is(next, ".") && isPostalCode(tokens, next + 1)) {
                next++;
            }
            if (marks.isMarked(next)) {
                return last;
            }
            if (tokens.isOneOf(next, PARTS)
                    || (tokens.isNumber(next) && tokens.isOneOf(next + 1, PARTS))
                    || (tokens.isNumber(next) && tokens.is(next + 1, "e") && tokens.isOneOf(next + 2, PARTS))) {
                last = partEnd(tokens, next);
            } else if (isPostalCode(tokens, next)) {
                return Math.max(next, townEnd(tokens, next + 1, true));
            } else if (isSplitPostalCode(tokens, next)) {
                return Math.max(next + 1, townEnd(tokens, next + 2, true));
            } else if (tokens.is(next, "a") && townEnd(tokens, next + 1, true) > next) {
                return townEnd(tokens, next + 1, true);
            } else if (next > last + 1 && tokens.isWord(next) && tokens.isCapital(next) && isTown(tokens, next)) {
                return townEnd(tokens, next, true);
            } else {
                return last;
            }
        }
        return last;
    }

    private static int partEnd(Tokens tokens, int i) {
        int last = i;
        while (tokens.isNumber(last) || tokens.is(last, "e")) {
            last++;
        }
        boolean labelled = tokens.isNumber(last + 1)
                || (tokens.isWord(last + 1) && (tokens.form(last + 1).length() == 1 || tokens.isCapital(last + 1)));
        if (labelled && !isPostalCode(tokens, last + 1)) {
            last++;
        }
        if (tokens.isNumber(last + 1) && tokens.isGlued(last + 1)) {
            last++;
        }
        return last;
    }

    /** The last token of a town that begins at {@code i}; {@code i - 1} where none does. */
    private static int townEnd(Tokens tokens, int i, boolean expected) {
        int first = i;
        if (tokens.is(first, ",") || tokens.is(first, ")") || tokens.is(first, "-")) {
            first++;
        }
        int opening = first;
        while (tokens.isOneOf(opening, TOWN_OPENINGS)) {
            opening++;
        }
        boolean town = expected
                ? isTown(tokens, opening) || (opening > first && tokens.isWord(opening) && !isStop(tokens, opening))
                : isTown(tokens, opening) && isTownAlone(tokens, opening);
        if (!town) {
            return i - 1;
        }
        int last = opening;
        while (tokens.isOneOf(last + 1, TOWN_JOINTS)) {
            int next = last + 1;
            while (tokens.isOneOf(next, TOWN_JOINTS)) {
                next++;
            }
            boolean hyphen = tokens.is(last + 1, "-") && tokens.isGlued(last + 1);
            if (!tokens.isWord(next) || isStop(tokens, next) || !(hyphen || isNameLike(tokens, next))) {
                break;
            }
            last = next;
        }
        while ((tokens.isWord(last + 1)
                        && tokens.isCapital(last + 1)
                        && isNameLike(tokens, last + 1)
                        && !tokens.isCommon(last + 1))
                || tokens.is(last + 1, "cedex")) {
            last++;
        }
        if (tokens.isNumber(last + 1) && tokens.form(last + 1).length() <= 2 && tokens.is(last, "cedex")) {
            last++;
        } else if (tokens.isNumber(last + 1)
                && (tokens.is(last + 2, "e") || tokens.is(last + 2, "eme") || tokens.is(last + 2, "er"))) {
            last += 2;
        }
        return last;
    }

    private static boolean isTown(Tokens tokens, int i) {
        return tokens.isWord(i)
                && tokens.form(i).length() >= 2
                && !isStop(tokens, i)
                && (tokens.isCapital(i) || !tokens.isCommon(i) || tokens.isProper(i));
    }

    /** After a number that nothing announced as a postal code, only what can't be a unit or a thing counted is a town. */
    private static boolean isTownAlone(Tokens tokens, int i) {
        return tokens.form(i).length() >= SHORTEST_TOWN
                && !tokens.isCommon(i)
                && tokens.isWrittenWithCapital(i)
                && (tokens.isProper(i) || !tokens.isAllCapitals(i));
    }

    /** An address in which no street was recognised: from its announcement to its postal code and town. */
    private static void announced(Tokens tokens, Marks marks, int i) {
        int first = i + 1;
        while (tokens.is(first, "postale")
                || tokens.is(first, "est")
                || tokens.is(first, ":")
                || tokens.is(first, "c")
                || tokens.is(first, "'")
                || tokens.is(first, "au")) {
            first++;
        }
        for (int end = first; end < first + MOST_ANNOUNCED; end++) {
            if (marks.isMarked(end)) {
                return;
            }
            if (isPostalCode(tokens, end)) {
                marks.mark(Kind.ADDRESS, first, Math.max(end, townEnd(tokens, end + 1, true)));
                return;
            }
        }
    }

    private static boolean isPostalCode(Tokens tokens, int i) {
        boolean free = !(tokens.isWord(i + 1) && tokens.isGlued(i + 1)) && !tokens.is(i - 1, "+");
        return tokens.isNumber(i) && free && POSTAL_CODE.matcher(tokens.form(i)).matches();
    }

    private static boolean isSplitPostalCode(Tokens tokens, int i) {
        return tokens.isNumber(i)
                && tokens.isNumber(i + 1)
                && tokens.form(i).length() == 2
                && tokens.form(i + 1).length() == 3
                && isTown(tokens, i + 2);
    }

    private static boolean isAtHome(Tokens tokens, int i) {
        for (int back = 1; back <= HOME_BEFORE; back++) {
            if (tokens.isOneOf(i - back, HOME)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStop(Tokens tokens, int i) {
        return tokens.isOneOf(i, STOPS);
    }

    private static boolean ends(Tokens tokens, int i) {
        return tokens.beginsLine(i)
                || (tokens.isSign(i) && !tokens.is(i, "-") && !tokens.is(i, "'") && !tokens.is(i, "."))
                || (tokens.is(i, ".") && !tokens.isGlued(i + 1));
    }
}
