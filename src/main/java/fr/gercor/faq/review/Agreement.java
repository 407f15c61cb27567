package fr.gercor.faq.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far two readers of the same replies agree.
 *
 * @param replies read twice
 * @param agreed of them, judged alike
 * @param kappa Cohen's: 1 where they agree always, 0 where no more than by chance; empty where nothing was read twice or chance alone
 *     would make them agree always
 */
public record Agreement(int replies, int agreed, Optional<Double> kappa) {

    /**
     * Two readers' verdicts on one reply.
     *
     * @param first of the one who read it first
     * @param second of the one who read it next
     */
    public record Pair(Verdict first, Verdict second) {}

    /** Cohen (1960): observed agreement, less what chance gives, as a share of what chance leaves. */
    public static Agreement of(List<Pair> pairs) {
        Map<Verdict, Integer> firsts = new EnumMap<>(Verdict.class);
        Map<Verdict, Integer> seconds = new EnumMap<>(Verdict.class);
        int agreed = 0;
        for (Pair pair : pairs) {
            firsts.merge(pair.first(), 1, Integer::sum);
            seconds.merge(pair.second(), 1, Integer::sum);
            agreed += pair.first() == pair.second() ? 1 : 0;
        }
        double total = pairs.size();
        double byChance = 0;
        for (Verdict verdict : Verdict.values()) {
            byChance += firsts.getOrDefault(verdict, 0) / total * (seconds.getOrDefault(verdict, 0) / total);
        }
        // Not a number where there is no pair: that is not less than one either.
        Optional<Double> kappa =
                byChance < 1 ? Optional.of((agreed / total - byChance) / (1 - byChance)) : Optional.empty();
        return new Agreement(pairs.size(), agreed, kappa);
    }
}
