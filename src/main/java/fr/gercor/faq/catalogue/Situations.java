package fr.gercor.faq.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What people say of where they are in their illness before or after what they ask: no part of the question, though each names a page.
 *
 * @param pages the pages whose questions are asked in all situations: ids, or folders that end with a slash
 * @param all of them, in the authors' order
 */
public record Situations(List<String> pages, List<Situation> all) {

    /** No situation. */
    public static final Situations NONE = new Situations(List.of(), List.of());

    public Situations {
        pages = List.copyOf(pages);
        all = List.copyOf(all);
    }

    /**
     * A treatment under way, an operation, a kind of cancer.
     *
     * @param names the ids of the pages whose subject it names, which it never stands beside
     * @param words that speak of it wherever they stand
     * @param before what is said before the question
     * @param after what is said after it
     * @param except the ids of further pages whose questions change their meaning in it
     */
    public record Situation(
            Set<String> names, List<String> words, List<String> before, List<String> after, Set<String> except) {

        public Situation {
            names = Set.copyOf(names);
            words = List.copyOf(words);
            before = List.copyOf(before);
            after = List.copyOf(after);
            except = Set.copyOf(except);
        }

        /** Whether questions of a page may be asked in it. */
        public boolean suits(String page) {
            return !names.contains(page) && !except.contains(page);
        }
    }

    /** Whether the questions of a page are asked in situations. */
    public boolean arise(String page) {
        return pages.stream().anyMatch(each -> each.endsWith("/") ? page.startsWith(each) : page.equals(each));
    }
}
