package fr.gercor.faq.content;

import java.util.List;
import java.util.Optional;

/**
 * What sorts the page of a regimen or a trial among its like; every value is stated by the page itself, and what it doesn't state is
 * left out.
 *
 * @param organs where the cancer began
 * @param lines when it is given: « première ligne », « adjuvant »
 * @param drugs that it is made of
 * @param sponsors who promoted the trials
 * @param cycleDays the length of its cycle in days; empty where it has none, or several
 */
public record Protocol(
        List<String> organs,
        List<String> lines,
        List<String> drugs,
        List<String> sponsors,
        Optional<Integer> cycleDays) {

    public Protocol {
        organs = List.copyOf(organs);
        lines = List.copyOf(lines);
        drugs = List.copyOf(drugs);
        sponsors = List.copyOf(sponsors);
    }
}
