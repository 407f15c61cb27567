package fr.gercor.faq.question;

/**
 * A word of a question.
 *
 * @param surface as it was typed
 * @param form as it is understood: small letters, accents folded, spelling mended
 * @param stem the light stem of its lemma: « mangeais » and « manger » share one
 * @param sentence the place of its sentence in the question, from 0
 * @param weight 1 for what was said; less for what the lexicon adds
 * @param known whether the catalogue, the content or the French dictionary holds the form
 */
public record Token(String surface, String form, String stem, int sentence, double weight, boolean known) {

    /** The same word, counting for more or less. */
    public Token weighing(double value) {
        return new Token(surface, form, stem, sentence, value, known);
    }

    /** Whether it was added by the lexicon rather than said. */
    public boolean added() {
        return weight < 1;
    }
}
