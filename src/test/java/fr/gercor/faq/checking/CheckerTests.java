package fr.gercor.faq.checking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.source.Fault;
import org.junit.jupiter.api.Test;

class CheckerTests {

    private final Writings writings = new Writings();

    @Test
    void findsNothingWrongWhereNothingIs() {
        Report report = writings.check();

        assertThat(report.faults()).isEmpty();
        assertThat(report.counts()).isEqualTo(new Counts(2, 1, 7, 8, 2, 30, 2, 2, 1, 1));
    }

    @Test
    void missesAPageOfTheSiteMap() {
        writings.without("content/grand-public/le-gercor/contact.md")
                .with(Writings.PAGE, "related:\n  - grand-public/le-gercor/contact\n", "")
                .with(Writings.PAGE, ", avec [un lien](/grand-public/le-gercor/contact#joindre)", "");

        assertThat(writings.onlyFault())
                .isEqualTo(
                        "ERROR content/grand-public/le-gercor/contact.md: the site map asks for this page: write it");
    }

    @Test
    void findsASituationThatNamesNoPage() {
        writings.with("intents/situations.yml", """
                pages: [grand-public/nowhere/]
                situations:
                  - names: [grand-public/absente]
                    after: [pendant la chimio]
                """);

        assertThat(writings.check().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "intents/situations.yml:1: there is no page under \"grand-public/nowhere/\"",
                        "intents/situations.yml:3: there is no page \"grand-public/absente\"");
    }

