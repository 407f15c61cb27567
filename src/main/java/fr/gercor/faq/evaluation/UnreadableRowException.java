package fr.gercor.faq.evaluation;

import java.nio.file.Path;

/** A row of a file that an evaluation takes can't be read. */
public class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file as given
     * @param line from 1
     * @param message what is wrong
     */
    UnreadableRowException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
