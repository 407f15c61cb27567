package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.triage.Telling.Reading;
import java.util.List;

/** A rule whose signs are ready to be looked for. */
final class CompiledRule {

    private final Rule rule;
    private final List<Sign> signs;
    private final List<Sign> mentions;
    private final List<Sign> unless;

    CompiledRule(Rule rule, SignReader reader) {
        this.rule = rule;
        this.signs = reader.signs(rule.signs());
        this.mentions = reader.signs(rule.mentions());
        this.unless = reader.signs(rule.unless());
    }

    Rule rule() {
        return rule;
    }

    /** Whether one of the signs stands in the message, whatever is said about it. */
    boolean stands(Findings findings) {
        for (Sign sign : signs) {
            for (Hit hit : sign.in(findings)) {
                if (!isExcused(hit, findings)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the message says of the rule: {@code LIVE} if one sign is, {@code NOT_SO} if nothing is said of it. */
    Reading read(Message message) {
        Findings findings = message.findings();
        Reading reading = Reading.NOT_SO;
        for (Sign sign : signs) {
            for (Hit hit : sign.in(findings)) {
                if (isExcused(hit, findings)) {
                    continue;
                }
                Reading of = message.read(hit);
                if (of == Reading.LIVE) {
                    return of;
                }
                reading = of == Reading.ABOUT ? of : reading;
            }
        }
        return reading == Reading.NOT_SO && isMentioned(findings) ? Reading.ABOUT : reading;
    }

    private boolean isMentioned(Findings findings) {
        for (Sign sign : mentions) {
            if (!sign.in(findings).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcused(Hit hit, Findings findings) {
        int sentence = findings.sentence(hit.whole().from());
        for (Sign sign : unless) {
            for (Hit other : sign.in(findings)) {
                if (findings.sentence(other.whole().from()) == sentence) {
                    return true;
                }
            }
        }
        return false;
    }
}
