package fr.gercor.faq.evaluation;

import java.util.List;

/**
 * A row of a question file.
 *
 * @param id of the row
 * @param kind what is asked: public, followup, pro, urgent, personal, smalltalk, oos
 * @param expect what is right, in the notation of its kind
 * @param style the voice it is written in
 * @param turns what is said, one message after the other; the reply to the last is judged
 */
public record QuestionRow(String id, String kind, List<String> expect, String style, List<String> turns) {

    public QuestionRow {
        expect = List.copyOf(expect);
        turns = List.copyOf(turns);
    }

    /** The kind that judges the row: that of its last turn, where it is a conversation that ends in another kind. */
    String judgedAs() {
        if (!kind.equals("followup")) {
            return kind;
        }
        return switch (expect.getFirst()
                .substring(0, Math.max(0, expect.getFirst().indexOf('/')))) {
            case "urgent" -> "urgent";
            case "pro" -> "pro";
            case "personal" -> "personal";
            case "oos" -> "oos";
            case "smalltalk" -> "smalltalk";
            default -> "public";
        };
    }
}
