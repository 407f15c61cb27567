package fr.gercor.faq.checking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small site with nothing wrong with it, and the one change that a test makes to it. */
final class Writings {

    static final String PAGE = "content/grand-public/traitements/rayons.md";
    static final String SECRET = "content/professionnels/protocoles/secret.md";
    static final String INTENTS = "intents/grand-public/traitements/rayons.yml";
    static final String GLOSSARY = "content/glossaire.yml";
    static final String CONTACTS = "content/contacts.yml";
    static final String LEXICON = "intents/lexique.yml";
    static final String TALK = "intents/conversation.yml";
    static final String RULES = "intents/urgences.yml";

    private static final String SENTENCE = "Les rayons soignent la tumeur sans que rien ne fasse mal. ";

    private final Map<String, String> files = new LinkedHashMap<>();

    Writings() {
        files.put(PAGE, """
                ---
                title: Les rayons
                summary: Ce que sont les rayons.
                audience: public
                author: Rédaction
                reviewedOn: 2026-11-01
                validUntil: 2027-11-01
                topics: [rayons]
                sources:
                  - title: Les rayons
                    organisation: Institut
                    year: 2024
                related:
                  - grand-public/le-gercor/contact
                ---

                Un mot d'introduction, avec [un lien](/grand-public/le-gercor/contact#joindre).

                ## Qu'est-ce que c'est ? {#definition}

                %s

                ## Combien de temps ? {#duree}

                %s

                ## Et après ? {#apres}

                %s

                ## À retenir {#a-retenir}

                - Rien ne fait mal.
                """.formatted(SENTENCE.repeat(20), SENTENCE.repeat(20), SENTENCE.repeat(17)));
        files.put("content/grand-public/le-gercor/contact.md", """
                ---
                title: Contact
                summary: Nous joindre.
                audience: public
                author: Rédaction
                reviewedOn: 2026-11-01
                validUntil: 2027-11-01
                sources:
                  - {title: Le site, organisation: Institut, year: 2024}
                ---

                ## Comment nous joindre ? {#joindre}

                %s

                ## Quand ? {#quand}

                %s
                """.formatted(SENTENCE.repeat(15), SENTENCE.repeat(15)));
        files.put(SECRET, """
                ---
                title: Secret
                summary: Un protocole.
                audience: professional
                author: Rédaction
                reviewedOn: 2026-11-01
                validUntil: 2027-11-01
                sources:
                  - {title: Le protocole, organisation: Institut, year: 2024}
                ---

                ## Doses {#doses}

                Une ligne suffit ici.
                """);
        files.put(
                INTENTS,
                "page: grand-public/traitements/rayons\nintents:\n"
                        + intent("traitements.rayons.definition", "definition", "traitements.rayons.duree", "quoi")
                        + intent("traitements.rayons.duree", "duree", "traitements.rayons.definition", "durée"));
        files.put(TALK, """
                topics:
                  - id: greeting
                    utterances:
                      - "bonjour"
                """);
        files.put(GLOSSARY, """
                terms:
                  - term: "biopsie"
                    definition: "Un prélèvement."
                    synonyms: ["prélèvement", "ponction"]
                    page: "grand-public/traitements/rayons#definition"
                  - term: "stade"
                    definition: "L'étendue."
                """);
        files.put(CONTACTS, """
                contacts:
                  - {id: samu, name: SAMU, phone: "15", hours: toujours, when: urgence, source: Ministère, checkedOn: 2026-11-01, urgencies: [medical]}
                """);
        files.put(LEXICON, """
                entries:
                  - forms: ["rayons", "les rayons"]
                    means: "radiothérapie"
                    kind: lay
                    leadsTo: grand-public/traitements/rayons
                    question: "combien durent les rayons ?"
                  - forms: ["ponction du foie"]
                    means: "biopsie"
                    kind: lay
                    leadsTo: Biopsie
                    question: "on me fait une ponction du foie"
                """);
        files.put(RULES, """
                rules:
                  - id: hémorragie
                    title: "Saigne"
                    page: grand-public/traitements/rayons#apres
                    signs: ["saigne + beaucoup"]
                    examples: ["je saigne beaucoup"]
                """);
    }

    private static String intent(String id, String section, String followUp, String word) {
        String utterances = IntStream.rangeClosed(1, 15)
                .mapToObj(i -> "      - \"" + word + " numéro " + i + " ?\"\n")
                .collect(Collectors.joining());
        return "  - id: " + id + "\n    section: " + section + "\n    label: \"" + word + "\"\n    followUps: ["
                + followUp + "]\n    utterances:\n" + utterances;
    }

    /** The same with {@code before}, which must stand there, replaced once. */
    Writings with(String file, String before, String after) {
        assertThat(files.get(file)).contains(before);
        files.put(
                file,
                files.get(file)
                        .replaceFirst(
                                java.util.regex.Pattern.quote(before),
                                java.util.regex.Matcher.quoteReplacement(after)));
        return this;
    }

    /** The same with one more file. */
    Writings with(String file, String text) {
        files.put(file, text);
        return this;
    }

    Writings without(String file) {
        files.remove(file);
        return this;
    }

    Report check() {
        return check("2026-11-22", false);
    }

    Report check(String day, boolean release) {
        SiteMap siteMap = new SiteMap(List.of("grand-public/traitements/rayons", "grand-public/le-gercor/contact"));
        Clock clock = Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);
        return new Checker(siteMap, clock, release).check(place("content"), place("intents"));
    }

    private Place place(String name) {
        return new Place(
                name,
                new SourceFolder(files.entrySet().stream()
                        .filter(file -> file.getKey().startsWith(name + "/"))
                        .map(file -> new SourceFile(file.getKey().substring(name.length() + 1), file.getValue()))
                        .toList()));
    }

    /** The one fault that is found, as {@code severity file:line: message}. */
    String onlyFault() {
        return onlyFault(check());
    }

    static String onlyFault(Report report) {
        assertThat(report.faults()).hasSize(1);
        return report.faults().getFirst().severity() + " " + report.faults().getFirst();
    }
}
