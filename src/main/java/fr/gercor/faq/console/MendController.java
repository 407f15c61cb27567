package fr.gercor.faq.console;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.review.Mend;
import fr.gercor.faq.review.Mends;
import fr.gercor.faq.review.Preview;
import fr.gercor.faq.security.SignedIn;
import fr.gercor.faq.source.SourceFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Drafts, what they would change, and the versions that serve. */
@Controller
@RequestMapping("/console/corrections")
class MendController {

    private static final String LIST = "redirect:/console/corrections";
    private static final int CHANGES_SHOWN = 200;

    private final Mends mends;
    private final Looks looks;
    private final Clock clock;

    MendController(Mends mends, Looks looks, Clock clock) {
        this.mends = mends;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model, @AuthenticationPrincipal @Nullable SignedIn principal) {
        model.addAttribute("me", Who.is(principal));
        model.addAttribute("mends", mends.all());
        return "console/mends";
    }

    @GetMapping("/{id:\\d+}")
    String one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal @Nullable SignedIn principal,
            Model model) {
        Mend mend = mend(id);
        model.addAttribute("mend", mend);
        model.addAttribute("files", mends.difference(mend));
        model.addAttribute("message", outcome);
        progress(mend, principal, model);
        return "console/mend";
    }

    /** The part of the screen that htmx asks for again while a preview is under way. */
    @GetMapping("/{id:\\d+}/apercu")
    String preview(@PathVariable long id, @AuthenticationPrincipal @Nullable SignedIn principal, Model model) {
        Mend mend = mend(id);
        model.addAttribute("mend", mend);
        progress(mend, principal, model);
        return "console/mend :: trial";
    }

    private void progress(Mend mend, @Nullable SignedIn principal, Model model) {
        List<ShownChange> changes = mend.trial().flatMap(Mend.Trial::preview).stream()
                .flatMap(preview -> preview.changes().stream())
                .limit(CHANGES_SHOWN)
                .map(this::shown)
                .toList();
        if (changes.stream().anyMatch(each -> each.change().turn().isPresent())) {
            looks.at(principal, "/console/corrections/" + mend.id());
        }
        model.addAttribute("changes", changes);
        model.addAttribute("steps", Engines.TRIAL_STEPS);
        model.addAttribute(
                "seconds",
                mend.trial()
                        .map(trial -> Math.max(
                                0,
                                Duration.between(trial.askedAt(), clock.instant())
                                        .toSeconds()))
                        .orElse(0L));
    }

    private ShownChange shown(Preview.Change change) {
        return new ShownChange(
                change,
                change.turn()
                        .flatMap(turn -> mends.asked(turn.conversation(), turn.seq()))
                        .orElse(change.question()));
    }

    /**
     * A change with the words of its question.
     *
     * @param words empty once the patient or the retention has taken them away
     */
    public record ShownChange(Preview.Change change, String words) {}

    @PostMapping("/{id:\\d+}/note")
    String note(@PathVariable long id, @RequestParam String note) {
        mend(id);
        mends.note(id, note.strip());
        return LIST + "/" + id;
    }

    @PostMapping("/{id:\\d+}/retirer")
    String remove(@PathVariable long id, @RequestParam int index) {
        mend(id);
        mends.remove(id, index);
        return mends.mend(id).isPresent() ? LIST + "/" + id : LIST;
    }

    @PostMapping("/{id:\\d+}/apercu")
    String ask(@PathVariable long id) {
        mend(id);
        mends.preview(id);
        return LIST + "/" + id + "#apercu";
    }

    @PostMapping("/{id:\\d+}/apercu/arret")
    String cancel(@PathVariable long id) {
        mend(id);
        mends.cancelPreview(id);
        return LIST + "/" + id + "#apercu";
    }

    @PostMapping("/{id:\\d+}/publier")
    String publish(@PathVariable long id, @AuthenticationPrincipal @Nullable SignedIn principal) {
        mend(id);
        String outcome = mends.publish(id, Who.is(principal)).name().toLowerCase(Locale.ROOT);
        return LIST + "/" + id + "?outcome=" + outcome;
    }

    @PostMapping("/{id:\\d+}/annuler")
    String undo(@PathVariable long id, @AuthenticationPrincipal @Nullable SignedIn principal) {
        mend(id);
        return LIST + "/" + id + "?outcome=" + (mends.undo(id, Who.is(principal)) ? "undone" : "not_ready");
    }

    @PostMapping("/{id:\\d+}/supprimer")
    String discard(@PathVariable long id) {
        mend(id);
        mends.discard(id);
        return LIST;
    }

    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"intents.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            for (SourceFile file : mends.export()) {
                zip.putNextEntry(new ZipEntry("intents/" + file.path()));
                zip.write(file.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private Mend mend(long id) {
        return mends.mend(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
