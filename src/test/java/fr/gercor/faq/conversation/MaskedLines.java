package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lines as patients write them, with what must be masked in them, made up from parts: some thousand ways of saying who one is. */
final class MaskedLines {

    private static final List<String> FIRST = words("""
            Sophie Jean Marie Pierre Nathalie Fatou Karim Kevin Léa Théo Isabelle Mohamed Aïcha Jean-Pierre Anne-Marie Yannick
            Gaëlle Maëlys Enzo Mathis Ousmane Aminata Nguyet João Dolores Svetlana Ahmed Leïla Rachid Françoise Jocelyne Ginette
            Thierry Loïc Chloé Emma Lucas Camille Dominique Claude Bérangère Éloïse Kadiatou Mamadou Samira Yasmine Wassim Paulette""");
    private static final List<String> LAST = words("""
            Dupont Martin Lefèvre Nguyen Benali Traoré Diallo Petit Moreau Garcia Rousseau Bernard Fernandes Da-Silva Kowalski
            Le-Goff Boucher Marchand Lambert Girard Haddad Cissé Schneider Roux Blanc Leroy Bouaziz Tran Chevalier Perrin Dubois
            Lemaire Barbier Fontaine Mercier Faure Ouedraogo Zidane Yilmaz Popescu Guillou Kervella Etcheverry Wagner El-Amrani
            De-Oliveira Ben-Youssef Lecomte Vandenberghe Delcourt Quéré Bompard Thévenot Chastagnier""");
    private static final List<String> STREET = words("""
            des_Lilas Victor_Hugo de_la_République du_8_mai_1945 Pasteur Jean_Jaurès de_Verdun des_Écoles du_Général_de_Gaulle
            Saint-Michel de_l'Église du_Moulin Gambetta des_Tilleuls du_Docteur_Calmette Anatole_France de_la_Gare Émile_Zola
            des_Peupliers du_Stade Paul_Bert de_Bretagne du_11_novembre Léon_Blum""");
    private static final List<String> KIND =
            words("rue rue rue avenue boulevard allée impasse place chemin bd av. quai square route");
    private static final List<String> TOWN = words("""
            75011_Paris 69003_Lyon 13100_Aix-en-Provence 35000_Rennes 59000_Lille 31000_Toulouse 44000_Nantes 93200_Saint-Denis
            67000_Strasbourg 06000_Nice 33000_Bordeaux 29200_Brest 17000_La_Rochelle 76600_Le_Havre 94130_Nogent-sur-Marne
            23400_Bourganeuf 97400_Saint-Denis 74000_Annecy""");
    private static final List<String> PROVIDER =
            words("gmail.com orange.fr free.fr wanadoo.fr hotmail.fr yahoo.fr laposte.net sfr.fr outlook.com");
    private static final List<String> MONTH = words("""
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre""");

