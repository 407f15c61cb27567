package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of people. A name is known by what announces it (« je m'appelle », « Dr », « ma fille »), and by how the word looks: known
 * to the dictionary as a name, unknown to it, or with a capital where a common word would have none. The surer the announcement, the less is asked
 * of the word.
 */
final class NameSpotter implements Masker.Spotter {

    /** How sure it is that a name follows. */
    private enum Sure {
        /** Only names follow: « mon nom est ». */
        CERTAIN,
        /** Names follow, or a word that goes on: « docteur », « madame ». */
        TITLE,
        /** First names follow, or anything else: « ma mère ». */
        RELATED,
        /** Anything may follow: « je suis ». */
        PERHAPS
    }

    private static final Pattern CALLED = Pattern.compile("ap+el+e?s?|ap+el+ent");
    private static final Pattern I_AM_CALLED = Pattern.compile("j?e?map+el+e?s?");

    private static final Set<String> TITLES = Tokens.forms("""
            dr drs docteur docteure doctuer docteurs doc pr prof professeur professeure mme mmes madame madamme
            mlle melle mademoiselle monsieur monsieu messieurs mr mrs miss mister maitre soeur""");
    private static final Set<String> SHORT_TITLES = Set.of("dr", "drs", "mme", "mmes", "mlle", "melle", "mr");

    private static final Set<String> BEFORE_TITLES =
            Set.of("le", "la", "au", "du", "chez", "avec", "par", "mon", "c", "'", "est");

    private static final Set<String> NAME_WORDS =
            Set.of("nom", "noms", "prenom", "prenoms", "prenon", "patronyme", "identite");
    private static final Set<String> AFTER_NAME_WORD = Set.of(
            "est",
            "c",
            "'",
            ":",
            "=",
            "-",
            "de",
            "famille",
            "complet",
            "usage",
            "d",
            "jeune",
            "fille",
            "naissance",
            "et",
            "prenom",
            "prenoms",
            "sont",
            "marital",
            "epouse",
            "patient",
            "patiente",
            "bien",
            "mon",
            "(",
            ")",
            "s",
            "/",
            "ecrit",
            "nom");
    private static final int MOST_AFTER_NAME_WORD = 7;

    private static final Set<String> RELATIVES = Tokens.forms("""
            mari femme epouse epoux fils fille filles mere pere maman papa frere freres soeur soeurs compagnon
            compagne conjoint conjointe ami amie amis amies copain copine tante oncle cousin cousine voisin
            voisine neveu niece bebe petit enfant enfants mamie papi papy fiance fiancee infirmiere infirmier
            oncologue chirurgien chirurgienne medecin collegue belle beau grand gendre bru ex jumeau jumelle
            aine ainee cadet kine kinesitherapeute psychologue generaliste radiotherapeute secretaire pharmacien
            pharmacienne""");

    private static final Set<String> OWNERS =
            Set.of("mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "ton");

    private static final Set<String> SIGNATURES_ONLY = Set.of(
            "cordialement",
            "cdt",
            "cdlt",
            "signe",
            "signature",
            "sincerement",
            "respectueusement",
            "amicalement",
            "salutations");
    private static final Set<String> SIGNATURES = Tokens.forms("""
            cordialement cdt cdlt bien signe signature sincerement respectueusement amicalement bises bisous
            salutations merci avance journee soiree vous""");
    private static final int MOST_SIGNED = 6;

    private static final Set<String> PARTICLES = Tokens.forms("""
            de du des d la le van von der den el al ben bel da dos di del della o mac mc st saint abd ould ait n
            bou abou ibn bint ter ten""");

    /** Words that no name is, whatever announces it. */
    private static final Set<String> NEVER = Tokens.forms("""
            je j tu il elle on nous vous ils elles et ou mais donc car qui que qu quoi comment ne n pas plus a
            ai est suis es sont avait etait sera au aux en y un une les mon ma mes son sa ses notre nos votre
            vos leur ce cet cette ces c ca cela si dans par pour sur avec chez sans sous depuis quand tres trop
            bien aussi alors me m te t se s moi toi lui bonjour bonsoir merci svp voila non oui madame monsieur
            docteur mme mr dr atteint atteinte suivi suivie traite traitee opere operee malade patient patiente
            ans age agee tel telephone mail email adresse numero infirmiere infirmier actuellement prenom nom
            cancer chimio chimiotherapie immunotherapie radiotherapie traitement question voici aujourd hier
            demain maintenant toujours encore juste enchante enchantee habite mari femme fille fils mere pere
            epouse veuve nee residant demeurant comme jai jhabite jsuis referent referente traitant traitante
            generaliste oncologue chimo immuno cordialement tnm folfox folfiri folfirinox gemox xelox keytruda
            opdivo avastin xeloda""");

    /** Hospitals called by a person's whole name, without a word before. */
    private static final Set<String> HOSPITALS = Set.of(
            "roussy",
            "berard",
            "calmettes",
            "lambret",
            "lacassagne",
            "becquerel",
            "pompidou",
            "curie",
            "baclesse",
            "regaud",
            "godinot",
            "marquis",
            "bergonie",
            "perrin",
            "leclerc",
            "strauss",
            "gauducheau",
            "papin");

    /** What bears the name of somebody long dead: hospitals, diseases, signs, streets, scores. */
    private static final Set<String> NAMED_AFTER = Tokens.forms("""
            institut centre hopital clinique fondation chu chru hospitalier maladie syndrome ligue association
            lymphome sarcome tumeur score echelle classification signe test rue avenue lycee universite hospices
            polyclinique gene anneau operation intervention maison groupe saint sainte ville region prix ecole
            college pavillon service batiment""");

    /** First names too, but more often something else, where nothing but a capital speaks for a name. */
    private static final Set<String> RATHER_NOT = Set.of(
            "noel",
            "alzheimer",
            "parkinson",
            "hodgkin",
            "crohn",
            "lynch",
            "gleason",
            "ewing",
            "kaposi",
            "paget",
            "france");

    private static final int MOST_NAMES = 4;

    private static final Set<String> SURNAMES = list("/masking/surnames.txt");
    private static final Set<String> FIRST_NAMES = list("/masking/first-names.txt");

    /** Seldom anything else: « je suis pierre » is a name. */
    private static final Set<String> RATHER_NAMES = starred("/masking/first-names.txt");

    /** How the names of medicines and protocols end or begin. */
    private static final Pattern MEDICINE = Pattern.compile(
            ".*(?:mab|nib|platin|platine|taxel|rubicine|ciclib|parib|citabine|tecan|lisib|limus|zole|xifene|relin|stim|setron"
                    + "|sone|mide|zomib|toclax|poietine|statine|pril|sartan|cilline|mycine|azole|parine|fene|caine|tuzumab|fox|firi"
                    + "|nox)|fol.{2,}|xelo.*|gem.{2,4}|onco.*|radio.*|chimio.*|immuno.*|hormono.*");

    private static final String STAR = " *";

    private static Set<String> list(String path) {
        return lines(path).map(line -> line.replace(STAR, "")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> starred(String path) {
        return lines(path)
                .filter(line -> line.endsWith(STAR))
                .map(line -> line.replace(STAR, ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> lines(String path) {
        try (InputStream in = NameSpotter.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("A list of names is not on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("A list of names can't be read", e);
        }
    }

    private static boolean isFirstName(Tokens tokens, int i) {
        return tokens.isFirstName(i) || tokens.isOneOf(i, FIRST_NAMES);
    }

    /** Whether the dictionary knows a word as no name, and neither do the lists. */
    private static boolean isCommon(Tokens tokens, int i) {
        return (tokens.isCommon(i) && !tokens.isOneOf(i, SURNAMES))
                || MEDICINE.matcher(tokens.form(i)).matches();
    }

    @Override
    public void spot(Tokens tokens, Marks marks) {
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i) || marks.isMarked(i)) {
                continue;
            }
            introduced(tokens, marks, i);
            titled(tokens, marks, i);
            related(tokens, marks, i);
            owned(tokens, marks, i);
            signed(tokens, marks, i);
            whole(tokens, marks, i);
        }
    }

    /** « je m'appelle », « mon nom est », « Nom : », « je suis », « c'est », « née ». */
    private static void introduced(Tokens tokens, Marks marks, int i) {
        boolean called = CALLED.matcher(tokens.form(i)).matches();
        if (I_AM_CALLED.matcher(tokens.form(i)).matches() || (called && isMe(tokens, i))) {
            names(tokens, marks, afterCopula(tokens, i + 1), Sure.CERTAIN);
        } else if (called && (tokens.is(i - 1, "s") || tokens.is(i - 2, "s") || tokens.is(i - 2, "m"))) {
            names(tokens, marks, i + 1, isOfRelative(tokens, i) ? Sure.TITLE : Sure.PERHAPS);
        } else if (isNameWord(tokens, i) || (tokens.is(i, "non") && tokens.is(i - 1, "mon"))) {
            named(tokens, marks, i);
        } else if (tokens.is(i, "nee") || tokens.is(i, "nommee") || tokens.is(i, "nomme") || tokens.is(i, "veuve")) {
            names(tokens, marks, i + 1, Sure.TITLE);
        } else if (tokens.is(i, "suis") || tokens.is(i, "ici") || tokens.is(i, "moi")) {
            names(tokens, marks, i + 1, Sure.PERHAPS);
        } else if (tokens.is(i, "est") && (tokens.is(i - 1, "c") || tokens.is(i - 2, "c"))) {
            boolean me = tokens.is(i - 3, "moi") || tokens.is(i - 4, "moi");
            names(tokens, marks, i + 1, me ? Sure.TITLE : Sure.PERHAPS);
        } else if (tokens.is(i, "cest") || (tokens.is(i, "c") && !tokens.is(i + 1, "'"))) {
            names(tokens, marks, i + 1, Sure.PERHAPS);
        }
    }

    private static boolean isNameWord(Tokens tokens, int i) {
        boolean mistyped = tokens.isUnknown(i) && Misspelling.isNearAny(tokens.form(i), NAME_WORDS);
        return tokens.isOneOf(i, NAME_WORDS) || mistyped;
    }

    private static boolean isOfRelative(Tokens tokens, int i) {
        for (int back = 2; back <= 5; back++) {
            if (tokens.isOneOf(i - back, RELATIVES) && tokens.isOneOf(i - back - 1, OWNERS)) {
                return true;
            }
        }
        return false;
    }

    private static int afterCopula(Tokens tokens, int i) {
        return tokens.is(i, ":") || tokens.is(i, "bien") ? i + 1 : i;
    }

    /** Whether « appelle » is said of oneself: « je m' », « j m », « jm' ». */
    private static boolean isMe(Tokens tokens, int i) {
        int m = tokens.is(i - 1, "'") ? i - 2 : i - 1;
        int je = tokens.is(m - 1, "'") ? m - 2 : m - 1;
        boolean glued = tokens.is(m, "jm") || tokens.is(m, "jem");
        return glued || ((tokens.is(m, "m") || tokens.is(m, "me")) && (tokens.is(je, "je") || tokens.is(je, "j")));
    }

    private static void named(Tokens tokens, Marks marks, int word) {
        boolean stated = false;
        for (int i = word + 1; i <= word + MOST_AFTER_NAME_WORD; i++) {
            if (!tokens.isOneOf(i, AFTER_NAME_WORD)) {
                boolean filledIn = (tokens.beginsLine(word) || tokens.form(word).startsWith("pre")) && i == word + 1;
                boolean inTheNameOf = tokens.is(word - 1, "au") && tokens.is(word + 1, "de");
                if (stated || filledIn || inTheNameOf) {
                    names(tokens, marks, i, stated ? Sure.CERTAIN : Sure.TITLE);
                }
                return;
            }
            stated |= tokens.is(i, "est")
                    || tokens.is(i, ":")
                    || tokens.is(i, "=")
                    || tokens.is(i, "sont")
                    || tokens.is(i, "famille");
        }
    }

    private static void titled(Tokens tokens, Marks marks, int i) {
        boolean m = tokens.is(i, "m")
                && (tokens.is(i + 1, ".") || (tokens.isWrittenWithCapital(i) && !tokens.is(i + 1, "'")))
                && !tokens.is(i - 1, "'");
        boolean mistyped = tokens.isUnknown(i) && Misspelling.isNearAny(tokens.form(i), TITLES);
        if (!m && !tokens.isOneOf(i, TITLES) && !mistyped) {
            return;
        }
        int first = i + 1;
        while (tokens.is(first, ".")
                || tokens.is(first, ":")
                || tokens.is(first, "_")
                || (tokens.is(first, "le") && tokens.isOneOf(first + 1, TITLES))
                || (tokens.is(first, "la") && tokens.isOneOf(first + 1, TITLES))
                || tokens.isOneOf(first, TITLES)) {
            first++;
        }
        boolean textSpeak = m || tokens.is(i, "pr");
        int word = tokens.isOneOf(first, PARTICLES) ? first + 1 : first;
        boolean looksLikeName = tokens.isCapital(word) || tokens.isProper(word) || tokens.isOneOf(word, SURNAMES);
        boolean meant = tokens.is(i + 1, ".") || tokens.beginsLine(i) || tokens.isOneOf(i - 1, BEFORE_TITLES);
        if (textSpeak && !looksLikeName && !(meant && !isCommon(tokens, word))) {
            return;
        }
        boolean certain = tokens.isOneOf(i, SHORT_TITLES);
        names(tokens, marks, first, certain ? Sure.CERTAIN : Sure.TITLE);
    }

    private static void related(Tokens tokens, Marks marks, int i) {
        boolean mistyped = tokens.isUnknown(i)
                && tokens.isOneOf(i - 1, OWNERS)
                && Misspelling.isNearAny(tokens.form(i), RELATIVES, SHORTEST_UNKNOWN);
        if (!tokens.isOneOf(i, RELATIVES) && !mistyped) {
            return;
        }
        int first = i + 1;
        if (tokens.is(first, "-") && tokens.isWord(first + 1)) {
            first += 2;
        }
        if (tokens.is(first, ",") || tokens.is(first, "(") || tokens.is(first, "de")) {
            first++;
        }
        boolean owned = tokens.isOneOf(i - 1, OWNERS) || tokens.isOneOf(i - 2, OWNERS) || tokens.isOneOf(i - 3, OWNERS);
        int last = names(tokens, marks, first, owned ? Sure.RELATED : Sure.PERHAPS);
        while (last >= first
                && (tokens.is(last + 1, "et") || tokens.is(last + 1, ","))
                && isFirstName(tokens, last + 2)) {
            first = last + 2;
            last = names(tokens, marks, first, Sure.PERHAPS);
        }
    }

    /** « mon collègue Rachid », whatever stands between, where a first name is written as one. */
    private static void owned(Tokens tokens, Marks marks, int i) {
        int name = i + 2;
        boolean written = tokens.isOneOf(i, OWNERS)
                && tokens.isWord(i + 1)
                && !tokens.isOneOf(i + 1, NAMED_AFTER)
                && !tokens.isOneOf(i + 1, RELATIVES)
                && tokens.isCapital(name)
                && !tokens.isAllCapitals(name);
        if (written && isFirstName(tokens, name) && isFirstNameAsTyped(tokens, name)) {
            names(tokens, marks, name, Sure.PERHAPS);
        }
    }

    /** A name alone at the end, after a polite word. */
    private static void signed(Tokens tokens, Marks marks, int i) {
        if (!tokens.isOneOf(i, SIGNATURES)) {
            return;
        }
        int first = i + 1;
        while (tokens.isSign(first) && first < tokens.count()) {
            first++;
        }
        boolean few = tokens.count() - first <= MOST_SIGNED && first < tokens.count();
        boolean only = tokens.isOneOf(i, SIGNATURES_ONLY);
        boolean looksLikeName = tokens.isCapital(first)
                || (isFirstName(tokens, first) && (!tokens.isCommon(first) || first > i + 1))
                || (only && (tokens.isUnknown(first) || isFirstName(tokens, first) || tokens.isOneOf(first, SURNAMES)));
        boolean atEnd = few && looksLikeName && (first > i + 1 || only);
        if (few && looksLikeName && (atEnd || isFirstName(tokens, first))) {
            names(tokens, marks, first, Sure.TITLE);
        }
    }

    /** First name and family name, in this order or the other, and nothing that is named after somebody. */
    private static void whole(Tokens tokens, Marks marks, int i) {
        int second = i + 1;
        while (tokens.is(second, "-") && isFirstName(tokens, second + 1)) {
            second += 2;
        }
        boolean aged =
                isFirstName(tokens, i) && tokens.is(i + 1, ",") && tokens.isNumber(i + 2) && tokens.is(i + 3, "ans");
        boolean named = aged || isFirstAndFamilyName(tokens, i, second) || isFamilyAndFirstName(tokens, i, i + 1);
        for (int back = 1; back <= 3 && named; back++) {
            named = !tokens.isOneOf(i - back, NAMED_AFTER);
        }
        if (named && !marks.isMarked(second)) {
            names(tokens, marks, i, Sure.TITLE);
        }
    }

    private static boolean isFirstAndFamilyName(Tokens tokens, int first, int family) {
        boolean never = isNever(tokens, first) || isNever(tokens, family) || tokens.isOneOf(family, HOSPITALS);
        if (!isFirstName(tokens, first) || never || !tokens.isWord(family)) {
            return false;
        }
        boolean everyday = tokens.isCommon(first) && !tokens.isOneOf(first, RATHER_NAMES);
        if (tokens.isCapital(first) && tokens.isCapital(family)) {
            return !isCommon(tokens, family) || (!everyday && !tokens.isAllCapitals(family));
        }
        return !everyday && isFamilyNameAsTyped(tokens, family);
    }

    private static boolean isFamilyNameAsTyped(Tokens tokens, int i) {
        boolean unknown =
                tokens.isUnknown(i) && !isCommon(tokens, i) && tokens.form(i).length() >= SHORTEST_UNKNOWN;
        return tokens.isOneOf(i, SURNAMES) || unknown;
    }

    private static boolean isFamilyAndFirstName(Tokens tokens, int family, int first) {
        boolean capitals = tokens.isCapital(family) && tokens.isCapital(first);
        boolean everyday = tokens.isCommon(first) && !tokens.isOneOf(first, RATHER_NAMES);
        return capitals
                && isFirstName(tokens, first)
                && !everyday
                && !isCommon(tokens, family)
                && !isNever(tokens, family);
    }

    private static boolean isNever(Tokens tokens, int i) {
        return tokens.isOneOf(i, NEVER) || tokens.isOneOf(i, RATHER_NOT);
    }

    /** Shorter words that the dictionary doesn't know are slips and abbreviations. */
    private static final int SHORTEST_UNKNOWN = 4;

    /**
     * Marks the names that begin at a token.
     *
     * @return the last token marked, or {@code first - 1}
     */
    private static int names(Tokens tokens, Marks marks, int first, Sure sure) {
        int last = first - 1;
        int found = 0;
        int i = first;
        while (found < MOST_NAMES) {
            int name = i;
            while (isParticle(tokens, name, found, sure)
                    || (found > 0 && tokens.is(name, "-"))
                    || tokens.is(name, "'") && name > first) {
                name++;
            }
            boolean initial = tokens.form(name).length() == 1
                    && tokens.isWrittenWithCapital(name)
                    && tokens.is(name + 1, ".")
                    && tokens.isWord(name + 2);
            if (initial) {
                i = name + 2;
                continue;
            }
            boolean hyphened = found > 0 && tokens.is(name - 1, "-") && tokens.isGlued(name);
            if (marks.isMarked(name) || !(hyphened ? tokens.isWord(name) : isName(tokens, name, found, sure))) {
                break;
            }
            last = name;
            found++;
            i = name + 1;
            if (tokens.beginsLine(i) && i < tokens.count()) {
                break;
            }
        }
        if (last >= first) {
            marks.mark(Kind.NAME, first, last);
        }
        return last;
    }

    /** Whether a particle of a name stands here, with a name after it. */
    private static boolean isParticle(Tokens tokens, int i, int found, Sure sure) {
        if (!tokens.isOneOf(i, PARTICLES)) {
            return false;
        }
        int next = tokens.is(i + 1, "'") || tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean unlikely = isCommon(tokens, next) || tokens.isOneOf(next, NEVER) || !tokens.isWord(next);
        boolean name =
                tokens.isCapital(next) && !tokens.isOneOf(next, NEVER) || !unlikely || tokens.isOneOf(next, PARTICLES);
        boolean announced = sure == Sure.CERTAIN || sure == Sure.TITLE || found > 0;
        return name && (announced || tokens.isCapital(i) || tokens.isCapital(next));
    }

    private static boolean isName(Tokens tokens, int i, int found, Sure sure) {
        if (!tokens.isWord(i) || tokens.isOneOf(i, NEVER) || tokens.form(i).length() < 2) {
            return false;
        }
        boolean common = isCommon(tokens, i);
        boolean capital = tokens.isCapital(i);
        if (found > 0) {
            return capital
                    ? !common || tokens.isProper(i) || sure == Sure.CERTAIN || sure == Sure.TITLE
                    : !common || isNameRatherThanWord(tokens, i);
        }
        return switch (sure) {
            case CERTAIN -> capital || !common || !isFunctionOrVerb(tokens, i);
            case TITLE -> capital || !common || isNameRatherThanWord(tokens, i);
            case RELATED -> isRelativesName(tokens, i) || (capital && !common && !tokens.isAllCapitals(i));
            case PERHAPS ->
                isFirstNameAsTyped(tokens, i)
                        || (capital && isFullName(tokens, i))
                        || (isFirstName(tokens, i) && isFamilyNameAsTyped(tokens, i + 1));
        };
    }

    /** Small letters are enough after « ma fille », but for a verb that nobody bears as a name. */
    private static boolean isRelativesName(Tokens tokens, int i) {
        return isFirstName(tokens, i)
                && !tokens.isOneOf(i, RATHER_NOT)
                && !isFunction(tokens, i)
                && (tokens.isCapital(i)
                        || tokens.is(i, "marie")
                        || tokens.isOneOf(i, RATHER_NAMES)
                        || !isFunctionOrVerbAlone(tokens, i));
    }

    private static boolean isFirstNameAsTyped(Tokens tokens, int i) {
        if (!isFirstName(tokens, i) || tokens.isOneOf(i, RATHER_NOT)) {
            return false;
        }
        boolean everyday = tokens.isCommon(i) && !tokens.isOneOf(i, RATHER_NAMES);
        return !everyday || (tokens.isCapital(i) && !tokens.isAllCapitals(i));
    }

    /** A name that the dictionary doesn't know, but two in a row with capitals: « Kadiatou Traoré ». */
    private static boolean isFullName(Tokens tokens, int i) {
        return !isCommon(tokens, i)
                && !tokens.isAllCapitals(i)
                && tokens.isCapital(i + 1)
                && !tokens.isAllCapitals(i + 1)
                && !isCommon(tokens, i + 1);
    }

    /** « marie », a verb that nobody means after « docteur » or a first name. */
    private static boolean isNameRatherThanWord(Tokens tokens, int i) {
        return isFirstName(tokens, i) && !isFunction(tokens, i);
    }

    private static boolean isFunctionOrVerb(Tokens tokens, int i) {
        return isFunctionOrVerbAlone(tokens, i) && !(isFirstName(tokens, i) && !isFunction(tokens, i));
    }

    private static boolean isFunctionOrVerbAlone(Tokens tokens, int i) {
        int readings = tokens.readings(i);
        boolean verb =
                (readings & FrenchWords.VERB) != 0 && (readings & (FrenchWords.NOUN | FrenchWords.ADJECTIVE)) == 0;
        return isFunction(tokens, i) || verb;
    }

    private static boolean isFunction(Tokens tokens, int i) {
        return (tokens.readings(i) & FrenchWords.FUNCTION) != 0;
    }
}
