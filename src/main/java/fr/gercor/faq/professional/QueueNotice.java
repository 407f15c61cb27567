package fr.gercor.faq.professional;

import fr.gercor.faq.escalation.Attachment;
import fr.gercor.faq.escalation.Settling;
import fr.gercor.faq.escalation.Taking;
import java.util.Locale;

/** What a clinician is told after they did something; the words stand in the message file. */
enum QueueNotice {
    TAKEN,
    RELEASED,
    PASSED,
    ANSWERED,
    DECLINED,
    REFERRED,
    PROPOSED,
    HELD,
    BUSY,
    CLOSED,
    NONE_WAITING,
    GONE,
    NOT_HELD,
    CHANGED,
    BAD_TEXT,
    BAD_PASSAGE,
    PROFESSIONAL_PASSAGE,
    NO_COLLEAGUE;

    /** As it stands in an address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something did not happen. */
    boolean isRefusal() {
        return compareTo(HELD) >= 0;
    }

    static QueueNotice of(Taking taking) {
        return switch (taking) {
            case Taking.Taken ignored -> TAKEN;
            case Taking.HeldByAnother ignored -> HELD;
            case Taking.Busy ignored -> BUSY;
            case Taking.Closed ignored -> CLOSED;
            case Taking.Gone ignored -> GONE;
        };
    }

    /** @param done what is said where it worked */
    static QueueNotice of(Settling settling, QueueNotice done) {
        return switch (settling) {
            case Settling.Done ignored -> done;
            case Settling.NotHeld ignored -> NOT_HELD;
            case Settling.Changed ignored -> CHANGED;
            case Settling.BadText ignored -> BAD_TEXT;
            case Settling.BadPassage bad ->
                bad.fault() == Attachment.Fault.PROFESSIONAL ? PROFESSIONAL_PASSAGE : BAD_PASSAGE;
            case Settling.NoSuchColleague ignored -> NO_COLLEAGUE;
            case Settling.Gone ignored -> GONE;
        };
    }
}
