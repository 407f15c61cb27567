package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.evaluation.Expectations;
import fr.gercor.faq.evaluation.QuestionRow;
import fr.gercor.faq.review.Preview.Change;
import fr.gercor.faq.review.Preview.Judged;
import fr.gercor.faq.review.Preview.TurnPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Asks two engines the same questions and tells where they differ. */
final class Comparison {

    private final Engine before;
    private final Engine after;
    private final KnownPlaces known;

    /** @param known where questions that were asked should lead, as far as anybody has said */
    Comparison(Engine before, Engine after, KnownPlaces known) {
        this.before = before;
        this.after = after;
        this.known = known;
    }

    /**
     * Asks everything.
     *
     * @param rows of the question file
     * @param asked in the log, each by itself
     * @param progress is told how many are done
     */
    Preview run(Expectations rows, List<AskedQuestion> asked, IntConsumer progress) {
        List<Change> changes = new ArrayList<>();
        int done = 0;
        for (QuestionRow row : rows.rows()) {
            row(row).ifPresent(changes::add);
            progress.accept(++done);
        }
        for (AskedQuestion question : asked) {
            asked(question).ifPresent(changes::add);
            progress.accept(++done);
        }
        changes.sort(Comparator.comparing(Change::verdict));
        return new Preview(before.version(), done, changes);
    }

    private Optional<Change> row(QuestionRow row) {
        Reply old = lastReply(before, row.turns(), Audience.PUBLIC);
        Reply now = lastReply(after, row.turns(), Audience.PUBLIC);
        if (place(old).equals(place(now))) {
            return Optional.empty();
        }
        Judged judged = judged(Expectations.isRight(row, old), Expectations.isRight(row, now));
        return Optional.of(new Change(
                row.id(), String.join(" · ", row.turns()), Optional.empty(), place(old), place(now), judged));
    }

    private Optional<Change> asked(AskedQuestion question) {
        String old = place(lastReply(before, List.of(question.text()), question.audience()));
        String now = place(lastReply(after, List.of(question.text()), question.audience()));
        if (old.equals(now)) {
            return Optional.empty();
        }
        Judged judged = known.of(question)
                .map(right -> judged(leadsTo(old, right), leadsTo(now, right)))
                .orElse(Judged.OTHER);
        return Optional.of(new Change(
                "", "", Optional.of(new TurnPlace(question.conversation(), question.seq())), old, now, judged));
    }

    private static Judged judged(boolean before, boolean after) {
        if (before == after) {
            return Judged.OTHER;
        }
        return after ? Judged.BETTER : Judged.WORSE;
    }

    private static boolean leadsTo(String place, String right) {
        return place.equals(right) || place.startsWith(right + "#");
    }

    private static Reply lastReply(Engine engine, List<String> turns, Audience audience) {
        List<Exchange> earlier = new ArrayList<>();
        for (String turn : turns) {
            Message message = new Message.Text(turn);
            earlier.add(new Exchange(
                    message,
                    engine.answer(List.copyOf(earlier), message, audience).reply()));
        }
        return earlier.getLast().reply();
    }

    /** {@code page#anchor} of what is quoted first, else the outcome. */
    static String place(Reply reply) {
        return reply.passages().stream()
                .findFirst()
                .map(passage -> passage.page() + "#" + passage.anchor())
                .orElse(reply.outcome().name().toLowerCase(Locale.ROOT));
    }
}
