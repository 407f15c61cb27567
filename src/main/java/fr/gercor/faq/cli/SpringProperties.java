package fr.gercor.faq.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Options with a dot, such as {@code --faq.limits.enabled=false}: every command takes them, as the service does. */
final class SpringProperties {

    private static final Pattern PROPERTY =
            Pattern.compile("(--[A-Za-z][\\w-]*\\.[\\w.\\[\\]-]+)(?:=.*)?", Pattern.DOTALL);

    private SpringProperties() {}

    /**
     * The arguments without the properties that the command has no use for.
     *
     * @param args the name of the command and its options
     * @param commands all of them, which know the dotted options that they use
     */
    static String[] removedFrom(String[] args, CommandLine commands) {
        CommandLine command = commands.getSubcommands().get(args[0]);
        Set<String> used = command == null
                ? Set.of()
                : command.getCommandSpec().optionsMap().keySet();
        return Arrays.stream(args)
                .filter(arg -> {
                    Matcher property = PROPERTY.matcher(arg);
                    return !property.matches() || used.contains(property.group(1));
                })
                .toArray(String[]::new);
    }
}
