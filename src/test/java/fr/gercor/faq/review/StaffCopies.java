package fr.gercor.faq.review;

import fr.gercor.faq.conversation.WordsBeside;
import fr.gercor.faq.review.SavedViews.SavedView;
import fr.gercor.faq.testsupport.TinyEngine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What staff do with a patient's question that puts its words elsewhere, for tests that look for them there. */
public final class StaffCopies {

    private static final Colleague ALICE = new Colleague("alice", "Alice");
    private static final Reader READER = new Reader("alice", "Alice");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final CopiedWords words;

    public StaffCopies(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.words = new CopiedWords(jdbc, new ConversationLog(jdbc, JsonMapper.shared(), TinyEngine::shared), clock);
    }

    public WordsBeside words() {
        return words;
    }

    /** Copies a question of turn number {@code ref} to wherever the console can. */
    public void copy(long ref, String question) {
        new ContentTasks(jdbc, words, clock).add(question, "", "Alice", ALICE);
        MendStore store = new MendStore(jdbc, MendConfiguration.storedJson());
        String additions = MendConfiguration.storedJson()
                .writeValueAsString(fr.gercor.faq.catalogue.Additions.topic("everyday", question));
        for (String state : new String[] {"draft", "undone"}) {
            long id = store.insert(ALICE, fr.gercor.faq.catalogue.Additions.NONE, clock.instant());
            store.note(id, question);
            store.wordsSince(id, words.since(java.util.List.of(question)));
            if (state.equals("draft")) {
                jdbc.sql("update mend set additions = :additions, preview_failure = :failure where id = :id")
                        .param("additions", additions)
                        .param("failure", "no page for " + question)
                        .param("id", id)
                        .update();
            } else {
                jdbc.sql("update mend set state = 'undone' where id = :id")
                        .param("id", id)
                        .update();
            }
        }
        new SavedViews(jdbc, transactions, clock)
                .save(READER, new SavedView(question, "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)));
        Judgement judgement = new Judgement(Verdict.RIGHT, Optional.empty(), Optional.empty(), Optional.of(question));
        new Reviews(jdbc, transactions, TinyEngine::shared, text -> text, clock)
                .judge(ref, READER, judgement, State.OPEN);
    }
}
