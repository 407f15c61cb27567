package fr.gercor.faq.professional;

import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Line;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.professional.DayReader.Days;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of drugs drawn on a calendar: a row per drug, a column per day of the cycle. A regimen of which one row is not understood
 * is left out, and where that row is of the protocol itself nothing is drawn: the table alone stands then.
 *
 * @param regimens in the table's order
 */
record CycleStrip(List<Regimen> regimens) {

    /** The section of the table, and the columns that are read: what it is, how much, when, how long. */
    static final String SECTION = "doses";

    private static final int DRUG = 0;
    private static final int DOSE = 1;
    private static final int DAY = 3;
    private static final int DURATION = 4;

    private static final int HOURS_OF_A_DAY = 24;

    /**
     * Drugs that are given together.
     *
     * @param name as the table puts it in brackets; empty where it puts none
     * @param length of the cycle in days
     * @param rows in the table's order
     */
    record Regimen(String name, int length, List<Row> rows) {

        /** The days of the cycle, from 1. */
        public List<Integer> days() {
            return IntStream.rangeClosed(1, length).boxed().toList();
        }
    }

    /**
     * A drug.
     *
     * @param drug as the table has it
     * @param dose as the table has it
     * @param stated the days, as the table has them
     * @param days on which it is given
     * @param running the days on which an infusion that began before still runs
     */
    record Row(String drug, String dose, String stated, Days days, Set<Integer> running) {

        Row {
            running = Set.copyOf(running);
        }

        /** Whether it is given on {@code day}, or begun. */
        public boolean on(int day) {
            return days.hold(day) && !runs(day);
        }

        /** Whether it was begun before {@code day} and runs on. */
        public boolean runs(int day) {
            return running.contains(day);
        }
    }

    CycleStrip {
        regimens = List.copyOf(regimens);
    }

    /** The strip of a protocol; empty where its table can't be drawn with certainty. */
    static Optional<CycleStrip> of(Page page, DayReader reader) {
        Optional<Block.Table> table = table(page);
        if (table.isEmpty() || table.get().headers().size() <= DAY) {
            return Optional.empty();
        }
        Set<String> own = page.topics().stream()
                .map(ClinicalWords::folded)
                .collect(Collectors.toCollection(java.util.HashSet::new));
        own.add("");
        Optional<Integer> cycle = page.protocol().flatMap(protocol -> protocol.cycleDays());
        Map<String, List<List<Line>>> groups = new LinkedHashMap<>();
        table.get().rows().forEach(row -> groups.computeIfAbsent(
                        regimenOf(row.get(DRUG).text()), ignored -> new ArrayList<>())
                .add(row));
        List<Regimen> regimens = new ArrayList<>();
        for (Map.Entry<String, List<List<Line>>> group : groups.entrySet()) {
            Optional<Regimen> regimen = regimen(group.getKey(), group.getValue(), cycle, reader);
            if (regimen.isPresent()) {
                regimens.add(regimen.get());
            } else if (own.contains(ClinicalWords.folded(group.getKey()))) {
                return Optional.empty();
            }
        }
        return regimens.isEmpty() ? Optional.empty() : Optional.of(new CycleStrip(regimens));
    }

    /** The table of a protocol's drugs. */
    static Optional<Block.Table> table(Page page) {
        return page.section(SECTION).stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst();
    }

    /** What « Gemcitabine (GEMOX adjuvant, PRODIGE 12) » belongs to: the words in its brackets, up to a comma. */
    static String regimenOf(String drug) {
        int open = drug.indexOf('(');
        int close = drug.indexOf(')', open);
        return open < 0 || close < 0
                ? ""
                : drug.substring(open + 1, close).split(",")[0].strip();
    }

    private static Optional<Regimen> regimen(
            String name, List<List<Line>> rows, Optional<Integer> cycle, DayReader reader) {
        List<Row> read = new ArrayList<>();
        Set<Integer> lengths = new TreeSet<>();
        for (List<Line> row : rows) {
            Optional<Days> days = reader.read(row.get(DAY).text());
            if (days.isEmpty()) {
                return Optional.empty();
            }
            days.get().cycle().or(() -> cycle).ifPresent(lengths::add);
            int hours = row.size() > DURATION ? reader.hours(row.get(DURATION).text()) : 0;
            read.add(new Row(
                    row.get(DRUG).text(),
                    row.get(DOSE).text(),
                    row.get(DAY).text(),
                    days.get(),
                    running(days.get(), hours)));
        }
        if (lengths.size() != 1) {
            return Optional.empty();
        }
        int length = lengths.iterator().next();
        boolean fits = read.stream().allMatch(row -> row.days().last() <= length)
                && cycle.filter(days -> days != length).isEmpty();
        return fits ? Optional.of(new Regimen(name, length, read)) : Optional.empty();
    }

    /**
     * The days on which an infusion still runs: one of 46 hours that begins on J1 runs on J2 and J3, whether the table says « J1 »
     * or « J1 à J3 ». One that lasts less than a day belongs to the day that the table gives it.
     */
    private static Set<Integer> running(Days days, int hours) {
        Set<Integer> running = new TreeSet<>();
        if (hours < HOURS_OF_A_DAY) {
            return running;
        }
        int more = Math.ceilDiv(hours, HOURS_OF_A_DAY);
        for (int first : days.days()) {
            int last = first;
            while (days.days().contains(last + 1)) {
                last++;
            }
            boolean begins = !days.days().contains(first - 1);
            if (begins && (last == first || last == first + more)) {
                IntStream.rangeClosed(first + 1, first + more).forEach(running::add);
            }
        }
        return running;
    }
}
