package fr.gercor.faq.source;

/**
 * One file of an author, whole.
 *
 * @param path below its folder, with {@code /}, for example {@code grand-public/traitements/immunotherapie.md}
 * @param text its text, with {@code \n} at the end of lines
 */
public record SourceFile(String path, String text) {

    /** The path without its extension: the id of a page. */
    public String id() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
