package fr.gercor.faq.review;

import fr.gercor.faq.review.Insights.Cell;
import fr.gercor.faq.review.Insights.Named;
import fr.gercor.faq.review.Insights.Period;
import fr.gercor.faq.review.Mend.State;
import java.time.LocalDate;
import java.util.List;

/**
 * A week on one page.
 *
 * @param period from Monday to Sunday
 * @param now the figures of the week
 * @param before those of the week before
 * @param silent the largest groups of what was not answered
 * @param pages what answered most
 * @param mends that went live in the week
 * @param tasks that somebody still has to write
 */
public record WeeklyReport(
        Period period,
        Figures now,
        Figures before,
        List<QuestionGroup> silent,
        List<Named> pages,
        List<Mend> mends,
        List<ContentTask> tasks) {

    private static final int SHOWN = 8;

    /**
     * What can be compared from week to week.
     *
     * @param millis the median time to answer; -1 where nothing was asked
     */
    public record Figures(
            long asked, long answered, long refused, long urgent, long escalated, long up, long down, double millis) {

        static Figures of(List<Cell> cells, double millis) {
            return new Figures(
                    cells.stream().mapToLong(Cell::count).sum(),
                    count(cells, "answer"),
                    count(cells, QuestionLog.REFUSED),
                    count(cells, "urgent"),
                    count(cells, "escalation"),
                    cells.stream().mapToLong(Cell::up).sum(),
                    cells.stream().mapToLong(Cell::down).sum(),
                    millis);
        }

        private static long count(List<Cell> cells, String outcome) {
            return cells.stream()
                    .filter(cell -> cell.outcome().equals(outcome))
                    .mapToLong(Cell::count)
                    .sum();
        }
    }

    /** Makes reports. */
    public static final class Maker {
        private final Insights insights;
        private final Unanswered unanswered;
        private final Mends mends;
        private final ContentTasks tasks;

        Maker(Insights insights, Unanswered unanswered, Mends mends, ContentTasks tasks) {
            this.insights = insights;
            this.unanswered = unanswered;
            this.mends = mends;
            this.tasks = tasks;
        }

        /** The report of the week that begins on {@code monday}. */
        public WeeklyReport of(LocalDate monday) {
            Period week = new Period(monday, monday.plusDays(6));
            List<Cell> cells = insights.cells(week);
            return new WeeklyReport(
                    week,
                    figures(week, cells),
                    figures(week.before(), insights.cells(week.before())),
                    unanswered.groups(week.begin(), week.end(), SHOWN).shown(),
                    Insights.pages(cells).stream().limit(SHOWN).toList(),
                    mends.all().stream()
                            .filter(mend -> mend.state() == State.PUBLISHED)
                            .filter(mend -> mend.published()
                                    .filter(step -> !step.at().isBefore(week.begin())
                                            && step.at().isBefore(week.end()))
                                    .isPresent())
                            .toList(),
                    tasks.all().stream()
                            .filter(ContentTask::isOpen)
                            .limit(SHOWN)
                            .toList());
        }

        private Figures figures(Period period, List<Cell> cells) {
            return Figures.of(cells, insights.median(period).orElse(-1.0));
        }
    }
}
