package fr.gercor.faq.importing;

/** A file can't be brought in; the message says why and what to do. */
final class RefusedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedFileException(String message) {
        super(message);
    }

    RefusedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
