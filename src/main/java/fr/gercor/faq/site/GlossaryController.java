package fr.gercor.faq.site;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Term;
import fr.gercor.faq.content.Terms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the glossary, letter by letter. */
@Controller
class GlossaryController {

    /** Under which names that begin with a figure stand. */
    private static final String FIGURES = "0-9";

    private final Visits visits;

    GlossaryController(Visits visits) {
        this.visits = visits;
    }

    /**
     * A term as it is shown.
     *
     * @param anchor its name in addresses
     * @param term itself
     * @param page the page that says more, if this reader may see it
     */
    record Entry(String anchor, Term term, Optional<Page> page) {}

    @GetMapping("/glossaire")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visits.of(request);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                PageController.revalidated(visit.audience()).getHeaderValue());
        return new ModelAndView("site/glossary", Map.of("frame", visit.frame(), "letters", letters(visit)));
    }

    private static Map<String, List<Entry>> letters(Visit visit) {
        Comparator<Object> alphabet = Collator.getInstance(Locale.FRENCH);
        List<Term> terms = visit.engine().content().glossary().stream()
                .sorted(Comparator.comparing(Term::name, alphabet))
                .toList();
        Map<String, List<Entry>> letters = new TreeMap<>();
        for (Term term : terms) {
            String anchor = Terms.anchor(term);
            boolean letter = !anchor.isEmpty() && Character.isLetter(anchor.charAt(0));
            letters.computeIfAbsent(
                            letter ? anchor.substring(0, 1).toUpperCase(Locale.FRENCH) : FIGURES,
                            ignored -> new ArrayList<>())
                    .add(new Entry(anchor, term, term.page().flatMap(visit::page)));
        }
        return letters;
    }
}
