package fr.gercor.faq.console;

import fr.gercor.faq.review.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure of the day beside that of the week before, and the way to the questions behind it.
 *
 * @param key of its name in the message files, below {@code console.figure.}
 * @param value as it is read
 * @param count how many questions it stands for; empty where it is itself a number of questions, or a time
 * @param before its value a week before, as it is read
 * @param query of the list of its questions; empty where there is none
 */
record Tile(String key, String value, String count, String before, String query) {

    /** Where nothing was asked there is no share and no middle. */
    private static final String NOTHING = "—";

    /**
     * @param days of the filter that lists the same questions, as a query
     */
    static List<Tile> of(Figures now, Figures before, String days) {
        Numbers numbers = new Numbers();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile("questions", numbers.count(now.questions()), "", numbers.count(before.questions()), days));
        tiles.add(share("answered", now.answered(), now, before.answered(), before, days + "&reponse=answer"));
        tiles.add(
                share("clarified", now.clarified(), now, before.clarified(), before, days + "&reponse=clarification"));
        tiles.add(share("refused", now.refused(), now, before.refused(), before, days + "&reponse=out_of_scope"));
        tiles.add(share("urgent", now.urgent(), now, before.urgent(), before, days + "&reponse=urgent"));
        tiles.add(share("escalated", now.escalated(), now, before.escalated(), before, days + "&reponse=escalation"));
        tiles.add(new Tile("up", numbers.count(now.up()), "", numbers.count(before.up()), days + "&avis=up"));
        tiles.add(new Tile("down", numbers.count(now.down()), "", numbers.count(before.down()), days + "&avis=down"));
        tiles.add(new Tile("median", millis(now), "", millis(before), ""));
        return tiles;
    }

    private static String millis(Figures figures) {
        return figures.questions() == 0 ? NOTHING : new Numbers().millis(figures.medianMicros());
    }

    private static Tile share(String key, long part, Figures now, long partBefore, Figures before, String query) {
        Numbers numbers = new Numbers();
        return new Tile(
                key,
                now.questions() == 0 ? NOTHING : numbers.percent(now.share(part)),
                numbers.count(part),
                before.questions() == 0 ? NOTHING : numbers.percent(before.share(partBefore)),
                query);
    }
}
