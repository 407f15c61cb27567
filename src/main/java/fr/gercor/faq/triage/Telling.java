package fr.gercor.faq.triage;

import java.util.List;

/** How one message tells what it tells: where it asks, denies, or speaks of now or of the past. */
record Telling(
        Findings findings,
        List<Asked> about,
        List<Span> live,
        List<Span> past,
        List<Span> done,
        List<Span> denied,
        List<Span> deniedAfter) {

    /** What weakens the next words only bears on so many of them. */
    private static final int NEXT_WORDS = 4;

    /** A time bears on what stands so many words from it: dictated messages have no full stops. */
    private static final int TIME_REACHES = 12;

    /**
     * Words that ask about what follows.
     *
     * @param reaches whether they bear on far more than the next words
     */
    record Asked(Span words, boolean reaches) {}

    /** How a sign is meant. */
    enum Reading {
        /** It happens. */
        LIVE,
        /** It is asked about, or feared. */
        ABOUT,
        /** It is denied, or long past. */
        NOT_SO
    }

    Reading read(Hit hit) {
        Span whole = hit.whole();
        Span first = hit.first();
        if (isDenied(hit, first)) {
            return Reading.NOT_SO;
        }
        boolean now = isNear(live, whole);
        if (isAbout(hit, first, now)) {
            return Reading.ABOUT;
        }
        return !now && isPast(whole) ? Reading.NOT_SO : Reading.LIVE;
    }

    private boolean isDenied(Hit hit, Span first) {
        for (Span no : denied) {
            int last = no.to();
            boolean bears = last == first.from() - 1 || hit.isWithinARow(last);
            if (bears && !hit.uses(last) && sameSentence(no, first)) {
                return true;
            }
        }
        for (Span no : deniedAfter) {
            if (no.from() == first.to() + 1 && !hit.uses(no.from()) && sameSentence(no, first)) {
                return true;
            }
        }
        return false;
    }

    /** @param now whether the message says that something happens now, which outweighs a question that doesn't touch the sign */
    private boolean isAbout(Hit hit, Span first, boolean now) {
        for (Asked asked : about) {
            Span words = asked.words();
            boolean before = words.from() <= first.to() && sameSentence(words, first);
            int between = words.to() >= first.from() ? 0 : first.from() - words.to() - 1;
            boolean reached = between <= (asked.reaches() ? Sign.FAR : NEXT_WORDS);
            if (before && reached && !hit.uses(words.from()) && (!now || between == 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPast(Span whole) {
        for (Span time : past) {
            if (time.meets(whole)) {
                return true;
            }
        }
        for (Span verb : done) {
            if (verb.distance(whole) == 0 && sameSentence(verb, whole)) {
                return isNear(past, whole);
            }
        }
        return false;
    }

    private boolean isNear(List<Span> others, Span whole) {
        for (Span other : others) {
            if (sameSentence(other, whole) && other.distance(whole) <= TIME_REACHES) {
                return true;
            }
        }
        return false;
    }

    private boolean sameSentence(Span one, Span other) {
        return findings.sentence(one.from()) == findings.sentence(other.from());
    }
}
