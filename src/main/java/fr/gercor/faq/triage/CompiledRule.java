package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.triage.Circumstances.Reading;
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
    Reading read(Findings findings, Circumstances circumstances) {
        Reading reading = mentions.stream().anyMatch(sign -> !sign.in(findings).isEmpty()) ? Reading.ABOUT : Reading.NOT_SO;
        for (Sign sign : signs) {
            for (Hit hit : sign.in(findings)) {
                if (isExcused(hit, findings)) {
                    continue;
                }
                Reading of = circumstances.read(hit, findings);
                if (of == Reading.LIVE) {
                    return of;
                }
                reading = of == Reading.ABOUT ? of : reading;
            }
        }
        return reading;
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
