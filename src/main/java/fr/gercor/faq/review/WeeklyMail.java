package fr.gercor.faq.review;

import fr.gercor.faq.review.WeeklyReport.Figures;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends the report of a week on the Monday after, once for all nodes: who writes the row sends. It holds figures only; words of
 * patients stay in the console.
 */
final class WeeklyMail {

    private static final Logger LOG = LoggerFactory.getLogger(WeeklyMail.class);

    private static final LocalTime EARLIEST = LocalTime.of(7, 0);
    private static final int MOST_TRIES = 5;

    private final WeeklyReport.Maker reports;
    private final JdbcClient jdbc;
    private final @Nullable JavaMailSender mail;
    private final MessageSource messages;
    private final MendSettings settings;
    private final Clock clock;

    WeeklyMail(
            WeeklyReport.Maker reports,
            JdbcClient jdbc,
            @Nullable JavaMailSender mail,
            MessageSource messages,
            MendSettings settings,
            Clock clock) {
        this.reports = reports;
        this.jdbc = jdbc;
        this.mail = mail;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends what is due. */
    void look() {
        ZonedDateTime now = clock.instant().atZone(Insights.PARIS);
        boolean due =
                now.getDayOfWeek() == DayOfWeek.MONDAY && !now.toLocalTime().isBefore(EARLIEST);
        Optional<String> to = settings.reportTo().filter(address -> !address.isBlank());
        if (!due || to.isEmpty() || mail == null) {
            return;
        }
        LocalDate monday = now.toLocalDate().minusWeeks(1);
        try {
            if (claim(monday)) {
                send(monday, to.get(), mail);
            }
        } catch (DataAccessException e) {
            LOG.debug("The weekly report waits for the database", e);
        }
    }

    /** Whether it is ours to send: nobody has, or it failed and is tried again. */
    private boolean claim(LocalDate monday) {
        int again = jdbc.sql("update weekly_report set state = 'claimed', tries = tries + 1, at = :at"
                        + " where monday = :monday and state = 'failed' and tries < " + MOST_TRIES)
                .param("at", MendStore.time(clock.instant()))
                .param("monday", monday)
                .update();
        if (again == 1) {
            return true;
        }
        boolean known = jdbc.sql("select count(*) from weekly_report where monday = :monday")
                        .param("monday", monday)
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            return false;
        }
        try {
            jdbc.sql("insert into weekly_report (monday, state, tries, at) values (:monday, 'claimed', 1, :at)")
                    .param("monday", monday)
                    .param("at", MendStore.time(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node sends it", e);
            return false;
        }
    }

    private void send(LocalDate monday, String to, JavaMailSender sender) {
        String state = "failed";
        try {
            WeeklyReport report = reports.of(monday);
            SimpleMailMessage message = new SimpleMailMessage();
            settings.reportFrom().ifPresent(message::setFrom);
            message.setTo(to);
            message.setSubject(
                    say("subject", report.period().from(), report.period().to()));
            message.setText(text(report));
            sender.send(message);
            state = "sent";
        } catch (MailException e) {
            LOG.warn(
                    "The weekly report could not be sent and is tried again: {}",
                    e.getClass().getName());
        } finally {
            jdbc.sql("update weekly_report set state = :state, at = :at where monday = :monday")
                    .param("state", state)
                    .param("at", MendStore.time(clock.instant()))
                    .param("monday", monday)
                    .update();
        }
    }

    private String text(WeeklyReport report) {
        Figures now = report.now();
        Figures before = report.before();
        List<String> lines = new ArrayList<>();
        lines.add(say("asked", now.asked(), before.asked()));
        lines.add(say("answered", now.answered(), before.answered()));
        lines.add(say("refused", now.refused(), before.refused()));
        lines.add(say("urgent", now.urgent(), before.urgent()));
        lines.add(say("escalated", now.escalated(), before.escalated()));
        lines.add(say("votes", now.up(), now.down()));
        lines.add(say("groups", report.silent().size()));
        lines.add(say("mends", report.mends().size()));
        lines.add(say("tasks", report.tasks().size()));
        lines.add("");
        lines.add(say("where", report.period().from().toString()));
        return String.join("\n", lines);
    }

    private String say(String key, Object... values) {
        return messages.getMessage("review.weekly." + key, values, Locale.FRENCH);
    }
}
