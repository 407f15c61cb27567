package fr.gercor.faq.professional;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Protocol;
import java.text.Collator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a clinician looks for among the protocols, as it stands in the address.
 *
 * @param chosen the value of each facet; those left open are not there
 * @param query words that must all begin a word of the page; may be empty
 */
record ProtocolFilter(Map<Facet, String> chosen, String query) {

    /** What protocols are sorted by. */
    enum Facet {
        ORGAN("organe", Protocol::organs),
        LINE("ligne", Protocol::lines),
        DRUG("medicament", Protocol::drugs),
        SPONSOR("promoteur", Protocol::sponsors);

        private final String parameter;
        private final Function<Protocol, List<String>> values;

        Facet(String parameter, Function<Protocol, List<String>> values) {
            this.parameter = parameter;
            this.values = values;
        }

        /** Its name in the address and in the message files. */
        String parameter() {
            return parameter;
        }

        private List<String> values(Page page) {
            return page.protocol().map(values).orElse(List.of());
        }
    }

    /**
     * A value of a facet.
     *
     * @param value as pages state it
     * @param count how many protocols it would leave, the other facets as they are
     * @param chosen whether it is the one chosen
     */
    record Option(String value, long count, boolean chosen) {}

    /**
     * A facet with its values.
     *
     * @param name in the address and in the message files
     * @param options in alphabetical order
     */
    record Choice(String name, List<Option> options) {
        Choice {
            options = List.copyOf(options);
        }
    }

    ProtocolFilter {
        chosen = Map.copyOf(chosen);
    }

    /** The filter that an address states; what it states and no facet knows is left out. */
    static ProtocolFilter of(Map<String, String> parameters) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = parameters.getOrDefault(facet.parameter, "").strip();
            if (!value.isEmpty()) {
                chosen.put(facet, value);
            }
        }
        return new ProtocolFilter(chosen, parameters.getOrDefault("q", "").strip());
    }

    /** Those of {@code pages} that are looked for, in their order. */
    List<Page> of(List<Page> pages) {
        return pages.stream()
                .filter(this::holdsQuery)
                .filter(page -> chosen.entrySet().stream()
                        .allMatch(each -> each.getKey().values(page).contains(each.getValue())))
                .toList();
    }

    /** The facets, each with what its values would leave. */
    List<Choice> choices(List<Page> pages) {
        List<Choice> choices = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Map<String, Long> counts = without(facet).of(pages).stream()
                    .flatMap(page -> facet.values(page).stream())
                    .collect(Collectors.groupingBy(
                            Function.identity(),
                            () -> new TreeMap<>(Collator.getInstance(Locale.FRENCH)),
                            Collectors.counting()));
            choices.add(new Choice(
                    facet.parameter,
                    counts.entrySet().stream()
                            .map(each -> new Option(
                                    each.getKey(),
                                    each.getValue(),
                                    each.getKey().equals(chosen.get(facet))))
                            .toList()));
        }
        return choices;
    }

    private ProtocolFilter without(Facet facet) {
        Map<Facet, String> others = new EnumMap<>(Facet.class);
        others.putAll(chosen);
        others.remove(facet);
        return new ProtocolFilter(others, query);
    }

    private boolean holdsQuery(Page page) {
        List<String> wanted = ClinicalWords.of(query);
        if (wanted.isEmpty()) {
            return true;
        }
        List<String> words = ClinicalWords.of(page.title() + " " + page.summary() + " "
                + String.join(" ", page.topics()) + " "
                + page.sections().stream()
                        .map(section -> section.heading() + " " + section.text())
                        .collect(Collectors.joining(" ")));
        return wanted.stream().allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
    }
}
