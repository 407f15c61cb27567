package fr.gercor.faq.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The language of a message, short ones too: its script first, then the words that only one language has, then OpenNLP's language
 * detector. French is assumed until something speaks clearly against it: what patients type is full of words that no language has.
 */
public abstract class LanguageGuesser {

    private static final String FRENCH = "fr";
    private static final String MODEL = "/langdetect-183.bin";

    /** Words that tell a language even alone, French ones that it shares left out. */
    private static final Map<String, Set<String>> TELLING = Map.of(
            "en",
            Set.of(
                    "the", "what", "is", "are", "how", "where", "when", "can", "my", "i", "you", "does", "have", "with",
                    "for", "this", "will", "should", "about", "and", "of", "to", "it", "do", "your", "which", "after",
                    "hello", "thanks", "please", "need", "want", "he", "she", "has", "was", "there", "why", "who",
                    "much", "many"),
            "es",
            Set.of(
                    "que",
                    "el",
                    "los",
                    "las",
                    "es",
                    "como",
                    "donde",
                    "cuando",
                    "puedo",
                    "tengo",
                    "duele",
                    "esta",
                    "con",
                    "para",
                    "por",
                    "una",
                    "cual",
                    "hay",
                    "mi",
                    "muy",
                    "hola",
                    "gracias",
                    "ser",
                    "tratamiento",
                    "y",
                    "cuanto",
                    "quien",
                    "son",
                    "del",
                    "despues",
                    "estoy",
                    "quimioterapia",
                    "hacer",
                    "necesito"),
            "pt",
            Set.of(
                    "o",
                    "os",
                    "que",
                    "nao",
                    "como",
                    "onde",
                    "quando",
                    "posso",
                    "tenho",
                    "com",
                    "para",
                    "uma",
                    "um",
                    "qual",
                    "meu",
                    "minha",
                    "ola",
                    "obrigado",
                    "obrigada",
                    "doi",
                    "fazer",
                    "depois",
                    "esta",
                    "estou",
                    "voce",
                    "tratamento",
                    "e",
                    "quimioterapia",
                    "sao",
                    "da",
                    "do",
                    "preciso"),
            "de",
            Set.of(
                    "der", "die", "das", "ist", "was", "wie", "wo", "wann", "kann", "ich", "habe", "mit", "fur", "und",
                    "nicht", "ein", "eine", "mein", "meine", "sie", "hallo", "danke", "nach", "wird", "warum", "welche",
                    "haben", "muss", "sind", "bei", "zu", "auf", "von", "bitte", "wer"),
            "it",
            Set.of(
                    "il",
                    "che",
                    "come",
                    "dove",
                    "quando",
                    "posso",
                    "ho",
                    "con",
                    "per",
                    "una",
                    "un",
                    "qual",
                    "mio",
                    "mia",
                    "ciao",
                    "grazie",
                    "della",
                    "sono",
                    "dopo",
                    "fare",
                    "quanto",
                    "cosa",
                    "chi",
                    "perche",
                    "gli",
                    "di",
                    "non",
                    "e",
                    "la",
                    "chemioterapia",
                    "cura",
                    "devo",
                    "mi",
                    "fa"));

    /** The same for French; words that others share stand there too. */
    private static final Set<String> FRENCH_TELLING = Set.of(
            "le",
            "la",
            "les",
            "un",
            "une",
            "des",
            "du",
            "de",
            "et",
            "est",
            "que",
            "qui",
            "quoi",
            "quel",
            "quelle",
            "pour",
            "dans",
            "avec",
            "sur",
            "pas",
            "ne",
            "je",
            "j",
            "tu",
            "il",
            "elle",
            "on",
            "nous",
            "vous",
            "mon",
            "ma",
            "mes",
            "ton",
            "ta",
            "son",
            "sa",
            "ses",
            "ce",
            "c",
            "ca",
            "cette",
            "au",
            "aux",
            "en",
            "y",
            "ai",
            "suis",
            "sont",
            "ont",
            "peut",
            "peux",
            "fait",
            "faire",
            "comment",
            "combien",
            "quand",
            "pourquoi",
            "ou",
            "plus",
            "apres",
            "pendant",
            "faut",
            "dois",
            "etre",
            "avoir",
            "koi",
            "pk",
            "ki",
            "ke",
            "kan",
            "mais",
            "si",
            "votre",
            "vos",
            "leur",
            "l",
            "d",
            "qu",
            "n",
            "s",
            "m",
            "t");

    private static final List<String> SPOKEN_OF =
            List.of("en", "es", "pt", "de", "it", "nl", "ar", "ru", "zh", "tr", "pl", "ro");

