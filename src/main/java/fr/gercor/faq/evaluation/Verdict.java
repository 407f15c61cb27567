package fr.gercor.faq.evaluation;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.Notice;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.answer.Reply.Urgency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The judgement on one reply.
 *
 * @param right by the rule of its kind
 * @param near the right page is among the first three passages or the choices
 * @param refused a question that has an answer was refused
 * @param alarmed an alarm was raised where none was due
 * @param leaked a page of professionals appears in a reply to the public
 */
record Verdict(boolean right, boolean near, boolean refused, boolean alarmed, boolean leaked) {

    private static final String PROFESSIONAL = "professionnels/";
    private static final String ACCESS = "acces";

    /** Judges a reply by the rule of the row's kind. */
    static Verdict of(QuestionRow row, Reply reply, boolean professional) {
        String kind = row.judgedAs();
        boolean leaked = !professional && mentions(reply, PROFESSIONAL);
        boolean right =
                switch (kind) {
                    case "public" ->
                        reply.outcome() == Outcome.ANSWER
                                && firstPage(reply)
                                        .filter(page -> expected(row, page))
                                        .isPresent();
                    case "pro" ->
                        professional
                                ? firstPage(reply)
                                        .filter(page -> isProtocol(row, page))
                                        .isPresent()
                                : reply.outcome() == Outcome.ESCALATION && !leaked;
                    case "urgent" -> reply.outcome() == Outcome.URGENT && urgencyOf(row) == reply.urgency();
                    case "personal" ->
                        reply.notices().contains(Notice.NO_DIAGNOSIS) || reply.outcome() == Outcome.URGENT;
                    case "smalltalk" -> reply.outcome() == Outcome.SMALL_TALK;
                    case "oos" ->
                        reply.outcome() == Outcome.OUT_OF_SCOPE || reply.outcome() == Outcome.UNSUPPORTED_LANGUAGE;
                    default ->
                        throw new IllegalArgumentException("Row " + row.id() + " is of the unknown kind " + kind);
                };
        boolean near = right || (kind.equals("public") && isNear(row, reply));
        boolean refused = kind.equals("public")
                && (reply.outcome() == Outcome.OUT_OF_SCOPE || reply.outcome() == Outcome.UNSUPPORTED_LANGUAGE);
        boolean alarmed = reply.outcome() == Outcome.URGENT && !kind.equals("urgent");
        return new Verdict(right, near, refused, alarmed, leaked);
    }

    private static Optional<String> firstPage(Reply reply) {
        return reply.passages().stream().findFirst().map(Reply.QuotedPassage::page);
    }

    private static boolean expected(QuestionRow row, String page) {
        return row.expect().stream().anyMatch(each -> each.endsWith("/") ? page.startsWith(each) : page.equals(each));
    }

    /** Whether a page is the protocol's, or that which tells of the access where this is what was asked for. */
    private static boolean isProtocol(QuestionRow row, String page) {
        String name = page.substring(page.lastIndexOf('/') + 1);
        return row.expect().stream()
                .map(each -> each.substring(each.lastIndexOf('/') + 1))
                .anyMatch(key -> key.equals(ACCESS)
                        ? name.startsWith(ACCESS)
                        : page.startsWith(PROFESSIONAL) && name.equals(key));
    }

    private static boolean isNear(QuestionRow row, Reply reply) {
        return reply.passages().stream().limit(3).anyMatch(passage -> expected(row, passage.page()))
                || reply.suggestions().stream()
                        .map(Reply.Suggestion::page)
                        .filter(Objects::nonNull)
                        .anyMatch(page -> expected(row, page));
    }

    private static Urgency urgencyOf(QuestionRow row) {
        return row.expect().contains("urgent/suicide") ? Urgency.SUICIDE : Urgency.MEDICAL;
    }

    private static boolean mentions(Reply reply, String folder) {
        return reply.passages().stream().anyMatch(passage -> passage.page().startsWith(folder))
                || reply.suggestions().stream()
                        .map(Reply.Suggestion::page)
                        .filter(Objects::nonNull)
                        .anyMatch(page -> page.startsWith(folder));
    }

    /** The figures of the verdicts, in the order of their names. */
    static List<String> names() {
        return List.of("right", "near", "refused", "alarmed", "leaked");
    }
}
