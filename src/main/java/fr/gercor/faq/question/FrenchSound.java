package fr.gercor.faq.question;

/**
 * How a French word sounds, roughly: words written differently by ear share a code. Silent letters, double letters and the many
 * spellings of one sound are folded (« métastaz », « métastase »; « kimio », « chimio »; « nozé », « nausée »).
 */
final class FrenchSound {

    private static final String[][] REPLACEMENTS = {
        {"eaux?", "o"},
        {"aux?", "o"},
        {"ph", "f"},
        {"qu?", "k"},
        {"gu(?=[eiy])", "g"},
        {"ge(?=[ao])", "j"},
        {"g(?=[eiy])", "j"},
        {"sch", "ch"},
        {"ch(?=[rlnt])", "k"},
        {"chimi", "kimi"},
        {"c(?=[eiy])", "s"},
        {"ç", "s"},
        {"c(?!h)", "k"},
        {"ck", "k"},
        {"ti(?=on|el|eu)", "si"},
        {"x(?=$)", ""},
        {"x", "ks"},
        {"z", "s"},
        {"w", "v"},
        {"y", "i"},
        {"th", "t"},
        {"rh", "r"},
        {"oe?u", "u"},
        {"ae", "e"},
        {"oe", "e"},
        {"ai|ei", "e"},
        {"[ae][mn](?=[^aeiounm]|$)", "A"},
        {"(in|im|ain|ein|yn|ym)(?=[^aeiounm]|$)", "I"},
        {"o[mn](?=[^aeiounm]|$)", "O"},
        {"un(?=[^aeiounm]|$)", "I"},
        {"(?<!c)h", ""},
        {"(.)\\1+", "$1"},
        {"(e|es|ent|s|t|d|p|r)+$", ""},
    };

    private static final java.util.regex.Pattern[] PATTERNS = java.util.Arrays.stream(REPLACEMENTS)
            .map(pair -> java.util.regex.Pattern.compile(pair[0]))
            .toArray(java.util.regex.Pattern[]::new);

    private FrenchSound() {}

    /**
     * The code of a word; empty for one that has no sound left.
     *
     * @param form in small letters, accents folded
     */
    static String of(String form) {
        String sound = form;
        for (int i = 0; i < PATTERNS.length; i++) {
            sound = PATTERNS[i].matcher(sound).replaceAll(REPLACEMENTS[i][1]);
        }
        return sound;
    }
}
