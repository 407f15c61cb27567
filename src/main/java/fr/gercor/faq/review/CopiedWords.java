package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.conversation.WordsBeside;
import fr.gercor.faq.question.Folding;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What staff have copied of patients' words: questions of tasks, notes and examples of mends, searches that were kept, comments on
 * replies. It goes as the patients' own texts do; what was published is an author's text by then, and stays.
 */
final class CopiedWords implements WordsBeside {

    /** Of the turns that hold the words of a text, so many are compared to it. */
    private static final int COMPARED = 50;

    private static final String PURGED_TURN = "ref in (select ref from turn where text_purged_at is not null)";

    /** Parts of rows that may quote a patient, each with the moment from which they are counted. */
    private static final List<String> PURGES = List.of(
            "update content_task set question = '' where question <> '' and words_at < :before",
            "delete from mend where state in ('draft', 'previewed') and words_at < :before",
            "update mend set note = '' where note <> '' and words_at < :before",
            "update mend set preview_failure = '' where preview_failure <> '' and words_at < :before",
            "delete from saved_view where (query like 'q=%' or query like '%&q=%') and at < :before",
            "update judgement set comment = null where comment is not null and (at < :before or " + PURGED_TURN + ")",
            "update review_change set comment = null where comment is not null and (at < :before or " + PURGED_TURN
                    + ")");

    private final JdbcClient jdbc;
    private final ConversationLog log;
    private final Clock clock;

    CopiedWords(JdbcClient jdbc, ConversationLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** When the oldest turn was answered whose words are among these; now, where there is none. */
    Instant since(Collection<String> texts) {
        return texts.stream()
                .map(this::asked)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    private Optional<Instant> asked(String text) {
        Filter words = Filter.words(text);
        if (Selection.words(words).isEmpty()) {
            return Optional.empty();
        }
        String folded = Folding.fold(text).strip();
        return log.list(words, Optional.empty(), COMPARED).turns().stream()
                .filter(turn -> turn.text()
                        .filter(said -> Folding.fold(said).strip().equals(folded))
                        .isPresent())
                .map(LoggedTurn::at)
                .min(Comparator.naturalOrder());
    }

    @Override
    public int purge(Instant before) {
        return PURGES.stream()
                .mapToInt(purge -> jdbc.sql(purge).param("before", time(before)).update())
                .sum();
    }
}
