package fr.gercor.faq.answer;

import fr.gercor.faq.answer.FaqRanker.Entry;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.question.FunctionWords;
import fr.gercor.faq.question.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * FAQs made of our own catalogue, of five kinds in turn. An entry's question is the intent's label, or one of its utterances that is
 * like the others; its answer is the section, or the beginning of it, or for one entry in two another section of the page, as the
 * answers of FAQs often say nothing that was asked. The queries are other utterances: any, or those nearest to the question. The
 * nearest two in five make a FAQ as hard as the French ones published: stems of the question alone find 60 % of them.
 */
final class FaqSamples {

    private static final int ENTRIES = 48;
    private static final int QUERIES_OF_AN_ENTRY = 3;
    private static final double NEAREST = 0.4;

    private static final int SHORTEST_QUESTION = 6;
    private static final int LONGEST_QUESTION = 30;

    private enum Kind {
        LABELS,
        ANY_UTTERANCES_ODD_ANSWERS,
        NEAR_UTTERANCES,
        NEAR_UTTERANCES_SHORT_ANSWERS,
        NEAR_UTTERANCES_ODD_ANSWERS;

        boolean nearOnly() {
            return name().startsWith("NEAR");
        }

        boolean oddAnswers() {
            return name().endsWith("ODD_ANSWERS");
        }
    }

    /**
     * A query.
     *
     * @param text as it was written
     * @param mistyped with two typing errors
     * @param right the place of the entry it asks for
     */
    record Query(String text, String mistyped, int right) {}

    /**
     * A FAQ and what it is asked.
     *
     * @param entries of the FAQ
     * @param queries whose entry is known
     */
    record Sample(List<Entry> entries, List<Query> queries) {}

    private record Answered(Intent intent, Section section) {}

    private final List<Answered> all;
    private final Random random;
    private int drawn;

    FaqSamples(Content content, Catalogue catalogue, Random random) {
        this.random = random;
        all = catalogue.intents().stream()
                .flatMap(intent -> content.page(intent.page()).flatMap(page -> page.section(intent.section())).stream()
                        .map(section -> new Answered(intent, section)))
                .filter(answered -> answered.intent().utterances().size() > QUERIES_OF_AN_ENTRY)
                .toList();
    }

    Sample next() {
        Kind kind = Kind.values()[drawn++ % Kind.values().length];
        List<Answered> chosen = new ArrayList<>(all);
        Collections.shuffle(chosen, random);
        List<Entry> entries = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        Set<Section> taken = new HashSet<>();
        for (Answered answered : chosen) {
            if (entries.size() < ENTRIES && taken.add(answered.section())) {
                add(answered, kind, entries, queries);
            }
        }
        return new Sample(entries, queries);
    }

    private void add(Answered answered, Kind kind, List<Entry> entries, List<Query> queries) {
        List<String> utterances = new ArrayList<>(answered.intent().utterances());
        Collections.shuffle(utterances, random);
        String question = answered.intent().label();
        if (kind != Kind.LABELS) {
            question = likest(utterances);
            utterances.remove(question);
        }
        if (kind.nearOnly()) {
            Set<String> words = words(question);
            utterances.sort(Comparator.comparingDouble(utterance -> -likeness(words, words(utterance))));
            int near = Math.max(QUERIES_OF_AN_ENTRY, (int) (NEAREST * utterances.size()));
            utterances = new ArrayList<>(utterances.subList(0, Math.min(near, utterances.size())));
            Collections.shuffle(utterances, random);
        }
        for (String utterance : utterances.subList(0, Math.min(QUERIES_OF_AN_ENTRY, utterances.size()))) {
            queries.add(new Query(utterance, mistyped(mistyped(utterance)), entries.size()));
        }
        entries.add(new Entry(answered.intent().id(), question, answer(answered, kind)));
    }

    private String answer(Answered answered, Kind kind) {
        if (kind == Kind.NEAR_UTTERANCES_SHORT_ANSWERS) {
            return beginning(answered.section(), 2);
        }
        List<Section> others = all.stream()
                .filter(other -> other.intent().page().equals(answered.intent().page()))
                .map(Answered::section)
                .filter(other -> !other.equals(answered.section()))
                .toList();
        if (kind.oddAnswers() && !others.isEmpty() && random.nextBoolean()) {
            return beginning(others.get(random.nextInt(others.size())), 3);
        }
        return answered.section().text();
    }

    private static String beginning(Section section, int sentences) {
        return section.text()
                .lines()
                .flatMap(line -> List.of(line.split("(?<=[.!?:;])\\s+")).stream())
                .limit(sentences)
                .collect(Collectors.joining(" "));
    }

    /** Of the utterances as long as a question of a FAQ, one of those that share the most with the others. */
    private String likest(List<String> utterances) {
        List<String> candidates = utterances.stream()
                .filter(utterance -> utterance.split(" ").length >= SHORTEST_QUESTION)
                .filter(utterance -> utterance.split(" ").length <= LONGEST_QUESTION)
                .toList();
        String best = utterances.getFirst();
        double most = -1;
        for (String utterance : candidates) {
            Set<String> words = words(utterance);
            double shared = candidates.stream()
                    .mapToDouble(other -> likeness(words, words(other)))
                    .sum();
            shared *= 0.7 + 0.6 * random.nextDouble();
            if (shared > most) {
                most = shared;
                best = utterance;
            }
        }
        return best;
    }

    /** The beginnings of the words: rough, so that the measure of likeness is none of the signals that are weighed. */
    private static Set<String> words(String text) {
        return Words.of(text).stream()
                .filter(word -> !FunctionWords.contains(word))
                .map(word -> word.substring(0, Math.min(6, word.length())))
                .collect(Collectors.toSet());
    }

    private static double likeness(Set<String> some, Set<String> others) {
        long shared = some.stream().filter(others::contains).count();
        return shared / Math.sqrt(1.0 + some.size() * others.size());
    }

    /** Leaves out, doubles, changes or swaps a letter inside a word. */
    private String mistyped(String text) {
        StringBuilder typed = new StringBuilder(text);
        for (int attempt = 0; attempt < 50 && typed.length() > 1; attempt++) {
            int place = random.nextInt(typed.length() - 1);
            char here = typed.charAt(place);
            char next = typed.charAt(place + 1);
            if (Character.isLetter(here) && Character.isLetter(next)) {
                char other = (char) ('a' + random.nextInt(26));
                switch (random.nextInt(4)) {
                    case 0 -> typed.deleteCharAt(place);
                    case 1 -> typed.insert(place, other);
                    case 2 -> typed.setCharAt(place, other);
                    default -> {
                        typed.setCharAt(place, next);
                        typed.setCharAt(place + 1, here);
                    }
                }
                return typed.toString();
            }
        }
        return text;
    }
}
