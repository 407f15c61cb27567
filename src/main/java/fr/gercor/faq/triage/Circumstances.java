package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook;
import java.util.List;

/** Judges whether a sign tells what happens now, or what is asked about, denied or long past. */
final class Circumstances {

    /** What weakens the next words only bears on so many of them. */
    private static final int NEXT_WORDS = 4;

    /** A time bears on what stands so many words from it: dictated messages have no full stops. */
    private static final int TIME_REACHES = 12;

    private final List<Sign> about;
    private final List<Sign> live;
    private final List<Sign> past;
    private final List<Sign> done;
    private final List<Sign> denied;
    private final List<Sign> deniedAfter;

    Circumstances(RuleBook.Circumstances written, SignReader reader) {
        about = reader.signs(written.about());
        live = reader.signs(written.live());
        past = reader.signs(written.past());
        done = reader.signs(written.done());
        denied = reader.signs(written.denied());
        deniedAfter = reader.signs(written.deniedAfter());
    }

    /** How a sign is meant. */
    enum Reading {
        /** It happens. */
        LIVE,
        /** It is asked about, or feared. */
        ABOUT,
        /** It is denied, or long past. */
        NOT_SO
    }

    Reading read(Hit hit, Findings findings) {
        if (isDenied(hit, findings)) {
            return Reading.NOT_SO;
        }
        boolean now = isNear(live, hit, findings);
        if (isAbout(hit, findings, now)) {
            return Reading.ABOUT;
        }
        return !now && isPast(hit, findings) ? Reading.NOT_SO : Reading.LIVE;
    }

    private boolean isDenied(Hit hit, Findings findings) {
        Span whole = hit.whole();
        for (Sign sign : denied) {
            for (Hit no : sign.in(findings)) {
                int last = no.whole().to();
                boolean bears = last == whole.from() - 1 || whole.holds(last);
                if (bears && !hit.uses(last) && sameSentence(no, hit, findings)) {
                    return true;
                }
            }
        }
        for (Sign sign : deniedAfter) {
            for (Hit no : sign.in(findings)) {
                if (no.whole().from() == whole.to() + 1 && sameSentence(no, hit, findings)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param now whether the message says that something happens now, which outweighs a question that doesn't hold the sign */
    private boolean isAbout(Hit hit, Findings findings, boolean now) {
        Span whole = hit.whole();
        for (Sign sign : about) {
            for (Hit asked : sign.in(findings)) {
                Span marker = asked.whole();
                boolean before = marker.from() <= whole.to() && sameSentence(asked, hit, findings);
                int between = marker.to() >= whole.from() ? 0 : whole.from() - marker.to() - 1;
                boolean reached = between <= (sign.reaches() ? Sign.FAR : NEXT_WORDS);
                if (before && reached && !hit.uses(marker.from()) && (!now || between == 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPast(Hit hit, Findings findings) {
        boolean meets = past.stream()
                .flatMap(sign -> sign.in(findings).stream())
                .anyMatch(time -> time.whole().meets(hit.whole()));
        if (meets) {
            return true;
        }
        boolean over = done.stream()
                .flatMap(sign -> sign.in(findings).stream())
                .anyMatch(verb -> verb.whole().distance(hit.whole()) == 0 && sameSentence(verb, hit, findings));
        return over && isNear(past, hit, findings);
    }

    private static boolean isNear(List<Sign> signs, Hit hit, Findings findings) {
        for (Sign sign : signs) {
            for (Hit other : sign.in(findings)) {
                if (sameSentence(other, hit, findings) && other.whole().distance(hit.whole()) <= TIME_REACHES) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameSentence(Hit one, Hit other, Findings findings) {
        return findings.sentence(one.whole().from()) == findings.sentence(other.whole().from());
    }
}