    private static final List<String> WITH_NAME = List.of(
            "je m'appelle {N} et j'ai un cancer du sein",
            "Bonjour, je m'appelle {N}, je suis sous folfox depuis mars",
            "je mappelle {N} j'ai 52 ans",
            "je m appel {N} est ce que la chimio fait mal",
            "jm'appelle {N} et jai peur",
            "mon nom est {N}",
            "mon nom est {N}, quels sont les effets de l'oxaliplatine ?",
            "c'est madame {L}, est-ce que je peux décaler ma perfusion",
            "bonjour c'est monsieur {L} j'ai de la fièvre 38,5",
            "ici Mme {L}, combien de temps dure l'immunothérapie ?",
            "je suis Mme {L} suivie pour un lymphome",
            "je suis monsieur {L}",
            "le Dr {L} m'a prescrit de l'irinotécan",
            "j'ai vu le docteur {L} hier pour mon scanner",
            "le docteur {L} dit que la tumeur a diminué",
            "mon oncologue le Dr. {L} veut changer de protocole",
            "le professeur {L} m'opère mardi",
            "Pr {L}, service d'oncologie",
            "est-ce que le dr {L} est là",
            "M. {L} a vomi toute la nuit",
            "Mr {L} n'a plus de globules blancs",
            "Mlle {N} demande un rendez-vous",
            "mon mari s'appelle {F}",
            "mon mari {F} a un cancer du pancréas",
            "ma fille {F} a 8 ans, comment lui dire",
            "ma mère, Mme {L}, ne mange plus",
            "Nom : {L}",
            "nom de famille {L}",
            "prénom : {F}",
            "mon prénom est {F}",
            "moi c'est {F}",
            "Je suis {N} et je commence le capécitabine",
            "Merci d'avance. {N}",
            "Cordialement, {N}",
            "dossier au nom de {N}",
            "mme {N} née le 3 ? non je me suis trompée",
            "docteur {L}, mes plaquettes sont à 80000",
            "madame {L} bonjour",
            "j'ai rendez-vous avec mme {L} pour la radiothérapie",
            "Je m'appelle {N}.",
            "bonjour je m'apelle {N}",
            "bjr moi c'est {N}, 45 ans, cancer du colon",
            "mon fils {F} a eu une greffe",
            "ma soeur {F} prend du tamoxifène",
            "l'infirmière {F} est venue pour le pansement",
            "je suis {F}, la femme de votre patient");
    private static final List<String> WITH_EMAIL = List.of(
            "mon mail est {E}",
            "vous pouvez m'écrire à {E} merci",
            "{E}",
            "email : {E}",
            "mon adresse mail {E} pour les résultats",
            "répondez moi sur {E} svp",
            "mon adresse c'est {E}, j'ai mal au ventre",
            "contact {E} ou par courrier");
    private static final List<String> WITH_PHONE = List.of(
            "mon numéro est le {P}",
            "appelez moi au {P}",
            "tel {P}",
            "{P}",
            "je suis joignable au {P} après 18 h",
            "portable : {P}",
            "rappelez-moi au {P} pour ma chimio svp",
            "tél. {P} merci",
            "le numéro de mon mari {P}",
            "mon tel {P} j'ai 39 de fièvre");
    private static final List<String> WITH_SECURITY = List.of(
            "mon numéro de sécu {S}",
            "n° ss {S}",
            "{S}",
            "sécurité sociale : {S}",
            "mon numéro de sécurité sociale est le {S}",
            "NIR {S}",
            "voici mon numéro {S} pour la prise en charge",
            "carte vitale {S}");
    private static final List<String> WITH_BIRTH = List.of(
            "je suis né le {B}",
            "née le {B}",
            "date de naissance {B}",
            "ma date de naissance est le {B}",
            "né le {B} à Brest",
            "je suis née le {B} et j'ai un cancer de l'ovaire",
            "DDN {B}",
            "naissance : {B}",
            "mon père est né le {B}",
            "je suis nee le {B} est-ce trop tard pour la chimio");
    private static final List<String> WITH_ADDRESS = List.of(
            "j'habite {A}",
            "mon adresse est {A}",
            "j'habite au {A} et je cherche un taxi",
            "adresse : {A}",
            "je vis {A}",
            "{A}",
            "domicilié {A}",
            "venez me chercher au {A} svp",
            "j'habite {A}, qui paie le transport ?");

    /** Nothing in these is anybody's. */
    private static final List<String> PLAIN = List.of(
            "oxaliplatine 85 mg/m2 et 5-FU 2400 mg/m2 sur 46 h",
            "j'ai 62 ans et 38,5 de fièvre depuis 2 jours",
            "ma chimio a commencé le 12/05/2024 et la prochaine est le 26/05/2024",
            "mon scanner du 3 mars montre 2 nodules de 12 mm",
            "plaquettes 95000 hémoglobine 9,8 leucocytes 2500",
            "est-ce que le pembrolizumab fait tomber les cheveux",
            "CA 125 à 350 puis 120 puis 45",
            "stade T3N1M0 grade II HER2 négatif",
            "je prends du paracétamol 1000 mg 3 fois par jour",
            "après 6 cures de folfirinox on me propose le gemcitabine nab-paclitaxel",
            "je suis fatiguée et j'ai des fourmis dans les mains",
            "le docteur m'a dit que c'était normal",
            "mon mari ne veut plus de traitement",
            "madame je voudrais savoir si la greffe est possible",
            "ma mère a 80 ans et un cancer du rectum",
            "faut-il arrêter la metformine avant l'injection",
            "c'est quoi l'effet abscopal",
            "peut-on boire de l'alcool sous Xeloda",
            "j'ai lu que Keytruda marche mieux que la chimio",
            "le syndrome mains-pieds me fait souffrir",
            "une séance toutes les 3 semaines pendant 6 mois",
            "le 15 ou le 112 en cas d'urgence",
            "prise de sang lundi à 8h30 puis perfusion à 10h",
            "mon taux de PSA est passé de 4,2 à 12",
            "la maladie de Waldenström c'est un cancer ?",
            "je suis passée de 72 à 58 kilos",
            "c'est grave docteur",
            "combien de temps dure la radiothérapie du sein, 25 ou 33 séances",
            "bilirubine 45 créatinine 110",
            "le chirurgien enlève 40 cm de côlon",
            "j'ai pris 2 comprimés à 8 h et 2 à 20 h",
            "dois-je venir à jeun pour le TEP-scan");

