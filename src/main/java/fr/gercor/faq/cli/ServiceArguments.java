package fr.gercor.faq.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What the service is started with: Spring's properties, whose names hold a dot, and short names of the two folders.
 *
 * @param properties as Spring reads them
 * @param fault what is wrong and what to write instead; empty where nothing is
 */
public record ServiceArguments(List<String> properties, String fault) {

    private static final String SERVE = "serve";
    private static final List<String> FOLDERS = List.of("--content", "--intents");

    public ServiceArguments {
        properties = List.copyOf(properties);
    }

    /** @param args of the command line, {@code serve} among them or not */
    public static ServiceArguments of(String... args) {
        List<String> properties = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            String name = arg.split("=", 2)[0];
            if (i == 0 && arg.equals(SERVE)) {
                continue;
            }
            if (FOLDERS.contains(arg) && i + 1 < args.length && !args[i + 1].startsWith("--")) {
                properties.add("--faq." + arg.substring(2) + "=" + args[++i]);
            } else if (FOLDERS.contains(name) && arg.length() > name.length() + 1) {
                properties.add("--faq." + arg.substring(2));
            } else if (FOLDERS.contains(name)) {
                return wrong("%s names a folder: write %s DIR".formatted(name, name));
            } else if (name.startsWith("--") && name.contains(".")) {
                properties.add(arg);
            } else if (arg.startsWith("-")) {
                return wrong(
                        ("There is no option %s: write --content DIR, --intents DIR, or a property with its value, such as --server.port=9000")
                                .formatted(name));
            } else {
                return wrong(
                        "There is no command %s: write serve, evaluate, check or import; a property stands with its value, such as --server.port=9000"
                                .formatted(arg));
            }
        }
        return new ServiceArguments(properties, "");
    }

    private static ServiceArguments wrong(String fault) {
        return new ServiceArguments(List.of(), fault);
    }
}
