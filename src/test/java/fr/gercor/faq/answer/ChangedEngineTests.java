package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.retrieval.PassageHit;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An engine is changed in a second, not made anew: what is new must be found, and what is gone must not. */
class ChangedEngineTests {

    private static final SourceFolder CONTENT = SourceFolder.read(TinyEngine.CONTENT);
    private static final SourceFolder INTENTS = SourceFolder.read(TinyEngine.INTENTS);
    private static final EngineFactory FACTORY = new EngineFactory(Clock.systemUTC(), ModelCache.none(), false);
    private static final String FATIGUE = "grand-public/conseils-pratiques/fatigue";

    private static final class Trained {
        static final EngineFactory.Built BUILT = FACTORY.train(FACTORY.build(CONTENT, INTENTS), () -> {});
    }

    @Test
    void quotesASentenceThatWasAdded() {
        Engine changed = change(
                edited(CONTENT, text -> text.replace("courtes siestes.", "courtes siestes. Le zorglub aide aussi.")),
                INTENTS);

        assertThat(ask(changed, "le zorglub aide-t-il contre la fatigue").passages())
                .anyMatch(passage -> passage.quote().contains("Le zorglub aide aussi."));
        assertThat(changed.isTrained()).isFalse();
    }

    @Test
    void understandsAnUtteranceThatWasAdded() {
        Engine changed = change(
                CONTENT,
                edited(
                        INTENTS,
                        text -> text.replace(
                                "\"conseils fatigue\"",
                                "\"conseils fatigue\"\n      - \"lutter quand on est à plat\"")));

        assertThat(ask(changed, "lutter quand on est à plat").intent()).isEqualTo("conseils.fatigue.que-faire");
    }

    @Test
    void neverShowsAPageThatIsGone() {
        Engine changed = change(without(CONTENT), without(INTENTS));

        for (String question : List.of("comment lutter contre la fatigue", "épuisée tout le temps", "fatigue")) {
            assertThat(ask(changed, question).passages()).as(question).noneMatch(passage -> passage.page()
                    .equals(FATIGUE));
            assertThat(changed.search(question, 10, Audience.PROFESSIONAL))
                    .extracting(PassageHit::passage)
                    .as(question)
                    .noneMatch(passage -> passage.page().equals(FATIGUE));
        }
    }

    @Test
    void goesOnByWhatWasLearnedWhereNothingIsTakenOut() {
        Engine changed =
                change(edited(CONTENT, text -> text.replace("par courtes siestes", "par des siestes")), INTENTS);
        String question = "l'immuno ça dure combien de temps";

        assertThat(ask(changed, question).intent())
                .isEqualTo(ask(Trained.BUILT.engine(), question).intent());
        assertThat(changed.understanding(Audience.PUBLIC).model().isTrained()).isTrue();
    }

    @Test
    void leavesAsideWhatWasLearnedFromWhatIsTakenOut() {
        Engine changed =
                change(CONTENT, edited(INTENTS, text -> text.replace("      - \"épuisée tout le temps\"\n", "")));

        assertThat(changed.understanding(Audience.PUBLIC).model().isTrained()).isFalse();
    }

    private static Engine change(SourceFolder content, SourceFolder intents) {
        return FACTORY.change(Trained.BUILT, content, intents).engine();
    }

    private static Reply ask(Engine engine, String question) {
        return engine.answer(List.of(), new Message.Text(question), Audience.PUBLIC)
                .reply();
    }

    private static SourceFolder edited(SourceFolder folder, UnaryOperator<String> edit) {
        return new SourceFolder(folder.files().stream()
                .map(file -> file.id().equals(FATIGUE) ? new SourceFile(file.path(), edit.apply(file.text())) : file)
                .toList());
    }

    private static SourceFolder without(SourceFolder folder) {
        return new SourceFolder(folder.files().stream()
                .filter(file -> !file.id().equals(FATIGUE))
                .map(file -> new SourceFile(file.path(), file.text().replace(FATIGUE, "")))
                .toList());
    }
}
