package fr.gercor.faq.question;

import fr.gercor.faq.snapshot.Numbers;
import fr.gercor.faq.snapshot.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Finds the word of the vocabulary that an unknown word was meant to be: one that sounds the same, or that one typing error away
 * (two from {@value #TWO_ERRORS_FROM} letters). Known words are never turned into others.
 *
 * <p>Candidates come from an index of the vocabulary's words with one or two letters left out (Garbe's symmetric deletes), so that
 * no word of the vocabulary is compared that is not near.
 */
final class SpellingCorrector {

    /** Shorter words have too many neighbours to be mended. */
    static final int SHORTEST = 4;

    /** From this length on, two errors may be mended. */
    static final int TWO_ERRORS_FROM = 8;

    private static final int LONGEST = 30;

    /** A sound of fewer letters is shared by words that have nothing else in common. */
    private static final int SHORTEST_SOUND = 3;

    private final WordForms forms;
    private final String[] words;
    private final int[] frequencies;
    private final long[] deletes;
    private final Map<String, int[]> sounds = new HashMap<>();

    private SpellingCorrector(WordForms forms, String[] words, int[] frequencies, long[] deletes, String[] heard) {
        this.forms = forms;
        this.words = words;
        this.frequencies = frequencies;
        this.deletes = deletes;
        for (int word = 0; word < heard.length; word++) {
            if (heard[word].length() >= SHORTEST_SOUND) {
                sounds.merge(heard[word], new int[] {word}, SpellingCorrector::joined);
            }
        }
    }

    /**
     * The corrector of a vocabulary.
     *
     * @param vocabulary the words that may be meant, with how often they are used
     * @param forms what the language knows
     */
    static SpellingCorrector of(Map<String, Integer> vocabulary, WordForms forms) {
        return new SpellingCorrector(forms, new String[0], new int[0], new long[0], new String[0]).with(vocabulary);
    }

    /** The same with more words that may be meant. */
    SpellingCorrector with(Map<String, Integer> more) {
        List<String> added = more.keySet().stream()
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .filter(word -> word.chars().allMatch(Character::isLetter))
                .sorted()
                .toList();
        String[] all = Arrays.copyOf(words, words.length + added.size());
        int[] used = Arrays.copyOf(frequencies, all.length);
        LongStream.Builder keys = LongStream.builder();
        for (int i = 0; i < added.size(); i++) {
            int place = words.length + i;
            all[place] = added.get(i);
            used[place] = more.getOrDefault(added.get(i), 1);
            deletesOf(added.get(i)).forEach(delete -> keys.add(key(delete, place)));
        }
        long[] kept =
                LongStream.concat(Arrays.stream(deletes), keys.build()).sorted().toArray();
        return new SpellingCorrector(forms, all, used, kept, heard(all, forms));
    }

    private static String[] heard(String[] words, WordForms forms) {
        return Arrays.stream(words).map(forms::sound).toArray(String[]::new);
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    void write(DataOutput out) throws IOException {
        Texts.write(List.of(words), out);
        Numbers.write(frequencies, out);
        Numbers.write(deletes, out);
        Texts.write(List.of(heard(words, forms)), out);
    }

    static SpellingCorrector read(DataInput in, WordForms forms) throws IOException {
        return new SpellingCorrector(
                forms,
                Texts.read(in).toArray(String[]::new),
                Numbers.ints(in),
                Numbers.longs(in),
                Texts.read(in).toArray(String[]::new));
    }

    private record Candidate(int word, int cost) {}

    /** The word that {@code form} was meant to be, where there is one near enough. */
    Optional<String> correct(String form) {
        if (form.length() < SHORTEST || form.length() > LONGEST) {
            return Optional.empty();
        }
        Set<Integer> near = new HashSet<>();
        for (String delete : deletesOf(form)) {
            gather(delete, near);
        }
        String sound = forms.sound(form);
        int[] alike = sounds.getOrDefault(sound, new int[0]);
        for (int word : alike) {
            near.add(word);
        }
        int most = form.length() >= TWO_ERRORS_FROM ? 2 : 1;
        return near.stream()
                .map(word -> candidate(form, word, most, Arrays.stream(alike).anyMatch(each -> each == word)))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Candidate::cost)
                        .thenComparing(candidate -> -frequencies[candidate.word()])
                        .thenComparing(Candidate::word))
                .map(candidate -> words[candidate.word()]);
    }

    private Optional<Candidate> candidate(String form, int word, int most, boolean soundsAlike) {
        String other = words[word];
        int distance = distance(form, other);
        if (!soundsAlike && (distance > most || Math.min(other.length(), form.length()) < SHORTEST)) {
            return Optional.empty();
        }
        int firstLetter = form.charAt(0) == other.charAt(0) ? 0 : 2;
        int cost = soundsAlike ? Math.min(2 * distance, 3) : 4 * distance;
        return Optional.of(new Candidate(word, cost + firstLetter));
    }

    private static Set<String> deletesOf(String word) {
        Set<String> found = new HashSet<>();
        found.add(word);
        for (int i = 0; i < word.length(); i++) {
            String one = word.substring(0, i) + word.substring(i + 1);
            found.add(one);
            if (word.length() >= TWO_ERRORS_FROM) {
                for (int j = i; j < one.length(); j++) {
                    found.add(one.substring(0, j) + one.substring(j + 1));
                }
            }
        }
        return found;
    }

    private static long key(String delete, int word) {
        return ((long) delete.hashCode() << 32) | word;
    }

    private void gather(String delete, Set<Integer> near) {
        long from = key(delete, 0);
        int place = Arrays.binarySearch(deletes, from);
        place = place < 0 ? -place - 1 : place;
        while (place < deletes.length && (deletes[place] >> 32) == delete.hashCode()) {
            near.add((int) deletes[place++]);
        }
    }

    /** Damerau's distance: letters left out, put in, changed, or two neighbours swapped (optimal string alignment). */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                current[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[b.length()];
    }
}
