package fr.gercor.faq.console;

import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.catalogue.Additions.Said;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.LexiconEntry;
import fr.gercor.faq.review.IntentFinder;
import fr.gercor.faq.review.Mends;
import fr.gercor.faq.security.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds to a draft, from wherever a failure was seen. */
@Controller
@RequestMapping("/console/corrections")
class AdditionController {

    private static final int INTENTS_SHOWN = 12;

    private final Mends mends;
    private final IntentFinder finder;

    AdditionController(Mends mends, IntentFinder finder) {
        this.mends = mends;
        this.finder = finder;
    }

    @GetMapping("/ajouter")
    ModelAndView form(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(name = "q", defaultValue = "") String words) {
        return screen(question, words);
    }

    @PostMapping("/formulations")
    ModelAndView utterances(
            @RequestParam(defaultValue = "") String intent,
            @RequestParam(defaultValue = "") String texts,
            @AuthenticationPrincipal @Nullable SignedIn principal) {
        return add(new Additions(said(intent, texts), List.of(), List.of(), List.of()), texts, principal);
    }

    @PostMapping("/intentions")
    ModelAndView intent(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String texts,
            @AuthenticationPrincipal @Nullable SignedIn principal) {
        String[] parts = (place + "#").split("#", -1);
        Intent intent =
                new Intent(id.strip(), parts[0].strip(), parts[1].strip(), label.strip(), lines(texts), List.of());
        return add(Additions.intent(intent), texts, principal);
    }

    @PostMapping("/sujets")
    ModelAndView topic(
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String texts,
            @AuthenticationPrincipal @Nullable SignedIn principal) {
        return add(new Additions(List.of(), List.of(), said(topic, texts), List.of()), texts, principal);
    }

    @PostMapping("/lexique")
    ModelAndView entry(
            @RequestParam(defaultValue = "") String forms,
            @RequestParam(defaultValue = "") String means,
            @RequestParam LexiconEntry.Kind kind,
            @RequestParam(defaultValue = "") String leadsTo,
            @RequestParam(defaultValue = "") String question,
            @AuthenticationPrincipal @Nullable SignedIn principal) {
        LexiconEntry entry = new LexiconEntry(lines(forms), means.strip(), kind, given(leadsTo), given(question));
        return add(Additions.entry(entry), question, principal);
    }

    private ModelAndView add(Additions additions, String question, @Nullable SignedIn principal) {
        Mends.Added added = mends.add(additions, Who.is(principal));
        if (added.mend().isPresent()) {
            return new ModelAndView(
                    "redirect:/console/corrections/" + added.mend().get());
        }
        ModelAndView again = screen(question.lines().findFirst().orElse(""), "");
        again.addObject("objections", added.objections());
        again.setStatus(HttpStatus.valueOf(422));
        return again;
    }

    private ModelAndView screen(String question, String words) {
        ModelAndView screen = new ModelAndView("console/mend-add");
        screen.addObject("question", question);
        screen.addObject("words", words);
        screen.addObject("intents", finder.find(question, words, INTENTS_SHOWN));
        screen.addObject("places", finder.places());
        screen.addObject("topics", finder.topics());
        screen.addObject("kinds", LexiconEntry.Kind.values());
        screen.addObject("objections", List.of());
        return screen;
    }

    private static List<Said> said(String to, String texts) {
        List<String> lines = texts.isBlank() ? List.of("") : lines(texts);
        return lines.stream()
                .map(line -> new Said(to.strip().toLowerCase(Locale.ROOT), line))
                .toList();
    }

    private static List<String> lines(String texts) {
        return texts.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }
}
