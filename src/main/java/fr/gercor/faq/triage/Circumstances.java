package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook;
import java.util.ArrayList;
import java.util.List;

/** The signs by which what happens now is told from what is asked about, denied or long past. */
record Circumstances(
        List<Sign> about,
        List<Sign> live,
        List<Sign> past,
        List<Sign> done,
        List<Sign> denied,
        List<Sign> deniedAfter) {

    static Circumstances of(RuleBook.Circumstances written, SignReader reader) {
        return new Circumstances(
                reader.signs(written.about()),
                reader.signs(written.live()),
                reader.signs(written.past()),
                reader.signs(written.done()),
                reader.signs(written.denied()),
                reader.signs(written.deniedAfter()));
    }

    /** Those of one message. */
    Telling in(Findings findings) {
        List<Telling.Asked> asked = new ArrayList<>();
        for (Sign sign : about) {
            for (Hit hit : sign.in(findings)) {
                asked.add(new Telling.Asked(hit.whole(), sign.reaches()));
            }
        }
        return new Telling(
                findings,
                asked,
                spans(live, findings),
                spans(past, findings),
                spans(done, findings),
                spans(denied, findings),
                spans(deniedAfter, findings));
    }

    private static List<Span> spans(List<Sign> signs, Findings findings) {
        List<Span> spans = new ArrayList<>();
        for (Sign sign : signs) {
            for (Hit hit : sign.in(findings)) {
                spans.add(hit.whole());
            }
        }
        return spans;
    }
}
