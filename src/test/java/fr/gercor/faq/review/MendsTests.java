package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.ModelCache;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.evaluation.Expectations;
import fr.gercor.faq.review.Mend.State;
import fr.gercor.faq.review.Mends.Published;
import fr.gercor.faq.review.Preview.Judged;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A mend from its draft to its undoing, on both databases. */
class MendsTests {

    private static final String ASKED = "zumba avec mes copines du club";
    private static final String INTENT = "conseils.fatigue.que-faire";
    private static final String PLACE = "grand-public/conseils-pratiques/fatigue#que-faire";
    private static final Colleague ALICE = new Colleague("a1", "Alice");
    private static final Colleague BOB = new Colleague("b2", "Bob");

    @TempDir
    private Path models;

    private final MovableClock clock = MovableClock.now();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Engines engines;
    private Mends mends;
    private CopiedWords words;
    private MendStore store;
    private QuestionLog log;
    private LoggedQuestions logged;

    private void given(TestDatabases database) {
        HikariDataSource pool = database.create();
        JdbcClient jdbc = JdbcClient.create(pool);
        engines = Engines.start(
                new EngineFactory(clock, ModelCache.in(models), false),
                new Engines.Folder(Optional.of(TinyEngine.CONTENT), "content"),
                new Engines.Folder(Optional.of(TinyEngine.INTENTS), "intents"));
        open.addAll(List.of(engines, pool));
        store = new MendStore(jdbc, MendConfiguration.storedJson());
        log = new QuestionLog(jdbc);
        logged = new LoggedQuestions(jdbc);
        words = new CopiedWords(jdbc, new ConversationLog(jdbc, JsonMapper.shared(), engines::current), clock);
        mends = new Mends(store, log, words, engines, clock);
        engines.include(mends::published);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void publishingChangesTheNextAnswerAndUndoingRestoresIt(TestDatabases database) {
        given(database);
        logged.refused(ASKED, clock.instant());
        String before = answer(ASKED);

        long id = mends.add(Additions.utterance(INTENT, ASKED), ALICE).mend().orElseThrow();
        assertThat(mends.publish(id, ALICE)).isEqualTo(Published.NOT_READY);
        preview(id);

        Preview preview =
                mends.mend(id).orElseThrow().trial().orElseThrow().preview().orElseThrow();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.after()).isEqualTo(PLACE);
            assertThat(change.verdict()).isEqualTo(Judged.BETTER);
        });
        assertThat(answer(ASKED)).isEqualTo(before);

        assertThat(mends.publish(id, BOB)).isEqualTo(Published.LIVE);
        assertThat(answer(ASKED)).isEqualTo(PLACE);
        assertThat(engines.current().isTrained()).isTrue();
        assertThat(mends.export())
                .extracting(SourceFile::path)
                .containsExactly("grand-public/conseils-pratiques/fatigue.yml");

        assertThat(mends.undo(id, ALICE)).isTrue();
        assertThat(answer(ASKED)).isEqualTo(before);
        assertThat(mends.export()).isEmpty();
        assertThat(mends.undo(id, ALICE)).isFalse();
        assertThat(mends.mend(id).orElseThrow().state()).isEqualTo(State.UNDONE);
    }

    @ParameterizedTest
    @EnumSource
    void asksForAnotherPreviewWhereWhatServesHasChanged(TestDatabases database) {
        given(database);
        long first = mends.add(Additions.utterance(INTENT, ASKED), ALICE).mend().orElseThrow();
        long second = mends.add(Additions.topic("everyday", "la lune est pleine"), BOB)
                .mend()
                .orElseThrow();
        assertThat(second).isNotEqualTo(first);
        preview(first);
        preview(second);

        assertThat(mends.publish(first, ALICE)).isEqualTo(Published.LIVE);
        assertThat(mends.publish(second, BOB)).isEqualTo(Published.STALE);
        preview(second);
        assertThat(mends.publish(second, BOB)).isEqualTo(Published.LIVE);
        assertThat(answer(ASKED)).isEqualTo(PLACE);
    }

    @ParameterizedTest
    @EnumSource
    void beginsAgainWhatAnotherNodeLeft(TestDatabases database) {
        given(database);
        long id = mends.add(Additions.utterance(INTENT, ASKED), ALICE).mend().orElseThrow();
        mends.preview(id);
        assertThat(store.claim(clock.instant(), clock.instant())).isPresent();

        Previews here = previews();
        here.look();
        assertThat(mends.mend(id).orElseThrow().trial().orElseThrow().isRunning())
                .isTrue();

        clock.move(Duration.ofMinutes(1));
        comesTrue(() -> {
            here.look();
            return mends.mend(id).orElseThrow().state() == State.PREVIEWED;
        });
    }

    @ParameterizedTest
    @EnumSource
    void gathersInOneDraftWhatSomebodyAdds(TestDatabases database) {
        given(database);
        long id = mends.add(Additions.utterance(INTENT, ASKED), ALICE).mend().orElseThrow();
        mends.add(Additions.topic("everyday", "la lune est pleine"), ALICE);
        Mend mend = mends.mend(id).orElseThrow();

        assertThat(mend.additions().size()).isEqualTo(2);
        assertThat(mends.difference(mend)).hasSize(2).first().satisfies(change -> {
            assertThat(change.file()).isEqualTo("grand-public/conseils-pratiques/fatigue.yml");
            assertThat(change.lines())
                    .extracting(FileChange.AddedLine::text)
                    .containsExactly("      - \"" + ASKED + "\"");
        });

        mends.remove(id, 0);
        assertThat(mends.mend(id).orElseThrow().additions())
                .isEqualTo(Additions.topic("everyday", "la lune est pleine"));
        mends.remove(id, 0);
        assertThat(mends.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void triesOneAtATimeAndEndsWhatIsTakenBack(TestDatabases database) {
        given(database);
        long first = mends.add(Additions.utterance(INTENT, ASKED), ALICE).mend().orElseThrow();
        long second = mends.add(Additions.topic("everyday", "la lune est pleine"), BOB)
                .mend()
                .orElseThrow();
        mends.preview(first);
        mends.preview(second);
        java.time.Instant stale = clock.instant().minusSeconds(15);

        assertThat(store.claim(clock.instant(), stale)).map(Mend::id).contains(first);
        assertThat(store.claim(clock.instant(), stale)).isEmpty();
        mends.cancelPreview(first);
        assertThat(mends.mend(first).orElseThrow().trial()).isEmpty();
        assertThat(store.beat(first, clock.instant(), 1, 0, clock.instant())).isFalse();
        assertThat(store.claim(clock.instant(), stale)).map(Mend::id).contains(second);
    }

    @ParameterizedTest
    @EnumSource
    void leavesATrialAtTheNextStepOnceNobodyWaitsForIt(TestDatabases database) {
        given(database);
        long id = mends.add(Additions.utterance(INTENT, ASKED), ALICE).mend().orElseThrow();
        mends.preview(id);
        Previews previews = previews();
        previews.look();
        mends.cancelPreview(id);
        previews.look();

        comesTrue(() -> {
            previews.look();
            return previews.isIdle();
        });
        assertThat(mends.mend(id).orElseThrow().trial()).isEmpty();
    }

    private void preview(long id) {
        mends.preview(id);
        Previews previews = previews();
        comesTrue(() -> {
            previews.look();
            return mends.mend(id).orElseThrow().state() == State.PREVIEWED;
        });
    }

    private Previews previews() {
        Previews previews = new Previews(store, log, engines, mends::published, Map::of, Expectations.none(), clock);
        open.addFirst(previews);
        return previews;
    }

    private String answer(String question) {
        Reply reply = engines.current()
                .answer(List.of(), new Message.Text(question), Audience.PUBLIC)
                .reply();
        return Comparison.place(reply);
    }

    private static void comesTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("It did not come true in a minute");
    }
}
