package fr.gercor.faq.professional;

import fr.gercor.faq.escalation.Attachment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way, as the form holds it: nothing of it is stored before it is sent.
 *
 * @param version of the question that it was begun on
 * @param text typed so far
 * @param words to look for passages by
 * @param passage the passages to attach, as {@code page#anchor@hash}
 * @param step what the button asks for: {@code search}, {@code preview} or {@code send}
 */
record QueueDraft(
        @Nullable Integer version,
        @Nullable String text,
        @Nullable String words,
        @Nullable List<String> passage,
        @Nullable String step) {

    /** A form that nobody has touched. */
    static final QueueDraft EMPTY = new QueueDraft(null, null, null, null, null);

    static String key(String page, String anchor, String hash) {
        return page + "#" + anchor + "@" + hash;
    }

    int versionOrNone() {
        return version == null ? -1 : version;
    }

    public String textOrEmpty() {
        return Objects.requireNonNullElse(text, "");
    }

    public String wordsOrEmpty() {
        return Objects.requireNonNullElse(words, "");
    }

    boolean isStep(String wanted) {
        return wanted.equals(step);
    }

    /** What is to be attached; what is no passage's name is left out. */
    List<Attachment> attachments() {
        return passage == null
                ? List.of()
                : passage.stream()
                        .flatMap(each -> attachment(each).stream())
                        .distinct()
                        .toList();
    }

    private static Optional<Attachment> attachment(String key) {
        int anchor = key.indexOf('#');
        int hash = key.indexOf('@', anchor + 1);
        return anchor < 0 || hash < 0
                ? Optional.empty()
                : Optional.of(new Attachment(
                        key.substring(0, anchor), key.substring(anchor + 1, hash), key.substring(hash + 1)));
    }
}
