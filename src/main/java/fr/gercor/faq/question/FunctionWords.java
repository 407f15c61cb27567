package fr.gercor.faq.question;

import java.util.Set;

/**
 * The French words that say nothing of what is asked. Our own list: the usual ones hold words that matter here (« pas »,
 * « sans », « dos », « comment », « avant », « après », « quand »), which stay.
 */
public final class FunctionWords {

    private static final Set<String> WORDS = Set.of(
            "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "au", "aux", "a", "et", "ou", "en", "y", "ce",
            "c", "cet", "cette", "ces", "ca", "cela", "ceci", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa",
            "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "je", "j", "tu", "il", "elle", "on", "nous", "vous",
            "ils", "elles", "me", "m", "te", "t", "se", "s", "lui", "moi", "toi", "soi", "eux", "qui", "que", "qu",
            "dont", "si", "ne", "n", "est", "sont", "suis", "es", "etes", "sommes", "etait", "ai", "as", "avons",
            "avez", "ont", "avait", "etre", "avoir", "dans", "par", "pour", "sur", "avec", "chez", "mais", "donc", "or",
            "ni", "car", "tres", "bien", "aussi", "alors", "bonjour", "bonsoir", "merci", "svp", "voila", "euh", "ben",
            "bah", "hein", "plait");

    private FunctionWords() {}

    /** @param form in small letters, accents folded */
    public static boolean contains(String form) {
        return WORDS.contains(form);
    }
}
