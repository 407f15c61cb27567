package fr.gercor.faq.escalation;

import java.util.Optional;

/** What became of the wish to answer, decline, refer, pass or release a question. */
public sealed interface Settling {

    /** Done. */
    record Done(EscalatedQuestion question) implements Settling {}

    /** They don't hold it, or no longer. */
    record NotHeld(Optional<Clinician> holder) implements Settling {}

    /** It has changed since they looked. */
    record Changed(EscalatedQuestion now) implements Settling {}

    /** The text is empty, or too long. */
    record BadText(int most) implements Settling {}

    /** A passage can't be attached. */
    record BadPassage(Attachment attachment, Attachment.Fault fault) implements Settling {}

    /** The colleague is not known. */
    record NoSuchColleague() implements Settling {}

    /** The question is no more. */
    record Gone() implements Settling {}
}
