package fr.gercor.faq.console;

import fr.gercor.faq.conversation.ConversationSettings;
import fr.gercor.faq.review.AuditEvent;
import fr.gercor.faq.review.AuditLog;
import fr.gercor.faq.review.ConversationLog;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept and how long; and for administrators, who looked at what. */
@Controller
class PrivacyController {

    private static final int LINES = 100;
    private static final int RUNS = 10;

    private final AuditLog audit;
    private final ConversationLog log;
    private final ConversationSettings settings;

    PrivacyController(AuditLog audit, ConversationLog log, ConversationSettings settings) {
        this.audit = audit;
        this.log = log;
        this.settings = settings;
    }

    /** @param before the place in the audit log before which it is shown */
    @GetMapping("/console/confidentialite")
    String show(
            @RequestParam(name = "avant", defaultValue = "" + Long.MAX_VALUE) long before,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Staff.reader(account);
        boolean admin = account != null && account.roles().contains(Role.ADMIN);
        model.addAttribute("days", settings.retention().toDays());
        model.addAttribute("runs", log.retentionRuns(RUNS));
        model.addAttribute("admin", admin);
        if (admin) {
            List<AuditEvent> events = audit.newest(before, LINES);
            model.addAttribute("events", events);
            model.addAttribute("check", audit.check());
            model.addAttribute("next", events.size() == LINES ? events.getLast().id() : null);
        }
        return "console/privacy";
    }
}
