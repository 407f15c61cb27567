package fr.gercor.faq.triage;

/** A word of a sign, and which words of a message it stands for. */
sealed interface Word {

    /** A word as it is written. */
    record Exact(String form) implements Word {}

    /**
     * A word in all its forms, and unknown words that sound like it.
     *
     * @param sound empty where it has too little of one
     */
    record Inflected(String form, String stem, String sound) implements Word {}

    /** Every word that begins so. */
    record Beginning(String form) implements Word {}

    /** Every number from the one to the other, both within. */
    record Range(double least, double most) implements Word {

        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }
}
