package fr.gercor.faq.source;

import java.util.ArrayList;
import java.util.List;

/** The faults found while reading, gathered so that one reading finds them all. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(Fault fault) {
        found.add(fault);
    }

    /** Adds a fault that keeps the file from being served. */
    public void error(String file, int line, String message) {
        found.add(Fault.error(file, line, message));
    }

    /** Adds a fault with which the file is still served. */
    public void warning(String file, int line, String message) {
        found.add(Fault.warning(file, line, message));
    }

    public void addAll(Faults others) {
        found.addAll(others.found);
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }

    public List<Fault> errors() {
        return found.stream().filter(Fault::isError).toList();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Fault::isError);
    }
}
