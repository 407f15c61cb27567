package fr.gercor.faq.conversation;

import java.time.Instant;

/** Words of patients that another module has copied from their turns, and that go when those go. */
public interface WordsBeside {

    /**
     * Takes out what was written before a moment; the turns' own words are gone by then.
     *
     * @return how many copies
     */
    int purge(Instant before);
}
