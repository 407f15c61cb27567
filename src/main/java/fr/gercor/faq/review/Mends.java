package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.review.Objection.Kind;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What staff add to the catalogue: gathered in a draft, tried beside the live engine, published, undone. What serves is always the
 * files of the intents and the published mends, in the order in which they went live.
 */
public final class Mends {

    private final MendStore store;
    private final QuestionLog log;
    private final CopiedWords words;
    private final Engines engines;
    private final Clock clock;
    private final AtomicReference<Additions> live = new AtomicReference<>(Additions.NONE);

    Mends(MendStore store, QuestionLog log, CopiedWords words, Engines engines, Clock clock) {
        this.store = store;
        this.log = log;
        this.words = words;
        this.engines = engines;
        this.clock = clock;
    }

    /** What has been published, as it was last read: never waits for the database. */
    Additions published() {
        return java.util.Objects.requireNonNull(live.get());
    }

    /** Reads what has been published, here or by another node. */
    void look() {
        live.set(together(store.published()));
    }

    /** All of them, the newest first. */
    public List<Mend> all() {
        return store.all();
    }

    public Optional<Mend> mend(long id) {
        return store.find(id);
    }

    /** What somebody is gathering. */
    public Optional<Mend> open(Colleague author) {
        return store.open(author.id());
    }

    /** Where an addition went, or why it can't be taken. */
    public record Added(Optional<Long> mend, List<Objection> objections) {}

    /** Adds to what somebody is gathering, which begins with the first addition; nothing is added where anything is wrong. */
    public Added add(Additions additions, Colleague author) {
        Optional<Mend> open = store.open(author.id());
        Additions gathered = open.map(Mend::additions).orElse(Additions.NONE);
        Additions together = gathered.and(additions);
        List<Objection> objections = objections(together);
        if (!objections.isEmpty()) {
            return new Added(Optional.empty(), objections);
        }
        if (together.size() == gathered.size()) {
            return new Added(Optional.empty(), List.of(Objection.of(Kind.KNOWN_FORM, "")));
        }
        boolean changed = open.isPresent() && store.change(open.get().id(), together);
        long id = changed ? open.get().id() : store.insert(author, changed ? together : additions, clock.instant());
        store.wordsSince(id, words.since(additions.texts()));
        return new Added(Optional.of(id), List.of());
    }

    private List<Objection> objections(Additions additions) {
        Engine engine = engines.current();
        List<Objection> objections = new AdditionCheck(engine.catalogue(), engine.content()).check(additions);
        if (objections.isEmpty()) {
            SourceFolder before = published().into(engines.authoredIntents());
            boolean placed = FileChange.changed(before, additions.into(before)).size() > 0;
            return placed ? List.of() : List.of(Objection.of(Kind.NO_PLACE));
        }
        return objections;
    }

    /** Takes one addition out again; the last one takes the draft with it. */
    public void remove(long id, int index) {
        store.find(id).ifPresent(mend -> {
            Additions left = mend.additions().without(index);
            if (left.isEmpty()) {
                store.delete(id);
            } else {
                store.change(id, left);
            }
        });
    }

    /** Throws a draft away. */
    public void discard(long id) {
        store.delete(id);
    }

    public void note(long id, String note) {
        store.note(id, note.substring(0, Math.min(2_000, note.length())));
        store.wordsSince(id, words.since(List.of(note)));
    }

    /** Asks for what a mend would change; the answer comes in a minute or so. */
    public void preview(long id) {
        store.askPreview(id, clock.instant());
    }

    /** Takes back what was asked for: what is being trained ends at its next step. */
    public void cancelPreview(long id) {
        store.cancelPreview(id);
    }

    /** How publishing went. */
    public enum Published {
        /** It serves. */
        LIVE,
        /** What serves has changed since the preview: it must be tried again. */
        STALE,
        /** It was not previewed, or is live already. */
        NOT_READY
    }

    /** Lets a previewed mend serve at once. */
    public Published publish(long id, Colleague by) {
        Optional<Preview> preview = store.find(id)
                .filter(mend -> mend.state() == Mend.State.PREVIEWED)
                .flatMap(Mend::trial)
                .flatMap(Mend.Trial::preview);
        if (preview.isEmpty()) {
            return Published.NOT_READY;
        }
        look();
        engines.refresh();
        if (!preview.get().version().equals(engines.current().version())) {
            return Published.STALE;
        }
        if (!store.publish(id, by.name(), clock.instant())) {
            return Published.NOT_READY;
        }
        serve();
        return Published.LIVE;
    }

    /** Takes a published mend back at once; false if it doesn't serve. */
    public boolean undo(long id, Colleague by) {
        boolean undone = store.undo(id, by.name(), clock.instant());
        serve();
        return undone;
    }

    private void serve() {
        look();
        engines.refresh();
    }

    /** The lines that a mend adds to the files. */
    public List<FileChange> difference(Mend mend) {
        List<Mend> earlier = store.published().stream()
                .filter(each -> each.id() != mend.id())
                .filter(each -> mend.published().isEmpty()
                        || each.published()
                                .orElseThrow()
                                .at()
                                .isBefore(mend.published().orElseThrow().at()))
                .toList();
        SourceFolder before = together(earlier).into(engines.authoredIntents());
        return FileChange.between(before, mend.additions().into(before));
    }

    /** The files of the intents that all that serves has changed, for the authors to take over. */
    public List<SourceFile> export() {
        SourceFolder authored = engines.authoredIntents();
        return FileChange.changed(authored, published().into(authored));
    }

    /** The words of a question that was asked, while they are kept. */
    public Optional<String> asked(UUID conversation, long seq) {
        return log.text(conversation, seq);
    }

    private static Additions together(List<Mend> mends) {
        List<Additions> all = new ArrayList<>();
        mends.forEach(mend -> all.add(mend.additions()));
        return all.stream().reduce(Additions.NONE, Additions::and);
    }
}