    @Test
    void findsADeadLink() {
        writings.with(Writings.PAGE, "contact#joindre)", "absente)");

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.PAGE + ":17: there is no page \"grand-public/le-gercor/absente\"");
    }

    @Test
    void findsADeadAnchor() {
        writings.with(Writings.PAGE, "contact#joindre)", "contact#absente)");

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.PAGE
                        + ":17: the page \"grand-public/le-gercor/contact\" has no section #absente");
    }

    @Test
    void findsADeadAnchorOnThePageItself() {
        writings.with(Writings.PAGE, "/grand-public/le-gercor/contact#joindre)", "#absente)");

        assertThat(writings.onlyFault())
                .startsWith("ERROR " + Writings.PAGE + ":17: ")
                .endsWith("no section #absente");
    }

    @Test
    void letsLinksLeadToFoldersToTheGlossaryAndOutOfTheSite() {
        writings.with(
                Writings.PAGE,
                "(/grand-public/le-gercor/contact#joindre)",
                "(/grand-public/traitements) [x](/glossaire#biopsie) [y](https://example.org/) [z](/) [w](tel:3114)");

        assertThat(writings.check().faults()).isEmpty();
    }

    @Test
    void findsALinkThatIsNoAddress() {
        writings.with(Writings.PAGE, "/grand-public/le-gercor/contact#joindre)", "contact.html)");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.PAGE + ":17: a link begins with /");
    }

    @Test
    void keepsThePublicFromProfessionalPages() {
        writings.with(Writings.PAGE, "/grand-public/le-gercor/contact#joindre)", "/professionnels/protocoles/secret)");
        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.PAGE + ":17: a public page");

        Writings others = new Writings()
                .with(Writings.PAGE, "  - grand-public/le-gercor/contact", "  - professionnels/protocoles/secret");
        assertThat(others.onlyFault()).startsWith("ERROR " + Writings.PAGE + ":14: a public page");
    }

    @Test
    void findsARelatedPageThatIsNotWritten() {
        writings.with(Writings.PAGE, "  - grand-public/le-gercor/contact", "  - grand-public/absente");

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.PAGE + ":14: there is no page \"grand-public/absente\"");
    }

    @Test
    void namesAPagePastItsDate() {
        assertThat(new Writings()
                        .with(Writings.PAGE, "2027-11-01", "2026-11-21")
                        .onlyFault())
                .isEqualTo("WARNING " + Writings.PAGE + ":7: the page was valid until 2026-11-21: review it");
        assertThat(Writings.onlyFault(new Writings()
                        .with(Writings.PAGE, "2027-11-01", "2026-11-21")
                        .check("2026-11-22", true)))
                .startsWith("ERROR " + Writings.PAGE + ":7: ");
        assertThat(new Writings()
                        .with(Writings.PAGE, "2027-11-01", "2026-11-22")
                        .check()
                        .faults())
                .isEmpty();
    }

    @Test
    void findsDatesInTheWrongOrder() {
        writings.with(Writings.PAGE, "validUntil: 2027-11-01", "validUntil: 2025-11-01");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.PAGE + ":7: \"validUntil\" is earlier");
    }

    @Test
    void warnsOfAPageThatIsTooShort() {
        writings.with(Writings.PAGE, "Les rayons soignent la tumeur sans que rien ne fasse mal. ".repeat(5), "");

        assertThat(writings.onlyFault())
                .isEqualTo("WARNING " + Writings.PAGE + ":1: the page holds 592 words; 600 to 1700 are wanted");
    }

    @Test
    void warnsOfASectionThatIsTooShort() {
        writings.with(Writings.PAGE, "## À retenir", "## Court ? {#court}\n\nOui.\n\n## À retenir");

        assertThat(writings.onlyFault())
                .isEqualTo("WARNING " + Writings.PAGE + ":31: the section #court holds 1 words; 30 to 260 are wanted");
    }

    @Test
    void warnsOfLongSentences() {
        writings.with(Writings.PAGE, "mal. Les", "mal et les");
        String once = "Les rayons soignent la tumeur sans que rien ne fasse mal. ";
        writings.with(
                Writings.PAGE, once.repeat(17), (once.replace(".", ",").repeat(16) + once).replace(", \n", ".\n"));
        writings.with(Writings.PAGE, once.repeat(20), once.replace(".", ",").repeat(19) + once);

        assertThat(writings.onlyFault())
                .startsWith("WARNING " + Writings.PAGE + ":1: a sentence of this page is ")
                .contains("20 or less");
    }

    @Test
    void findsWhatADraftLeavesToWrite() {
        writings.with(Writings.PAGE, "Ce que sont les rayons.", "\"À écrire\"")
                .with(Writings.PAGE, "organisation: Institut", "organisation: \"À compléter\"");

        assertThat(writings.check().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        Writings.PAGE + ":3: this is left to write: summary: \"À écrire\"",
                        Writings.PAGE + ":11: this is left to write: organisation: \"À compléter\"");
    }

    @Test
    void findsALostCharacter() {
        writings.with(Writings.PAGE, "title: Les rayons", "title: Les \uFFFDayons");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.PAGE + ":2: a character is lost");
    }

    @Test
    void findsAnIntentWithoutItsSection() {
        writings.with(Writings.INTENTS, "section: duree", "section: absente");

        assertThat(writings.onlyFault())
                .startsWith("ERROR " + Writings.INTENTS + ":24: ")
                .contains("no section #absente", "traitements.rayons.duree");
    }

    @Test
    void findsAnIntentWithTooFewUtterances() {
        writings.with(Writings.INTENTS, "      - \"quoi numéro 7 ?\"\n", "");

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.INTENTS
                        + ":3: \"traitements.rayons.definition\" has 14 utterances; 15 or more are wanted");
    }

    @Test
    void findsAnIdThatStandsTwice() {
        writings.with(Writings.INTENTS, "id: traitements.rayons.duree", "id: traitements.rayons.definition")
                .with(Writings.INTENTS, "followUps: [traitements.rayons.duree]", "followUps: []")
                .with(Writings.INTENTS, "followUps: [traitements.rayons.definition]", "followUps: []");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.INTENTS + ":23: the intent");
    }

    @Test
    void findsAnUtteranceThatStandsTwiceButForCaseAccentsAndPunctuation() {
        writings.with(Writings.INTENTS, "durée numéro 15 ?", "QUOI, numero 3");

        assertThat(writings.onlyFault())
                .startsWith("ERROR " + Writings.INTENTS + ":42: the utterance \"QUOI, numero 3\"")
                .contains(Writings.INTENTS + ":10, in \"traitements.rayons.definition\"");
    }

    @Test
    void findsAnUtteranceThatIsSmallTalkToo() {
        writings.with(Writings.TALK, "\"bonjour\"", "\"quoi numero 3\"");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.TALK + ":4: the utterance");
    }

    @Test
    void findsAFollowUpThatDoesNotExist() {
        writings.with(Writings.INTENTS, "followUps: [traitements.rayons.duree]", "followUps: [absente]");

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.INTENTS + ":6: there is no intent \"absente\" to follow up with");
    }

    @Test
    void findsAWordOfTheGlossaryThatStandsTwice() {
        writings.with(Writings.GLOSSARY, "term: \"stade\"", "term: \"Ponction\"");

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.GLOSSARY + ":6: \"Ponction\" stands already on line 4");
    }

    @Test
    void findsATermWhosePageIsNotWritten() {
        writings.with(Writings.GLOSSARY, "rayons#definition", "absente");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.GLOSSARY + ":5: there is no page");
    }

    @Test
    void findsALexiconEntryThatLeadsNowhere() {
        writings.with(Writings.LEXICON, "leadsTo: Biopsie", "leadsTo: Autopsie");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.LEXICON + ":10: \"Autopsie\" is neither");
    }

    @Test
    void findsALexiconQuestionWithoutAForm() {
        writings.with(Writings.LEXICON, "une ponction du foie", "des ponctions");

        assertThat(writings.onlyFault()).startsWith("ERROR " + Writings.LEXICON + ":11: the question holds none");
    }

    @Test
    void findsAFormOfTwoEntries() {
        writings.with(
                Writings.LEXICON, "forms: [\"ponction du foie\"]", "forms: [\"ponction du foie\", \"Les Rayons\"]");

        assertThat(writings.onlyFault())
                .startsWith("ERROR " + Writings.LEXICON + ":7: the form \"Les Rayons\" stands in the entry of line 2");
    }

    @Test
    void findsARuleThatCannotBeRead() {
        assertThat(new Writings()
                        .with(Writings.RULES, "saigne + beaucoup", "saigne + + beaucoup")
                        .onlyFault())
                .startsWith("ERROR " + Writings.RULES + ":5: the sign has a part without words");
        assertThat(new Writings()
                        .with(Writings.RULES, "saigne + beaucoup", "« saigne")
                        .onlyFault())
                .startsWith("ERROR " + Writings.RULES + ":5: the sign opens «");
        assertThat(new Writings()
                        .with(Writings.RULES, "rayons#apres", "rayons#absente")
                        .onlyFault())
                .startsWith("ERROR " + Writings.RULES + ":4: ");
        assertThat(new Writings()
                        .with(Writings.RULES, "examples: [\"je saigne beaucoup\"]", "examples: []")
                        .onlyFault())
                .isEqualTo("ERROR " + Writings.RULES + ":2: the rule \"hémorragie\" has no examples");
    }

    @Test
    void findsAContactThatStandsTwice() {
        String contact =
                "  - {id: samu, name: Autre, phone: \"112\", hours: toujours, when: urgence, source: Ministère, checkedOn: 2026-11-01, urgencies: [medical]}\n";
        writings.with(Writings.CONTACTS, "contacts:\n", "contacts:\n" + contact);

        assertThat(writings.onlyFault())
                .isEqualTo("ERROR " + Writings.CONTACTS + ":3: the contact \"samu\" stands twice");
    }

    @Test
    void tellsWhatIsNoYamlWithItsLine() {
        writings.with(Writings.INTENTS, "    section: duree", "    section: \"duree");

        assertThat(writings.check().faults()).extracting(Fault::toString).anySatisfy(fault -> assertThat(fault)
                .startsWith(Writings.INTENTS + ":")
                .contains("not YAML"));
    }

    @Test
    void tellsEveryFaultOfOneReadingByFileThenByLine() {
        writings.with(Writings.PAGE, "audience: public", "audience: all")
                .with(Writings.GLOSSARY, "rayons#definition", "absente")
                .with(Writings.LEXICON, "leadsTo: Biopsie", "leadsTo: Autopsie");

        assertThat(writings.check().faults())
                .extracting(fault -> fault.file() + ":" + fault.line())
                .startsWith(Writings.GLOSSARY + ":5")
                .contains(Writings.PAGE + ":2")
                .endsWith(Writings.LEXICON + ":10")
                .isSorted();
    }

    @Test
    void knowsTheSiteMapOfTheSite() {
        assertThat(SiteMap.ofTheSite().ids())
                .hasSize(127)
                .doesNotHaveDuplicates()
                .contains("grand-public/traitements/immunotherapie", "professionnels/publications/gastro-oesophagien");
    }

    @Test
    void findsAProtocolThatSaysWhatItsPageDoesNot() {
        assertThat(protocol("organs: [pied], drugs: [aspirine]").onlyFault())
                .contains("the organ \"pied\" is not one of");
        assertThat(protocol("organs: [estomac], drugs: [aspirine], lines: [dixième ligne]")
                        .onlyFault())
                .contains("the line \"dixième ligne\" is not one of");
        assertThat(protocol("organs: [estomac], drugs: [morphine]").onlyFault())
                .contains("the drug \"morphine\" stands nowhere");
        assertThat(protocol("organs: [estomac], drugs: [aspirine], sponsors: [Personne]")
                        .onlyFault())
                .contains("the sponsor \"Personne\" stands nowhere");
        assertThat(protocol("organs: [estomac], drugs: [aspirine], cycleDays: 21")
                        .onlyFault())
                .contains("no cycle of 21 days");
        assertThat(protocol("organs: [estomac]").onlyFault()).contains("at least one organ and one drug");
        assertThat(protocol("organs: [estomac], drugs: [aspirine], cycleDays: 14")
                        .check()
                        .faults())
                .isEmpty();
    }

    private static Writings protocol(String fields) {
        return new Writings()
                .with(
                        Writings.SECRET,
                        "validUntil: 2027-11-01\n",
                        "validUntil: 2027-11-01\nprotocol: {" + fields + "}\n")
                .with(Writings.SECRET, "Une ligne suffit ici.", "L'aspirine revient toutes les 2 semaines.");
    }
}
