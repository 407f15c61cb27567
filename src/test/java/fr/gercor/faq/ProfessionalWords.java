package fr.gercor.faq;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Line;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.content.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the pages of professionals and nowhere else: sentences, items, cells and rows long enough not to be said by chance,
 * found again in any text by their beginnings.
 */
final class ProfessionalWords {

    /** Shorter ones stand in other texts too. */
    static final int SHORTEST = 40;

    private final Map<String, List<String>> byBeginning = new LinkedHashMap<>();
    private final List<String> known;

    ProfessionalWords(Content content) {
        String publicText = content.pages().stream()
                .filter(page -> page.audience() == Audience.PUBLIC)
                .flatMap(ProfessionalWords::texts)
                .map(ProfessionalWords::spaced)
                .collect(Collectors.joining("\n"));
        known = content.pages().stream()
                .filter(page -> page.audience() == Audience.PROFESSIONAL)
                .flatMap(ProfessionalWords::texts)
                .map(ProfessionalWords::spaced)
                .filter(text -> text.length() >= SHORTEST && !publicText.contains(text))
                .distinct()
                .toList();
        known.forEach(text -> byBeginning
                .computeIfAbsent(text.substring(0, SHORTEST), ignored -> new ArrayList<>())
                .add(text));
    }

    int count() {
        return known.size();
    }

    /** The first of these words that stands in {@code text}, if any does. */
    Optional<String> in(String text) {
        String spaced = spaced(text);
        for (int at = 0; at + SHORTEST <= spaced.length(); at++) {
            int from = at;
            Optional<String> found = byBeginning.getOrDefault(spaced.substring(at, at + SHORTEST), List.of()).stream()
                    .filter(each -> spaced.startsWith(each, from))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Stream<String> texts(Page page) {
        Stream<String> quotes = page.passages().stream()
                .map(Passage::sentences)
                .flatMap(List::stream)
                .map(Quote::text);
        Stream<String> lines = page.sections().stream()
                .map(Section::blocks)
                .flatMap(List::stream)
                .map(Block::lines)
                .flatMap(List::stream)
                .map(Line::text);
        return Stream.of(Stream.of(page.title(), page.summary()), quotes, lines).flatMap(each -> each);
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
