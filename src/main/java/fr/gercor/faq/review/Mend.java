package fr.gercor.faq.review;

import fr.gercor.faq.catalogue.Additions;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of what staff add to the catalogue.
 *
 * @param id grows
 * @param author who drafted it
 * @param note why, in their words; may be empty
 * @param additions to the files of the intents
 * @param state how far it has come
 * @param createdAt when its first addition was made
 * @param trial the preview that was asked for; empty while none was
 * @param published when and by whom it went live
 * @param undone when and by whom it was taken back
 */
public record Mend(
        long id,
        Colleague author,
        String note,
        Additions additions,
        State state,
        Instant createdAt,
        Optional<Trial> trial,
        Optional<Step> published,
        Optional<Step> undone) {

    /** How far a mend has come. */
    public enum State {
        /** Being gathered; nothing of it serves. */
        DRAFT,
        /** What it would change is known. */
        PREVIEWED,
        /** It serves. */
        PUBLISHED,
        /** It served, and was taken back. */
        UNDONE
    }

    /**
     * Something that was done.
     *
     * @param at when
     * @param by the name of who did it
     */
    public record Step(Instant at, String by) {}

    /**
     * A preview under way or ended.
     *
     * @param askedAt when it was asked for
     * @param done questions compared so far; steps of the training begun, while that lasts
     * @param total questions to compare; 0 while the engine is in training
     * @param preview what would change; empty until it is known
     * @param failure why it can't be known; empty while it may
     */
    public record Trial(Instant askedAt, int done, int total, Optional<Preview> preview, Optional<String> failure) {

        /** Whether it is still worked on. */
        public boolean isRunning() {
            return preview.isEmpty() && failure.isEmpty();
        }
    }

    /** Whether it may still be changed. */
    public boolean isOpen() {
        return state == State.DRAFT || state == State.PREVIEWED;
    }
}
