package fr.gercor.faq.answer;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses what is quoted of a section. */
final class Quotation {

    /** The first passage of a section answers outright; another takes its place only if it is this many times closer. */
    private static final double CLEARLY_CLOSER = 1.4;

    /** Quotes what the closest section of another page says. */
    static void best(ReplyWriter.Draft draft, Ranking ranking, Page page, Understanding understanding) {
        understanding.sections(ranking, page.id()).keySet().stream()
                .findFirst()
                .flatMap(anchor -> page.passages(anchor).stream().findFirst())
                .ifPresent(passage -> draft.quote(0, passage.whole()));
    }

    /**
     * Quotes the passage of a section that is closest to the question.
     *
     * @param supported whether a second passage of the section follows
     */
    static void of(ReplyWriter.Draft draft, int part, Ranking ranking, Page page, String anchor, boolean supported) {
        List<Passage> passages = page.passages(anchor);
        if (passages.isEmpty()) {
            return;
        }
        Map<Passage, Double> scores = new LinkedHashMap<>();
        ranking.passages().stream()
                .filter(hit -> passages.contains(hit.passage()))
                .forEach(hit -> scores.put(hit.passage(), hit.score()));
        Passage first = passages.getFirst();
        Passage closest = passages.stream()
                .max(java.util.Comparator.comparingDouble(passage -> scores.getOrDefault(passage, 0.0)))
                .orElse(first);
        boolean clearlyCloser = scores.getOrDefault(closest, 0.0) > CLEARLY_CLOSER * scores.getOrDefault(first, 0.0);
        Passage lead = clearlyCloser ? closest : first;
        draft.quote(part, lead.whole());
        if (!supported) {
            return;
        }
        if (!closest.equals(lead)) {
            draft.quote(part, closest.whole());
        } else if (passages.size() > 1) {
            draft.quote(part, (lead.equals(first) ? passages.get(1) : first).whole());
        }
    }

    private Quotation() {}
}
