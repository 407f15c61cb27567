package fr.gercor.faq.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of near words that a text speaks by: « boss », « patron » and « employeur » are of one. The 2,800 groups were written for
 * this service, field by field of everyday life, with the words of Québec, Belgium and Switzerland among them.
 */
public final class NearWords {

    private static final String FRENCH = "/question/near-words.txt";
    private static final String SEPARATOR = " ; ";

    private final Map<String, List<Member>> byFirstStem = new HashMap<>();

    /**
     * A word or expression of a group.
     *
     * @param stems of its content words, in order
     * @param group that it belongs to
     */
    private record Member(List<String> stems, String group) {}

    private NearWords(List<List<String>> groups, QuestionAnalyser analyser) {
        for (int group = 0; group < groups.size(); group++) {
            String name = String.valueOf(group);
            for (String word : groups.get(group)) {
                List<String> stems = stems(analyser.read(word).tokens());
                if (!stems.isEmpty()) {
                    byFirstStem
                            .computeIfAbsent(stems.getFirst(), ignored -> new ArrayList<>())
                            .add(new Member(stems, name));
                }
            }
        }
    }

    /** Knows no word. */
    public static NearWords none() {
        return new NearWords(List.of(), QuestionAnalyser.ofTexts("fr", List.of()));
    }

    /** @param analyser that reads the texts too */
    public static NearWords french(QuestionAnalyser analyser) {
        try (InputStream in = NearWords.class.getResourceAsStream(FRENCH)) {
            if (in == null) {
                throw new IllegalStateException(FRENCH + " is not on the class path");
            }
            List<List<String>> groups = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(SEPARATOR)))
                    .toList();
            return new NearWords(groups, analyser);
        } catch (IOException e) {
            throw new UncheckedIOException(FRENCH + " can't be read", e);
        }
    }

    /** The groups that the words of a text are of, once for each time; a word of several is of all of them. */
    public List<String> in(List<Token> tokens) {
        List<String> stems = stems(tokens);
        List<String> groups = new ArrayList<>();
        for (int place = 0; place < stems.size(); place++) {
            for (Member member : byFirstStem.getOrDefault(stems.get(place), List.of())) {
                int end = place + member.stems().size();
                if (end <= stems.size() && stems.subList(place, end).equals(member.stems())) {
                    groups.add(member.group());
                }
            }
        }
        return groups;
    }

    private static List<String> stems(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !FunctionWords.contains(token.form()))
                .map(Token::stem)
                .toList();
    }
}
