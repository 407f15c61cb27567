package fr.gercor.faq.console;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.review.AuditEvent.Action;
import fr.gercor.faq.review.AuditLog;
import fr.gercor.faq.review.ConversationLog;
import fr.gercor.faq.review.Export;
import fr.gercor.faq.review.Export.Format;
import fr.gercor.faq.review.Filter;
import fr.gercor.faq.review.Label;
import fr.gercor.faq.review.Listing;
import fr.gercor.faq.review.Place;
import fr.gercor.faq.review.Reader;
import fr.gercor.faq.review.Reviews;
import fr.gercor.faq.review.SavedViews;
import fr.gercor.faq.review.SavedViews.SavedView;
import fr.gercor.faq.review.State;
import fr.gercor.faq.security.SignedIn;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriUtils;

/** The list of what was asked: found, kept, labelled and taken away. */
@Controller
class ConversationsController {

    private static final int PAGE = 50;
    private static final String ADDRESS = "/console/conversations";

    private final ConversationLog log;
    private final Reviews reviews;
    private final SavedViews views;
    private final Export export;
    private final AuditLog audit;
    private final Looks looks;
    private final Engines engines;

    ConversationsController(
            ConversationLog log,
            Reviews reviews,
            SavedViews views,
            Export export,
            AuditLog audit,
            Looks looks,
            Engines engines) {
        this.log = log;
        this.reviews = reviews;
        this.views = views;
        this.export = export;
        this.audit = audit;
        this.looks = looks;
        this.engines = engines;
    }

    @GetMapping(ADDRESS)
    String list(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Filter filter = FilterAddress.read(parameters);
        String audited = FilterAddress.audited(filter);
        looks.at(account, audited.isEmpty() ? ADDRESS : ADDRESS + "?" + audited);
        Listing listing = log.list(filter, Place.of(parameters.getOrDefault("avant", "")), PAGE);
        String query = FilterAddress.write(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("beside", FilterAddress.Beside.of(filter));
        model.addAttribute("query", query);
        model.addAttribute("and", query.isEmpty() ? "?" : "?" + query + "&");
        model.addAttribute("filtered", !query.isEmpty() && !query.matches("q=[^&]*"));
        model.addAttribute("listing", listing);
        model.addAttribute("next", listing.next().map(Place::written).orElse(""));
        model.addAttribute("first", !parameters.containsKey("avant"));
        model.addAttribute("views", views.of(Staff.reader(account)));
        model.addAttribute("reviewers", reviews.reviewers());
        model.addAttribute(
                "outcomes", Stream.of(Outcome.values()).map(FilterAddress::key).toList());
        model.addAttribute("voices", keys(RuleBook.Kind.values()));
        model.addAttribute("states", keys(State.values()));
        model.addAttribute("labels", List.of(Label.values()));
        model.addAttribute(
                "pages",
                engines.current().content().pages().stream().map(Page::id).toList());
        model.addAttribute(
                "intents",
                engines.current().catalogue().intents().stream().map(Intent::id).toList());
        return "console/conversations";
    }

    private static List<String> keys(Enum<?>[] values) {
        return Stream.of(values).map(FilterAddress::key).toList();
    }

    /** Sticks a label on a question, or takes it off. */
    @PostMapping(ADDRESS + "/questions/{ref}/etiquettes")
    String label(
            @PathVariable long ref,
            @RequestParam(name = "etiquette") String key,
            @RequestParam(name = "retour", defaultValue = "") String query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Label label = FilterAddress.constant(Label.class, key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (log.turns(List.of(ref)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        reviews.toggle(ref, label, Staff.reader(account));
        if (!htmx) {
            return "redirect:" + address(query) + "#q-" + ref;
        }
        model.addAttribute(
                "turn",
                log.turns(List.of(ref)).stream()
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("labels", List.of(Label.values()));
        model.addAttribute("query", query);
        return "console/parts :: row";
    }

    /** Written anew, so that nobody is led elsewhere by what stands in the form. */
    private static String address(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                parameters.put(pair[0], UriUtils.decode(pair[1].replace('+', ' '), StandardCharsets.UTF_8));
            }
        }
        String written = FilterAddress.write(FilterAddress.read(parameters));
        return written.isEmpty() ? ADDRESS : ADDRESS + "?" + written;
    }

    @PostMapping(ADDRESS + "/vues")
    String save(
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal @Nullable SignedIn account) {
        String query = FilterAddress.write(FilterAddress.read(parameters));
        views.save(Staff.reader(account), new SavedView(name.strip(), query));
        return "redirect:" + ADDRESS + (query.isEmpty() ? "" : "?" + query);
    }

    @PostMapping(ADDRESS + "/vues/retrait")
    String remove(@RequestParam(name = "nom") String name, @AuthenticationPrincipal @Nullable SignedIn account) {
        views.remove(Staff.reader(account), name);
        return "redirect:" + ADDRESS;
    }

    @GetMapping(ADDRESS + ".csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal @Nullable SignedIn account) {
        return file(Format.CSV, "conversations.csv", "text/csv", parameters, Staff.reader(account));
    }

    @GetMapping(ADDRESS + ".jsonl")
    ResponseEntity<StreamingResponseBody> jsonLines(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal @Nullable SignedIn account) {
        return file(Format.JSON_LINES, "conversations.jsonl", "application/jsonl", parameters, Staff.reader(account));
    }

    private ResponseEntity<StreamingResponseBody> file(
            Format format, String name, String type, Map<String, String> parameters, Reader reader) {
        Filter filter = FilterAddress.read(parameters);
        audit.add(reader, Action.EXPORT, FilterAddress.audited(filter), FilterAddress.key(format));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(stream -> {
                    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    export.write(filter, format, out);
                    out.flush();
                });
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Void> refused() {
        return ResponseEntity.badRequest().build();
    }
}
