package fr.gercor.faq.professional;

import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What protocols are called, by the titles and topics of their pages, and which of them a question names. */
final class ProtocolNames {

    /** « FOLFOX (FOLFOX4, FOLFOX6) » gives three names. */
    private static final Pattern BETWEEN_NAMES_OF_A_TITLE = Pattern.compile("[(),]");

    private final Map<List<String>, Page> pages = new HashMap<>();
    private final int longest;

    /**
     * A protocol where a question names it.
     *
     * @param page of the protocol
     * @param name as the question puts it, folded
     * @param from the place of its first word among those of the question, from 0
     * @param to the place after its last
     */
    record Named(Page page, String name, int from, int to) {}

    /** The names of all protocols: titles come before topics, and an organ is no name. */
    ProtocolNames(Content content) {
        List<Page> protocols = content.pages().stream()
                .filter(page -> page.protocol().isPresent())
                .toList();
        protocols.forEach(page ->
                Stream.of(BETWEEN_NAMES_OF_A_TITLE.split(page.title())).limit(1).forEach(name -> add(name, page)));
        protocols.forEach(page -> page.topics().forEach(name -> add(name, page)));
        protocols.forEach(page ->
                Stream.of(BETWEEN_NAMES_OF_A_TITLE.split(page.title())).skip(1).forEach(name -> add(name, page)));
        longest = pages.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    private void add(String name, Page page) {
        List<String> words = ClinicalWords.of(name);
        boolean organ = page.protocol().stream()
                .flatMap(protocol -> protocol.organs().stream())
                .anyMatch(each -> ClinicalWords.of(each).equals(words));
        if (!words.isEmpty() && !organ) {
            pages.putIfAbsent(words, page);
        }
    }

    /** The protocols that a question names, in its order, the longest name at each place. */
    List<Named> in(List<String> question) {
        List<Named> found = new ArrayList<>();
        int at = 0;
        while (at < question.size()) {
            Optional<Named> named = longestAt(question, at);
            named.ifPresent(found::add);
            at = named.map(Named::to).orElse(at + 1);
        }
        return found;
    }

    private Optional<Named> longestAt(List<String> question, int at) {
        for (int length = Math.min(longest, question.size() - at); length > 0; length--) {
            List<String> words = question.subList(at, at + length);
            Page page = pages.get(words);
            if (page != null) {
                return Optional.of(new Named(page, String.join(" ", words), at, at + length));
            }
        }
        return Optional.empty();
    }
}
