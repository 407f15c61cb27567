package fr.gercor.faq.triage;

import fr.gercor.faq.triage.Telling.Reading;
import org.jspecify.annotations.Nullable;

/** One message under triage; how it tells what it tells is only looked for once a sign is found, which is seldom. */
final class Message {

    private final Findings findings;
    private final Circumstances circumstances;
    private @Nullable Telling telling;

    Message(Findings findings, Circumstances circumstances) {
        this.findings = findings;
        this.circumstances = circumstances;
    }

    Findings findings() {
        return findings;
    }

    Reading read(Hit hit) {
        if (telling == null) {
            telling = circumstances.in(findings);
        }
        return telling.read(hit);
    }
}
