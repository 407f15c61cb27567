package fr.gercor.faq.console;

import java.util.ArrayList;
import java.util.List;

/** Two hundred things that a patient could type to harm whoever reads them: scripts, formulas, and marks that turn text around. */
final class HostileTexts {

    private static final String[] SCRIPTS = {
        "<script>window.harmed=%d</script>",
        "<img src=x onerror=\"window.harmed=%d\">",
        "<svg onload=window.harmed=%d>",
        "\"><script>window.harmed=%d</script>",
        "'><img src=x onerror='window.harmed=%d'>",
        "</textarea><script>window.harmed=%d</script>",
        "</title><script>window.harmed=%d</script>",
        "javascript:window.harmed=%d",
        "<a href=\"javascript:window.harmed=%d\">cliquez</a>",
        "<iframe srcdoc=\"<script>parent.harmed=%d</script>\"></iframe>",
        "<details open ontoggle=window.harmed=%d>",
        "<body onpageshow=window.harmed=%d>",
        "<math><mtext><script>window.harmed=%d</script></mtext></math>",
        "${window.harmed=%d}",
        "{{constructor.constructor('window.harmed=%d')()}}",
        "[[${T(java.lang.Runtime).getRuntime().exec('touch %d')}]]",
        "__${new java.lang.String('%d')}__::.x",
        "<p hx-get=\"/console/%d\" hx-trigger=\"load\">",
        "<b data-hx-on:click=\"window.harmed=%d\">",
        "<!--><script>window.harmed=%d</script>-->"
    };

    private static final String[] FORMULAS = {
        "=CMD|' /C calc'!A%d",
        "+1+%d",
        "-2-%d",
        "@SUM(A%d)",
        "\t=HYPERLINK(\"http://x/%d\")",
        "\r=1+%d",
        "＝1+%d",
        " =1+%d",
        "=IMPORTXML(\"http://x/%d\")",
        "%%0A-%d"
    };

    private static final String[] MARKS = {
        "\u202Egnol sèrt %d",
        "\u2066isolé %d",
        "\u200Fdroite %d",
        "مرحبا %d",
        "zéro\u200Blarge %d",
        "Z\u0351\u036B\u0343\u032A %d",
        "\uD83D\uDC68\u200D\uD83D\uDC69 %d",
        "\uFEFFmarque %d",
        "ligne\u2028coupée %d",
        "mot".repeat(80) + "%d"
    };

    private HostileTexts() {}

    static List<String> all() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (String[] kind : List.of(SCRIPTS, FORMULAS, MARKS)) {
                for (String text : kind) {
                    texts.add(text.formatted(texts.size()));
                }
            }
        }
        return texts;
    }
}
