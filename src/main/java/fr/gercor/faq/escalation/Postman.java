package fr.gercor.faq.escalation;

import fr.gercor.faq.escalation.MailStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * Sends the mail that waits. Nothing of what was asked or answered stands in it. A mail that the server doesn't take is tried again,
 * after delays that double; it is sent once, but for a kill between the server's word and ours.
 */
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

    /** Some two hours at most between tries: a server that is back is found on the same day. */
    private static final int MOST_DOUBLINGS = 7;

    private final EscalationStore store;
    private final MailStore mails;
    private final Vault vault;
    private final Wording wording;
    private final Supplier<Optional<MailSender>> sender;
    private final Optional<String> publicUrl;
    private final Optional<String> from;
    private final Clock clock;
    private final Lock round = new ReentrantLock();

    /**
     * @param sender empty where no mail server is named: mail waits until there is one
     * @param publicUrl the service's own address, for links; without it a mail says where to go in words
     * @param from the sender; empty for the mail server's own
     */
    Postman(
            EscalationStore store,
            MailStore mails,
            Vault vault,
            Wording wording,
            Supplier<Optional<MailSender>> sender,
            Optional<String> publicUrl,
            Optional<String> from,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.vault = vault;
        this.wording = wording;
        this.sender = sender;
        this.publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        this.from = from;
        this.clock = clock;
    }

    /** One round: tries every mail whose turn it is. */
    void run() {
        Optional<MailSender> server = sender.get();
        if (server.isEmpty() || !round.tryLock()) {
            return;
        }
        try {
            for (Optional<Waiting> next = claim(); next.isPresent(); next = claim()) {
                send(server.get(), next.get());
            }
        } finally {
            round.unlock();
        }
    }

    private Optional<Waiting> claim() {
        return store.inTransaction(() -> {
            Instant now = clock.instant();
            Optional<Waiting> next = mails.lockNext(now);
            next.ifPresent(mail -> mails.tryAgainAt(
                    mail.id(), now.plus(FIRST_DELAY.multipliedBy(1L << Math.min(mail.tries(), MOST_DOUBLINGS)))));
            return next;
        });
    }

    private void send(MailSender server, Waiting mail) {
        try {
            server.send(message(mail));
        } catch (MailException | IllegalStateException e) {
            // The message of the exception may hold the address.
            LOG.warn(
                    "A mail could not be sent, and will be tried again: {}",
                    e.getClass().getName());
            return;
        }
        mails.sent(mail.id(), clock.instant());
    }

    private SimpleMailMessage message(Waiting mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        from.ifPresent(message::setFrom);
        message.setTo(vault.open(mail.recipient()));
        switch (mail.kind()) {
            case REPLY -> {
                message.setSubject(wording.say("mail.reply.subject"));
                message.setText(wording.say("mail.reply.text", place("/suivi", "mail.reply.place")));
            }
            case REMINDER -> {
                message.setSubject(wording.say("mail.reminder.subject"));
                message.setText(wording.say(
                        "mail.reminder.text", mail.questions(), place("/pro/questions", "mail.reminder.place")));
            }
        }
        return message;
    }

    private String place(String path, String inWords) {
        return publicUrl.map(url -> url + path).orElseGet(() -> wording.say(inWords));
    }

    /** Whether a mail server is named. */
    boolean hasServer() {
        return sender.get().isPresent();
    }
}
