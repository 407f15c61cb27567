package fr.gercor.faq.escalation;

import java.time.Instant;

/**
 * A clinician's hold on a question.
 *
 * @param by whom it is held
 * @param until when anybody may take it
 */
public record Hold(Clinician by, Instant until) {}
