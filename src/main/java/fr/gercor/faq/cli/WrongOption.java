package fr.gercor.faq.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says in one line what is wrong with the options of a command, and what to write instead. */
final class WrongOption implements IParameterExceptionHandler {

    private static final int WRONG_USE = 2;

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        String[] synopsis = command.usageMessage().customSynopsis();
        String right = synopsis.length > 0
                ? String.join(" ", synopsis)
                : command.name() + " " + String.join(" ", command.optionsMap().keySet());
        String wrong = String.valueOf(exception.getMessage()).replace('\n', ' ');
        System.err.println(wrong + ". Write: " + right);
        return WRONG_USE;
    }
}
