package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import java.util.Set;

/**
 * E-mail addresses: typed, with spaces where none belong or a comma for a dot, or spelt out (« jean point dupont arobase gmail
 * point com »).
 */
final class EmailSpotter implements Masker.Spotter {

    private static final Set<String> AT_WORDS =
            Set.of("arobase", "arobases", "arobaze", "arobas", "arrobase", "arrobas", "arrobaze", "arobasse");
    private static final Set<String> DOT_WORDS = Set.of("point", "dot", "pt");
    private static final Set<String> JOINTS = Set.of(".", "-", "_", "+", "%", ",");
    private static final Set<String> JOINT_WORDS = Set.of("point", "dot", "tiret", "underscore", "moins", "pt");

    private static final Set<String> PROVIDERS = Tokens.forms("""
            gmail gmal gmial hotmail hotmai orange wanadoo free sfr laposte yahoo yaho outlook outlouk live
            icloud bbox neuf protonmail proton numericable aol msn gmx aliceadsl dartybox me mac skynet bluewin
            videotron voila cegetel mailo posteo""");
    private static final Set<String> ENDINGS = Tokens.forms("""
            com fr net org be ch eu ca lu de es it uk re info me pt ma dz tn gouv asso cm con comm frr""");

    /** What leads up to an address that is spelt out, and is no part of it. */
    private static final Set<String> LEAD = Tokens.forms("""
            est c a mail email mel courriel adresse sur au mon ma le la par vers ecrire ecrivez et ou moi
            electronique messagerie contact contacter joindre repondre""");

    /** Words of an address that is spelt out, and tokens of one that is typed: none is longer. */
    private static final int MOST_SPELT = 12;

    private static final int MOST_TYPED = 64;

    @Override
    public void spot(Tokens tokens, Marks marks) {
        for (int i = 0; i < tokens.count(); i++) {
            int at = atEnd(tokens, i);
            if (at < 0) {
                dotted(tokens, marks, i);
                continue;
            }
            boolean spelt = tokens.isWord(i) || tokens.is(i, "(") || tokens.is(i, "[");
            int last = domainEnd(tokens, at + 1);
            int first = localStart(tokens, i - 1, spelt);
            boolean certain = tokens.is(i, "@") || tokens.isOneOf(i, AT_WORDS);
            if (last > at && (first < i || certain)) {
                marks.mark(Kind.EMAIL, first, last);
                i = last;
            } else if (tokens.is(i, "@") && first < i) {
                marks.mark(Kind.EMAIL, first, i);
            }
        }
    }

    /** The last token of an at sign that begins at {@code i}, or -1. */
    private static int atEnd(Tokens tokens, int i) {
        if (tokens.is(i, "@")) {
            int last = i;
            while (tokens.is(last + 1, "@")) {
                last++;
            }
            return last;
        }
        if (tokens.isOneOf(i, AT_WORDS)) {
            return i;
        }
        boolean bracketed = (tokens.is(i, "(") || tokens.is(i, "["))
                && (tokens.is(i + 1, "at")
                        || tokens.is(i + 1, "a")
                        || tokens.isOneOf(i + 1, AT_WORDS)
                        || tokens.is(i + 1, "@"))
                && (tokens.is(i + 2, ")") || tokens.is(i + 2, "]"));
        if (bracketed) {
            return i + 2;
        }
        boolean said = (tokens.is(i, "at") || tokens.is(i, "chez"))
                && tokens.isOneOf(i + 1, PROVIDERS)
                && (tokens.isOneOf(i + 2, DOT_WORDS) || tokens.is(i + 2, "."))
                && tokens.isOneOf(i + 3, ENDINGS);
        return said ? i : -1;
    }

    /** The first token of what stands before the at sign; {@code last + 1} if nothing does. */
    private static int localStart(Tokens tokens, int last, boolean spelt) {
        int first = last + 1;
        int parts = 0;
        int most = spelt ? MOST_SPELT : MOST_TYPED;
        for (int i = last; i >= 0 && parts < most; i--) {
            boolean atom = tokens.isWord(i) || tokens.isNumber(i);
            boolean joint = tokens.isOneOf(i, JOINTS) && tokens.isGlued(i + 1);
            boolean touches = tokens.isGlued(i + 1) || i == last;
            if (spelt && atom && tokens.isOneOf(i, LEAD) && !tokens.isOneOf(i + 1, JOINT_WORDS)) {
                break;
            }
            boolean belongs = spelt ? atom || joint : (atom && touches) || (joint && i < last);
            if (!belongs && !(tokens.isOneOf(i, JOINT_WORDS) && i < last)) {
                break;
            }
            // A comma is a dot mistyped only within a word, « jean,dupont@ ».
            if (tokens.is(i, ",") && !tokens.isGlued(i)) {
                break;
            }
            first = i;
            parts++;
        }
        if (!spelt && first <= last && tokens.isFirstName(first - 1) && !tokens.isCommon(first - 1)) {
            first--;
        }
        while (first <= last && tokens.isSign(first)) {
            first++;
        }
        return first;
    }

    /** The last token of the domain that begins at {@code first}; {@code first - 1} if none does. */
    private static int domainEnd(Tokens tokens, int first) {
        if (!tokens.isWord(first) && !tokens.isNumber(first)) {
            return first - 1;
        }
        int last = first;
        for (int parts = 0; parts < MOST_SPELT; parts++) {
            boolean sign = tokens.is(last + 1, ".") || tokens.is(last + 1, "-") || tokens.is(last + 1, ",");
            boolean tight = sign && tokens.isGlued(last + 1) && tokens.isGlued(last + 2);
            boolean dotted = sign || tokens.isOneOf(last + 1, DOT_WORDS);
            boolean tightComma = tight && tokens.is(last + 1, ",");
            if (tight && !tightComma && (tokens.isWord(last + 2) || tokens.isNumber(last + 2))) {
                last += 2;
            } else if (dotted && tokens.isOneOf(last + 2, ENDINGS)) {
                last += 2;
            } else if (dotted && tokens.is(last + 2, "f") && tokens.is(last + 3, "r")) {
                last += 3;
            } else if (tokens.isOneOf(last + 1, JOINT_WORDS)
                    && tokens.isWord(last + 2)
                    && tokens.isOneOf(last + 4, ENDINGS)) {
                last += 2;
            } else if (tokens.isOneOf(last, PROVIDERS)
                    && tokens.isOneOf(last + 1, ENDINGS)
                    && !tokens.is(last + 1, "de")) {
                last++;
            } else if (tokens.isGlued(last + 1) && (tokens.isWord(last + 1) || tokens.isNumber(last + 1))) {
                last++;
            } else {
                break;
            }
        }
        return last;
    }

    /** An address whose at sign was lost or mistyped: « jean.dupontgmail.com », « jean.dupont2gmail.com ». */
    private static void dotted(Tokens tokens, Marks marks, int i) {
        boolean ending = tokens.is(i, ".")
                && tokens.isGlued(i)
                && tokens.isGlued(i + 1)
                && tokens.isOneOf(i + 1, ENDINGS)
                && tokens.isWord(i - 1)
                && !tokens.is(i - 2, "/");
        if (!ending || marks.isMarked(i)) {
            return;
        }
        String domain = tokens.form(i - 1);
        boolean named = PROVIDERS.stream().filter(each -> each.length() > 3).anyMatch(domain::endsWith);
        int first = localStart(tokens, i - 1, false);
        if (named && (first < i - 1 || !PROVIDERS.contains(domain)) && !tokens.is(first, "www")) {
            marks.mark(Kind.EMAIL, first, i + 1);
        }
    }
}
