package fr.gercor.faq.source;

/**
 * Something wrong in an author's file, said so that the author can mend it.
 *
 * @param file the path of the file below its folder, with {@code /}
 * @param line the line, from 1; 0 where the whole file is meant
 * @param message what is wrong, and what to write instead
 * @param severity whether the file can be served all the same
 */
public record Fault(String file, int line, String message, Severity severity) {

    /** Whether a fault keeps its file from being served. */
    public enum Severity {
        /** The file can't be served. */
        ERROR,
        /** Worth an author's look; the file is served. */
        WARNING
    }

    /** A fault that keeps the file from being served. */
    public static Fault error(String file, int line, String message) {
        return new Fault(file, line, message, Severity.ERROR);
    }

    /** A fault with which the file is still served. */
    public static Fault warning(String file, int line, String message) {
        return new Fault(file, line, message, Severity.WARNING);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
