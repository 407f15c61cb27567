package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A question on its way to a professional and back.
 *
 * @param id of it, and of the reply that ends it
 * @param conversation it comes from
 * @param kept whether that conversation is stored
 * @param reason it was handed over
 * @param question masked
 * @param context what was said before it, masked, oldest first
 * @param state as it is stored; a hold that has run out still stands here as {@link State#TAKEN}
 * @param version grows with every change; a change made on an older one is refused
 * @param askedAt when it was handed over
 * @param dueAt the end of the usual delay
 * @param hold of the last clinician who took it
 * @param meantFor the colleague it was passed to
 * @param note from the colleague who passed it
 * @param reply that ended it
 * @param deliveredAt when the reply stood in the conversation, or needed to stand in none
 * @param proposed whether its answer was proposed as content
 */
public record EscalatedQuestion(
        UUID id,
        UUID conversation,
        boolean kept,
        Reason reason,
        String question,
        List<Said> context,
        State state,
        int version,
        Instant askedAt,
        Instant dueAt,
        Optional<Hold> hold,
        Optional<Clinician> meantFor,
        Optional<String> note,
        Optional<Reply> reply,
        Optional<Instant> deliveredAt,
        boolean proposed) {

    /** How far it is. */
    public enum State {
        /** For whoever takes it. */
        WAITING,
        /** For a colleague; should they not come, for anybody. */
        PASSED,
        /** Held by one clinician, for a while. */
        TAKEN,
        /** Answered in a professional's own words. */
        ANSWERED,
        /** Not for us; the patient is told so. */
        DECLINED,
        /** An emergency; the patient is told whom to call. */
        REFERRED;

        /** Whether nothing more is to be done by a clinician. */
        public boolean isClosed() {
            return switch (this) {
                case WAITING, PASSED, TAKEN -> false;
                case ANSWERED, DECLINED, REFERRED -> true;
            };
        }
    }

    public EscalatedQuestion {
        context = List.copyOf(context);
    }

    /** Who holds it at a moment; empty once the hold has run out. */
    public Optional<Hold> holdAt(Instant now) {
        return hold.filter(each -> state == State.TAKEN && each.until().isAfter(now));
    }

    /** Whether the last to take it was this clinician, and nobody has taken it from them. */
    public boolean isHeldBy(Clinician clinician) {
        return state == State.TAKEN
                && hold.filter(each -> each.by().id().equals(clinician.id())).isPresent();
    }

    /** Whether it waits longer than its writer was told. */
    public boolean isOverdue(Instant now) {
        return !state.isClosed() && dueAt.isBefore(now);
    }
}
