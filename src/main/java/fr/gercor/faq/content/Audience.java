package fr.gercor.faq.content;

/** For whom a page is written, and who alone may read it. */
public enum Audience {
    /** Patients and relatives: anybody. */
    PUBLIC,
    /** Professionals who have logged in, and nobody else. */
    PROFESSIONAL;

    /** Whether somebody of this audience may read a page written for {@code other}. */
    public boolean mayRead(Audience other) {
        return this == PROFESSIONAL || other == PUBLIC;
    }
}
