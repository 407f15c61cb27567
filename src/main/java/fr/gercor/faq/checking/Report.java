package fr.gercor.faq.checking;

import fr.gercor.faq.source.Fault;
import java.util.List;

/**
 * What was found.
 *
 * @param faults by file, then by line
 * @param counts of what could be read
 */
public record Report(List<Fault> faults, Counts counts) {

    public Report {
        faults = List.copyOf(faults);
    }

    public long errors() {
        return faults.stream().filter(Fault::isError).count();
    }

    public long warnings() {
        return faults.size() - errors();
    }
}
