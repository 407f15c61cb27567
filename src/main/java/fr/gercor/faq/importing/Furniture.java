package fr.gercor.faq.importing;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands on pages around their text: knows it by its words, which are listed in {@code furniture.yml}. */
final class Furniture {

    private static final String LISTS = "/importing/furniture.yml";

    /** A line of furniture is no longer than this; a longer one is prose that happens to begin so. */
    private static final int LONGEST_LINE = 200;

    private static final int LONGEST_STEP = 40;
    private static final Pattern TRAIL = Pattern.compile("\\s+(?:>|>>|»|›|→|\\||·|•|/)\\s+");

    private final Pattern login;
    private final Pattern backLink;
    private final Pattern pointer;
    private final Pattern pointerVerb;
    private final Pattern footer;
    private final Map<Dropped.Kind, Set<String>> containers;
    private final Pattern questionOpening;
    private final Set<String> articles;

    private Furniture(YamlNode lists, Faults faults) {
        login = Pattern.compile("(?:(?:" + any(lists, "login", faults) + ")(?:-|$))+");
        backLink = Pattern.compile("(?:(?:" + any(lists, "backLinks", faults) + ")(?:-|$))+");
        pointer = Pattern.compile("^(?:" + any(lists, "pointers", faults) + ")(?:-|$)");
        pointerVerb = Pattern.compile("(?:^|-)(?:" + any(lists, "pointerVerbs", faults) + ")(?:-|$)");
        footer = Pattern.compile("^(?:" + any(lists, "footers", faults) + ")(?:-|$)");
        questionOpening = Pattern.compile("^(?:" + any(lists, "questionOpenings", faults) + ")-");
        articles = Set.copyOf(lists.texts("articles", faults));
        YamlNode names = lists.field("containers").orElseThrow();
        containers = names.names().stream()
                .collect(Collectors.toMap(
                        name -> Dropped.Kind.valueOf(name.toUpperCase(Locale.ROOT)),
                        name -> Set.copyOf(names.texts(name, faults))));
    }

    /** Reads the lists that travel in the jar. */
    static Furniture french() {
        try (InputStream in = Furniture.class.getResourceAsStream(LISTS)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + LISTS);
            }
            Faults faults = new Faults();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            YamlNode lists = YamlNode.read(new SourceFile(LISTS, text), faults).orElseThrow();
            Furniture furniture = new Furniture(lists, faults);
            if (faults.hasErrors()) {
                throw new IllegalStateException(faults.errors().getFirst().toString());
            }
            return furniture;
        } catch (IOException e) {
            throw new UncheckedIOException("The jar can't be read", e);
        }
    }

    /** What kind of furniture a whole line or paragraph is, if any. */
    Optional<Dropped.Kind> kind(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        String slug = Slugs.of(line);
        if (slug.isEmpty()) {
            return line.contains("©") ? Optional.of(Dropped.Kind.FOOTER) : Optional.empty();
        }
        if (login.matcher(slug).matches()) {
            return Optional.of(Dropped.Kind.LOGIN);
        }
        if (backLink.matcher(slug).matches()) {
            return Optional.of(Dropped.Kind.BACK_LINK);
        }
        if (pointer.matcher(slug).find() && pointerVerb.matcher(slug).find()) {
            return Optional.of(Dropped.Kind.POINTER);
        }
        if (line.contains("©") || footer.matcher(slug).find()) {
            return Optional.of(Dropped.Kind.FOOTER);
        }
        return isTrail(line) ? Optional.of(Dropped.Kind.NAVIGATION) : Optional.empty();
    }

    /** What an element of HTML holds, to judge by its class and id. */
    Optional<Dropped.Kind> container(String names) {
        List<String> words = Arrays.asList(names.replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+", -1));
        return containers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> words.stream().anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The slug without the words by which a question asks what its subject is; the same where it doesn't. */
    String withoutOpening(String slug) {
        return questionOpening.matcher(slug).replaceFirst("");
    }

    /** The slug without the articles at its beginning; never empty. */
    String withoutArticles(String slug) {
        String rest = slug;
        int hyphen = rest.indexOf('-');
        while (hyphen > 0 && articles.contains(rest.substring(0, hyphen))) {
            rest = rest.substring(hyphen + 1);
            hyphen = rest.indexOf('-');
        }
        return rest;
    }

    /** Short steps between separators: where the reader stands in the site, or a menu in one line. */
    private static boolean isTrail(String line) {
        String[] steps = TRAIL.split(line, -1);
        boolean leads = line.contains(">") || line.contains("›") || line.contains("»");
        return steps.length >= (leads ? 2 : 3)
                && !line.contains("«")
                && Arrays.stream(steps).allMatch(step -> step.length() <= LONGEST_STEP && !step.endsWith("."));
    }

    /** The longest first, so that « retour » doesn't stop « retour en haut » from being seen. */
    private static String any(YamlNode lists, String name, Faults faults) {
        return lists.texts(name, faults).stream()
                .map(Slugs::of)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .distinct()
                .collect(Collectors.joining("|"));
    }
}
