package fr.gercor.faq.catalogue;

import fr.gercor.faq.source.SourceFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to stand in {@code intents/} beside what its files say. It is merged into the files themselves, so that what serves, what is
 * hashed, what is shown as a difference and what goes back to the authors are one and the same text.
 *
 * @param utterances of intents that exist, or that stand in {@code intents}
 * @param intents new ones
 * @param topics utterances of subjects that are out of scope on purpose
 * @param entries of the lexicon
 */
public record Additions(List<Said> utterances, List<Intent> intents, List<Said> topics, List<LexiconEntry> entries) {

    /** Nothing beside the files. */
    public static final Additions NONE = new Additions(List.of(), List.of(), List.of(), List.of());

    /**
     * A way in which people say something.
     *
     * @param to the id of the intent or the topic
     * @param text as it is said
     */
    public record Said(String to, String text) {}

    public Additions {
        utterances = List.copyOf(utterances);
        intents = List.copyOf(intents);
        topics = List.copyOf(topics);
        entries = List.copyOf(entries);
    }

    /** One more utterance of an intent. */
    public static Additions utterance(String intent, String text) {
        return new Additions(List.of(new Said(intent, text)), List.of(), List.of(), List.of());
    }

    /** A new intent. */
    public static Additions intent(Intent intent) {
        return new Additions(List.of(), List.of(intent), List.of(), List.of());
    }

    /** One more utterance of a subject that is out of scope on purpose. */
    public static Additions topic(String topic, String text) {
        return new Additions(List.of(), List.of(), List.of(new Said(topic, text)), List.of());
    }

    /** One more entry of the lexicon. */
    public static Additions entry(LexiconEntry entry) {
        return new Additions(List.of(), List.of(), List.of(), List.of(entry));
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many things are added. */
    public int size() {
        return utterances.size() + intents.size() + topics.size() + entries.size();
    }

    /** All wordings that are added, in whatever words they were found. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        utterances.forEach(said -> texts.add(said.text()));
        intents.forEach(intent -> texts.addAll(intent.utterances()));
        topics.forEach(said -> texts.add(said.text()));
        entries.forEach(entry -> entry.question().ifPresent(texts::add));
        return texts;
    }

    /** These, and more after them. */
    public Additions and(Additions more) {
        return new Additions(
                both(utterances, more.utterances),
                both(intents, more.intents),
                both(topics, more.topics),
                both(entries, more.entries));
    }

    /** These without the one at {@code index}, counted through utterances, intents, topics and entries in this order. */
    public Additions without(int index) {
        int place = index;
        List<List<?>> all = new ArrayList<>();
        for (List<?> list : List.of(utterances, intents, topics, entries)) {
            List<Object> left = new ArrayList<>(list);
            if (place >= 0 && place < left.size()) {
                left.remove(place);
            }
            place -= list.size();
            all.add(left);
        }
        return new Additions(
                all.get(0).stream().map(Said.class::cast).toList(),
                all.get(1).stream().map(Intent.class::cast).toList(),
                all.get(2).stream().map(Said.class::cast).toList(),
                all.get(3).stream().map(LexiconEntry.class::cast).toList());
    }

    /**
     * The files with these in them. What stands there already, or has no place in them any more, is left out: files move on, and
     * what was once published must not keep them from being served.
     */
    public SourceFolder into(SourceFolder intents) {
        return isEmpty() ? intents : new AdditionsWriter(intents).write(this);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        second.stream().filter(each -> !first.contains(each)).forEach(both::add);
        return both;
    }
}