    private final Random random;

    MaskedLines(long seed) {
        random = new Random(seed);
    }

    /**
     * @param kind of what must be masked in it
     * @param text as it is typed
     * @param secret what must not be seen of it; empty where nothing must be masked
     * @param plain the words around it
     */
    record Line(Kind kind, String text, String secret, List<String> plain) {}

    Line line(Kind kind) {
        return switch (kind) {
            case NAME -> {
                String pattern = one(WITH_NAME);
                String place = pattern.contains("{N}") ? "{N}" : pattern.contains("{L}") ? "{L}" : "{F}";
                String name =
                        switch (place) {
                            case "{N}" -> one(FIRST) + " " + last();
                            case "{L}" -> last();
                            default -> one(FIRST);
                        };
                yield typed(kind, pattern, place, name);
            }
            case EMAIL -> typed(kind, one(WITH_EMAIL), "{E}", email());
            case PHONE -> typed(kind, one(WITH_PHONE), "{P}", phone());
            case SOCIAL_SECURITY_NUMBER -> typed(kind, one(WITH_SECURITY), "{S}", securityNumber());
            case BIRTH_DATE -> typed(kind, one(WITH_BIRTH), "{B}", birthDate());
            case ADDRESS -> typed(kind, one(WITH_ADDRESS), "{A}", address());
        };
    }

    Line plain() {
        return typed(Kind.NAME, one(PLAIN), "{}", "");
    }

