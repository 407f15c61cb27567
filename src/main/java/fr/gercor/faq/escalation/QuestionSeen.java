package fr.gercor.faq.escalation;

import java.util.UUID;

/**
 * A clinician is about to see an escalated question with what the patient said before it. Told before it is shown: who can't take
 * note of it throws, and nothing is shown.
 *
 * @param question that was opened
 * @param conversation that it was asked in
 * @param by who opened it
 */
public record QuestionSeen(UUID question, UUID conversation, Clinician by) {}
