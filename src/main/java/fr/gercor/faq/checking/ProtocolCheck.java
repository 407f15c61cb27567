package fr.gercor.faq.checking;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Protocol;
import fr.gercor.faq.source.Faults;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Every protocol says what sorts it, in the words that the others use, and says nothing that its own text doesn't state. */
final class ProtocolCheck implements Check {

    private static final String FILE = "/checking/protocol.properties";
    private static final String PROTOCOLS = "professionnels/protocoles-";
    private static final int DAYS_OF_A_WEEK = 7;

    private final List<String> organs;
    private final List<String> lines;
    private final String cycleInDays;
    private final String cycleInWeeks;

    ProtocolCheck() {
        Properties words = words();
        organs = list(words, "organs");
        lines = list(words, "lines");
        cycleInDays = word(words, "cycle.days");
        cycleInWeeks = word(words, "cycle.weeks");
    }

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (Page page : corpus.pages()) {
            if (page.protocol().isPresent()) {
                check(page, page.protocol().get(), corpus, faults);
            } else if (page.id().startsWith(PROTOCOLS)) {
                faults.error(corpus.fileOf(page), 1, "a protocol says its organs, lines and drugs under \"protocol\"");
            }
        }
    }

    private void check(Page page, Protocol protocol, Corpus corpus, Faults faults) {
        String file = corpus.fileOf(page);
        int line = corpus.lineOf(page, "protocol");
        if (page.audience() == Audience.PUBLIC) {
            faults.error(file, line, "only pages of professionnels/ have a \"protocol\"");
        }
        if (protocol.organs().isEmpty() || protocol.drugs().isEmpty()) {
            faults.error(file, line, "a protocol has at least one organ and one drug");
        }
        unknown("organ", protocol.organs(), organs, file, line, faults);
        unknown("line", protocol.lines(), lines, file, line, faults);
        String text = Corpus.folded(textOf(page));
        unstated("drug", protocol.drugs(), text, file, line, faults);
        unstated("sponsor", protocol.sponsors(), text, file, line, faults);
        protocol.cycleDays()
                .filter(days -> !isStated(days, text))
                .ifPresent(days -> faults.error(file, line, "the page states no cycle of " + days + " days"));
    }

    private static void unknown(
            String what, List<String> given, List<String> known, String file, int line, Faults faults) {
        given.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> faults.error(
                        file, line, "the " + what + " \"" + each + "\" is not one of: " + String.join(", ", known)));
    }

    private static void unstated(String what, List<String> given, String text, String file, int line, Faults faults) {
        given.stream()
                .filter(each -> !text.contains(Corpus.folded(each)))
                .forEach(each -> faults.error(
                        file, line, "the " + what + " \"" + each + "\" stands nowhere in the page's text"));
    }

    private boolean isStated(int days, String text) {
        boolean inWeeks = days % DAYS_OF_A_WEEK == 0 && text.contains(cycleInWeeks.formatted(days / DAYS_OF_A_WEEK));
        return inWeeks || text.contains(cycleInDays.formatted(days));
    }

    private static String textOf(Page page) {
        return page.sections().stream()
                .map(section -> section.heading() + "\n" + section.text())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> list(Properties words, String key) {
        return List.of(word(words, key).split(","));
    }

    private static String word(Properties words, String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    private static Properties words() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ProtocolCheck.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar can't be read", e);
        }
        return words;
    }
}