    private Line typed(Kind kind, String pattern, String place, String secret) {
        int style = random.nextInt(10);
        String before = pattern.contains(place) ? pattern.substring(0, pattern.indexOf(place)) : pattern;
        String after = pattern.contains(place) ? pattern.substring(pattern.indexOf(place) + place.length()) : "";
        String written = secret;
        if (style < 3) {
            before = before.toLowerCase(Locale.FRENCH);
            after = after.toLowerCase(Locale.FRENCH);
            written = written.toLowerCase(Locale.FRENCH);
        } else if (style == 3) {
            before = plain(before.toLowerCase(Locale.FRENCH));
            after = plain(after.toLowerCase(Locale.FRENCH));
            written = plain(written.toLowerCase(Locale.FRENCH));
        } else if (style == 4) {
            written = written.toUpperCase(Locale.FRENCH);
        }
        if (style >= 5 && style < 8) {
            before = mistyped(before);
        }
        List<String> around = new ArrayList<>();
        for (String word : (before + " " + after).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                around.add(word);
            }
        }
        return new Line(kind, before + written + after, written, around);
    }

    /** One word of some length loses a letter, has one twice, or two swapped. */
    private String mistyped(String text) {
        String[] words = text.split(" ", -1);
        int chosen = random.nextInt(words.length);
        String word = words[chosen];
        if (word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
            return text;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        words[chosen] = switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
        return String.join(" ", words);
    }

    private String last() {
        return one(LAST).replace('-', ' ');
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }

    private String email() {
        String first = plain(one(FIRST).toLowerCase(Locale.FRENCH)).replace("-", "");
        String last = plain(one(LAST).toLowerCase(Locale.FRENCH)).replace("-", "");
        String provider = one(PROVIDER);
        String local =
                switch (random.nextInt(5)) {
                    case 0 -> first + "." + last;
                    case 1 -> first.charAt(0) + last + (50 + random.nextInt(49));
                    case 2 -> first + "_" + last;
                    case 3 -> last + "-" + first;
                    default -> first + last;
                };
        return switch (random.nextInt(8)) {
            case 0 -> local + " @ " + provider;
            case 1 -> first + " point " + last + " arobase " + provider.replace(".", " point ");
            case 2 -> local + "@" + provider.replace(".", " .");
            case 3 -> local + " arobase " + provider;
            default -> local + "@" + provider;
        };
    }

    private String phone() {
        int[] pairs = new int[4];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = random.nextInt(100);
        }
        int head = 1 + random.nextInt(9);
        String digits = "%02d%02d%02d%02d".formatted(pairs[0], pairs[1], pairs[2], pairs[3]);
        String spaced = "%02d %02d %02d %02d".formatted(pairs[0], pairs[1], pairs[2], pairs[3]);
        return switch (random.nextInt(11)) {
            case 0 -> "0" + head + digits;
            case 1 -> ("0" + head + " " + spaced).replace(' ', '.');
            case 2 -> ("0" + head + " " + spaced).replace(' ', '-');
            case 3 -> "+33" + head + digits;
            case 4 -> "+33 " + head + " " + spaced;
            case 5 -> "0033 " + head + " " + spaced;
            case 6 ->
                "zéro " + SMALL[head] + " " + spelt(pairs[0]) + " " + spelt(pairs[1]) + " " + spelt(pairs[2]) + " "
                        + spelt(pairs[3]);
            case 7 ->
                "zero " + SMALL[head] + ", " + spelt(pairs[0]).replace('-', ' ') + ", "
                        + spelt(pairs[1]).replace('-', ' ') + ", "
                        + spelt(pairs[2]).replace('-', ' ') + ", "
                        + spelt(pairs[3]).replace('-', ' ');
            case 8 ->
                "0" + head + " " + digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5);
            case 9 -> "O" + head + " " + spaced;
            default -> "0" + head + " " + spaced;
        };
    }

    private static final String[] SMALL = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf"
    };
    private static final String[] TENS = {
        "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"
    };

    private static String spelt(int value) {
        if (value < 10) {
            return "zéro " + SMALL[value];
        }
        return number(value);
    }

    private static String number(int value) {
        if (value < 20) {
            return SMALL[value];
        }
        int tens = value / 10;
        int rest = tens == 7 || tens == 9 ? value - (tens - 1) * 10 : value % 10;
        if (rest == 0) {
            return tens == 8 ? "quatre-vingts" : TENS[tens];
        }
        boolean and = (rest == 1 || rest == 11) && tens < 8;
        return TENS[tens] + (and ? " et " : "-") + SMALL[rest];
    }

    private String securityNumber() {
        String body = "%d%02d%02d%02d%03d%03d"
                .formatted(
                        1 + random.nextInt(2),
                        30 + random.nextInt(70),
                        1 + random.nextInt(12),
                        1 + random.nextInt(95),
                        1 + random.nextInt(600),
                        1 + random.nextInt(900));
        String key = "%02d".formatted(97 - Long.parseLong(body) % 97);
        String spaced = body.charAt(0) + " " + body.substring(1, 3) + " " + body.substring(3, 5) + " "
                + body.substring(5, 7) + " " + body.substring(7, 10) + " " + body.substring(10);
        return switch (random.nextInt(7)) {
            case 0 -> body + key;
            case 1 -> body;
            case 2 -> spaced;
            case 3 -> (spaced + " " + key).replace(' ', '.');
            case 4 -> body + " " + key;
            case 5 -> body.substring(0, 5) + " " + body.substring(5, 10) + " " + body.substring(10) + key;
            default -> spaced + " " + key;
        };
    }

    private String birthDate() {
        int day = 1 + random.nextInt(28);
        int month = 1 + random.nextInt(12);
        int year = 1930 + random.nextInt(75);
        return switch (random.nextInt(8)) {
            case 0 -> "%02d/%02d/%d".formatted(day, month, year);
            case 1 -> "%02d-%02d-%d".formatted(day, month, year);
            case 2 -> "%02d.%02d.%02d".formatted(day, month, year % 100);
            case 3 -> "%02d%02d%d".formatted(day, month, year);
            case 4 -> "%d/%d/%02d".formatted(day, month, year % 100);
            case 5 -> number(day) + " " + MONTH.get(month - 1) + " mille neuf cent " + number(30 + random.nextInt(69));
            case 6 -> "%02d %02d %d".formatted(day, month, year);
            default -> (day == 1 ? "1er" : day) + " " + MONTH.get(month - 1) + " " + year;
        };
    }

    private String address() {
        String street = one(KIND) + " " + one(STREET).replace('_', ' ');
        String number =
                switch (random.nextInt(6)) {
                    case 0 -> (1 + random.nextInt(99)) + " bis ";
                    case 1 -> number(2 + random.nextInt(60)) + " ";
                    case 2 -> (1 + random.nextInt(99)) + ", ";
                    default -> (1 + random.nextInt(150)) + " ";
                };
        String town = one(TOWN).replace('_', ' ');
        return switch (random.nextInt(4)) {
            case 0 -> number + street;
            case 1 -> number + street + " " + town;
            case 2 -> number + street + ", " + town;
            default -> number + street + " à " + town.substring(6);
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
