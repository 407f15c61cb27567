package fr.gercor.faq.review;

/** The questions that wait for a professional, where there is somebody to answer them. */
@FunctionalInterface
public interface EscalationsWaiting {

    /** How many wait now. */
    long count();
}