    private static final Map<String, String> ISO_639_1 = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("spa", "es"),
            Map.entry("por", "pt"),
            Map.entry("deu", "de"),
            Map.entry("ita", "it"),
            Map.entry("nld", "nl"),
            Map.entry("ron", "ro"),
            Map.entry("pol", "pl"),
            Map.entry("tur", "tr"),
            Map.entry("fra", FRENCH));

    /** The share of a message's words that must be French for it to count as French. */
    private static final double FRENCH_SHARE = 0.6;

    /** Below this number of words the detector's opinion is noise. */
    private static final int FEWEST_FOR_DETECTOR = 4;

    private static final double SURE_ENOUGH = 0.5;

    abstract String guess(String text, Predicate<String> isFrenchWord);

    static LanguageGuesser always(String language) {
        return new LanguageGuesser() {
            @Override
            String guess(String text, Predicate<String> isFrenchWord) {
                return language;
            }
        };
    }

    static LanguageGuesser shared() {
        return Shared.INSTANCE;
    }

    /** Reads the detector's model now, so that nobody waits for it later. */
    static void prepare() {
        Shared.INSTANCE.detect(FRENCH);
    }

    private static final class Shared extends LanguageGuesser {
        static final Shared INSTANCE = new Shared();

        @Override
        String guess(String text, Predicate<String> isFrenchWord) {
            String script = script(text);
            if (!script.isEmpty()) {
                return script;
            }
            List<String> words = Words.of(text).stream()
                    .filter(word -> Character.isLetter(word.charAt(0)))
                    .toList();
            if (words.isEmpty()) {
                return FRENCH;
            }
            long french = words.stream().filter(FRENCH_TELLING::contains).count();
            String telling = "";
            long best = 0;
            for (String language : List.of("en", "es", "pt", "it", "de")) {
                Set<String> own = TELLING.getOrDefault(language, Set.of());
                long count = words.stream().filter(own::contains).count();
                if (count > best) {
                    best = count;
                    telling = language;
                }
            }
            long unknown =
                    words.stream().filter(word -> !isFrenchWord.test(word)).count();
            if (best >= 2 && best > french || best == 1 && french == 0 && 2 * (best + unknown) > words.size()) {
                return refine(text, telling, words.size());
            }
            boolean mostlyFrench = words.size() - unknown >= FRENCH_SHARE * words.size();
            if (words.size() >= FEWEST_FOR_DETECTOR && !mostlyFrench && french == 0) {
                Language language = detect(text);
                String code = ISO_639_1.getOrDefault(language.getLang(), "");
                if (language.getConfidence() >= SURE_ENOUGH && SPOKEN_OF.contains(code)) {
                    return code;
                }
            }
            return FRENCH;
        }

        /** Spanish and Portuguese, Italian too, share many telling words: the detector chooses among those. */
        private String refine(String text, String telling, int words) {
            if (telling.equals("en") || telling.equals("de") || words < FEWEST_FOR_DETECTOR) {
                return telling;
            }
            String code = ISO_639_1.getOrDefault(detect(text).getLang(), "");
            return code.equals("es") || code.equals("pt") || code.equals("it") ? code : telling;
        }

        private synchronized Language detect(String text) {
            return Detector.MODEL_IN_USE.predictLanguage(text);
        }
    }

    /** Read when a message first needs it: few do, and it takes half a second. */
    private static final class Detector {
        static final LanguageDetectorME MODEL_IN_USE = new LanguageDetectorME(model());
    }

    /** The language that a script or its signs give away, or empty where they tell nothing. */
    private static String script(String text) {
        // Only Spanish opens a question: its words alone are too near to French ones (« ¿Qué es la…? »).
        if (text.indexOf('¿') >= 0 || text.indexOf('¡') >= 0) {
            return "es";
        }
        int letters = 0;
        int arabic = 0;
        int cyrillic = 0;
        int han = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                switch (Character.UnicodeScript.of(c)) {
                    case ARABIC -> arabic++;
                    case CYRILLIC -> cyrillic++;
                    case HAN, HIRAGANA, KATAKANA -> han++;
                    default -> {}
                }
            }
            i += Character.charCount(c);
        }
        if (letters == 0) {
            return "";
        }
        if (arabic * 2 > letters) {
            return "ar";
        }
        if (cyrillic * 2 > letters) {
            return "ru";
        }
        return han * 2 > letters ? "zh" : "";
    }

    private static LanguageDetectorModel model() {
        try (InputStream in = LanguageGuesser.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("OpenNLP's language model is not on the class path: " + MODEL);
            }
            return new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("OpenNLP's language model can't be read", e);
        }
    }
}
