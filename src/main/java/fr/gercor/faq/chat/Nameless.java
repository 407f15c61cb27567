package fr.gercor.faq.chat;

/** An exception for the log: where it came from, but not its message, which may hold what a patient wrote. */
final class Nameless extends Exception {

    private static final long serialVersionUID = 1L;

    private Nameless(Throwable thrown) {
        super(thrown.getClass().getName(), thrown.getCause() == null ? null : of(thrown.getCause()));
        setStackTrace(thrown.getStackTrace());
    }

    static Nameless of(Throwable thrown) {
        return new Nameless(thrown);
    }
}
