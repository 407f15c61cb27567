package fr.gercor.faq.importing;

/**
 * A block of an old page that was left out.
 *
 * @param line of the file on which it begins, from 1; 0 where the file has no lines
 * @param kind why
 * @param text what stood there, shortened
 */
public record Dropped(int line, Kind kind, String text) {

    private static final int LONGEST = 120;

    /** Why a block was left out. */
    public enum Kind {
        NAVIGATION("navigation"),
        LOGIN("login form"),
        FORM("form"),
        BACK_LINK("link that leads back or about"),
        POINTER("pointer to another page"),
        FOOTER("footer"),
        BANNER("banner"),
        HIDDEN("hidden text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public Dropped {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST).stripTrailing() + "...";
    }

    /** For an operator: {@code navigation left out: Grand public / Le Gercor}. */
    @Override
    public String toString() {
        return kind.words + " left out: " + text;
    }
}
