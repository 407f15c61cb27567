package fr.gercor.faq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line which file or folder a command could not read or write; anything else is a fault of ours, and told whole. */
final class UnreadableFile implements IExecutionExceptionHandler {

    private static final int FAULT = 1;

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult result) throws Exception {
        if (!(exception instanceof IOException) && !(exception instanceof UncheckedIOException)) {
            throw exception;
        }
        Throwable cause = exception.getCause() == null ? exception : exception.getCause();
        System.err.println(exception.getMessage() + " (" + cause.getClass().getSimpleName() + ")");
        return FAULT;
    }
}
