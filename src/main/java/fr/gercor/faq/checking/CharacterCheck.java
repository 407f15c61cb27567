package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;

/** Files are UTF-8, and no conversion has lost a character of them. */
final class CharacterCheck implements Check {

    private static final char LOST = '\uFFFD';

    @Override
    public void check(Corpus corpus, Faults faults) {
        corpus.texts().forEach((file, text) -> {
            int at = text.indexOf(LOST);
            if (at >= 0) {
                int line = 1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                faults.error(file, line, "a character is lost here: save the file as UTF-8, and write it again");
            }
        });
    }
}
