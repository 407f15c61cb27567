package fr.gercor.faq.conversation;

import java.util.Collection;

/** Whether a word was meant for another: one letter added, left out, changed, or two swapped. */
final class Misspelling {

    private Misspelling() {}

    static boolean isNear(String typed, String meant) {
        int shorter = Math.min(typed.length(), meant.length());
        int longer = Math.max(typed.length(), meant.length());
        if (longer - shorter > 1) {
            return false;
        }
        int from = 0;
        while (from < shorter && typed.charAt(from) == meant.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < shorter - from
                && typed.charAt(typed.length() - 1 - tail) == meant.charAt(meant.length() - 1 - tail)) {
            tail++;
        }
        int left = longer - from - tail;
        boolean swapped = left == 2
                && typed.length() == meant.length()
                && typed.charAt(from) == meant.charAt(from + 1)
                && typed.charAt(from + 1) == meant.charAt(from);
        return left <= 1 || swapped;
    }

    /** Whether a word of five letters or more is, or was meant for, one of others. */
    static boolean isNearAny(String typed, Collection<String> meant) {
        return isNearAny(typed, meant, 5);
    }

    /** @param shortest words of fewer letters are compared as they are: they are a letter away from too many others */
    static boolean isNearAny(String typed, Collection<String> meant, int shortest) {
        return meant.contains(typed)
                || (typed.length() >= shortest - 1
                        && meant.stream().anyMatch(each -> each.length() >= shortest && isNear(typed, each)));
    }
}
