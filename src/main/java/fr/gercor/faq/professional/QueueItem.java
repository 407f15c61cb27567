package fr.gercor.faq.professional;

import fr.gercor.faq.escalation.Clinician;
import fr.gercor.faq.escalation.EscalatedQuestion;
import fr.gercor.faq.escalation.EscalatedQuestion.State;
import fr.gercor.faq.escalation.Hold;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A question as one clinician sees it in the queue.
 *
 * @param question as it is
 * @param state the key of the words for how far it is: a hold that has run out counts as waiting
 * @param holder who has it now, if not this clinician
 * @param mine whether this clinician has it
 * @param forMe whether a colleague passed it to this clinician
 * @param overdue whether it waits longer than its writer was told
 * @param askedAt in France
 * @param dueAt in France
 */
record QueueItem(
        EscalatedQuestion question,
        String state,
        Optional<Clinician> holder,
        boolean mine,
        boolean forMe,
        boolean overdue,
        ZonedDateTime askedAt,
        ZonedDateTime dueAt) {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    static QueueItem of(EscalatedQuestion question, Clinician clinician, Instant now) {
        boolean mine = question.isHeldBy(clinician);
        Optional<Clinician> holder = question.holdAt(now).map(Hold::by).filter(each -> !mine);
        boolean runOut = question.state() == State.TAKEN && holder.isEmpty() && !mine;
        return new QueueItem(
                question,
                (runOut ? State.WAITING : question.state()).name().toLowerCase(Locale.ROOT),
                holder,
                mine,
                question.state() == State.PASSED
                        && question.meantFor()
                                .filter(each -> each.id().equals(clinician.id()))
                                .isPresent(),
                question.isOverdue(now),
                question.askedAt().atZone(FRANCE),
                question.dueAt().atZone(FRANCE));
    }

    /** The key of the words for why it was handed over. */
    public String reason() {
        return question.reason().name().toLowerCase(Locale.ROOT);
    }

    /** Whether this clinician may take it. */
    public boolean isFree() {
        return !question.state().isClosed() && holder.isEmpty() && !mine;
    }
}
