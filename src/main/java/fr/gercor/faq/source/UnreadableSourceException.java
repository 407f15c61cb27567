package fr.gercor.faq.source;

import java.util.List;
import java.util.stream.Collectors;

/** The folder holds files that can't be served; the message lists them all. */
public class UnreadableSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults at least one, each with its file and line */
    public UnreadableSourceException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
