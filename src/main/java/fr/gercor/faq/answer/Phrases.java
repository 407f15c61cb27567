package fr.gercor.faq.answer;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The words of our own that a reply may hold, from the message files. */
final class Phrases {

    private static final String BUNDLE = "messages";
    private static final String FRENCH = "fr";

    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    /** The French phrase for {@code key}. */
    String french(String key) {
        return bundle(FRENCH).getString(key);
    }

    /** The French phrase for {@code key}, or for {@code otherwise} where there is none. */
    String french(String key, String otherwise) {
        ResourceBundle bundle = bundle(FRENCH);
        return bundle.containsKey(key) ? bundle.getString(key) : bundle.getString(otherwise);
    }

    /** The phrase in another language; English where that language is not written. */
    Translated in(String language, String key) {
        for (String candidate : new String[] {language, "en"}) {
            if (!candidate.equals(FRENCH)) {
                try {
                    ResourceBundle bundle = bundle(candidate);
                    if (bundle.getLocale().getLanguage().equals(candidate)) {
                        return new Translated(candidate, bundle.getString(key));
                    }
                } catch (MissingResourceException e) {
                    continue;
                }
            }
        }
        return new Translated(FRENCH, french(key));
    }

    /**
     * A phrase and its language.
     *
     * @param language ISO 639-1
     * @param text in that language
     */
    record Translated(String language, String text) {}

    private ResourceBundle bundle(String language) {
        return bundles.computeIfAbsent(
                language,
                each -> ResourceBundle.getBundle(
                        BUNDLE,
                        Locale.of(each.equals(FRENCH) ? "" : each),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
