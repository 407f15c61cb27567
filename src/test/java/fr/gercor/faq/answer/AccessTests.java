package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Reply.Action;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What professionals ask at the door of their pages. */
class AccessTests {

    private static final String DOOR = "grand-public/le-gercor/acces";

    private static final Engine ENGINE = new EngineFactory(Clock.systemUTC(), ModelCache.none(), false)
            .build(with(TinyEngine.CONTENT, DOOR + ".md", """
                            ---
                            title: "L'accès des professionnels"
                            summary: Une page courte, pour les essais.
                            audience: public
                            author: Rédaction
                            reviewedOn: 2026-11-01
                            validUntil: 2027-11-01
                            topics: [accès professionnel]
                            sources:
                              - title: Une source
                                organisation: Une organisation
                                year: 2024
                            ---

                            ## À quoi sert l'espace professionnel ? {#utilite}

                            L'espace professionnel donne aux soignants les fiches du groupe.

                            ## Comment obtenir un compte ? {#obtenir}

                            Un compte professionnel se demande par le formulaire de contact.
                            """), with(TinyEngine.INTENTS, DOOR + ".yml", """
                            page: grand-public/le-gercor/acces
                            intents:
                              - id: acces.utilite
                                section: utilite
                                label: "À quoi sert l'espace professionnel ?"
                                utterances: ["à quoi sert l'espace des soignants", "c'est quoi l'espace professionnel"]
                              - id: acces.obtenir
                                section: obtenir
                                label: "Comment obtenir un compte professionnel ?"
                                escalates: true
                                utterances: ["comment obtenir un compte", "créer mon compte de médecin"]
                            """))
            .engine();

    @Test
    void showsAProfessionalTheDoorAndWhatThePageSaysOfIt() {
        Reply reply = ask("comment obtenir un compte professionnel", Audience.PUBLIC);

        assertThat(reply.outcome()).isEqualTo(Outcome.ESCALATION);
        assertThat(reply.intent()).isEqualTo("acces.obtenir");
        assertThat(reply.suggestions())
                .extracting(Reply.Suggestion::action)
                .containsExactly(Action.LOGIN, Action.HANDOVER);
        assertThat(reply.passages()).isNotEmpty().allSatisfy(passage -> assertThat(passage.page())
                .isEqualTo(DOOR));
        assertThat(reply.passages().getFirst().anchor()).isEqualTo("obtenir");
    }

    @Test
    void answersAPatientWhoAsksWhatItIs() {
        Reply reply = ask("c'est quoi l'espace professionnel", Audience.PUBLIC);

        assertThat(reply.outcome()).isEqualTo(Outcome.ANSWER);
        assertThat(reply.passages().getFirst().anchor()).isEqualTo("utilite");
    }

    @Test
    void answersWhoIsInside() {
        assertThat(ask("comment obtenir un compte professionnel", Audience.PROFESSIONAL)
                        .outcome())
                .isEqualTo(Outcome.ANSWER);
    }

    private static Reply ask(String text, Audience audience) {
        return ENGINE.answer(List.of(), new Message.Text(text), audience).reply();
    }

    private static SourceFolder with(java.nio.file.Path folder, String path, String text) {
        List<SourceFile> files = new ArrayList<>(SourceFolder.read(folder).files());
        files.add(new SourceFile(path, text));
        return new SourceFolder(files);
    }
}
