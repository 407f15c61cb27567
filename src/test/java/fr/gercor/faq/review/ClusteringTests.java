package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.review.Clustering.Cluster;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ClusteringTests {

    private static final Logger LOG = LoggerFactory.getLogger(ClusteringTests.class);

    private static final List<String> TAXI = List.of(
            "est-ce que la sécu rembourse le taxi",
            "remboursement du taxi",
            "le taxi est-il remboursé ?",
            "mon taxi sera-t-il remboursé par la sécu");
    private static final List<String> DIVING = List.of(
            "puis-je faire de la plongée sous-marine",
            "la plongée sous-marine est-elle permise",
            "plongée sous marine possible ?");
    private static final List<String> CHEESE = List.of("quel fromage avec ce vin");

    private final Clustering clustering = new Clustering(TinyEngine.shared().analyser());

    @Test
    void gathersWhatMeansTheSameAndKeepsTheRestApart() {
        List<Cluster> clusters = clustering.gather(together());

        assertThat(clusters).hasSize(3);
        assertThat(clusters.get(0).members()).containsExactlyInAnyOrderElementsOf(TAXI);
        assertThat(clusters.get(1).members()).containsExactlyInAnyOrderElementsOf(DIVING);
        assertThat(clusters.get(2).members()).isEqualTo(CHEESE);
        assertThat(clusters).allSatisfy(cluster -> assertThat(cluster.central())
                .isEqualTo(cluster.members().getFirst()));
    }

    @Test
    void givesTheSameGroupsWhateverTheOrder() {
        List<Cluster> clusters = clustering.gather(together());
        for (int seed = 0; seed < 5; seed++) {
            List<String> shuffled = new ArrayList<>(together());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(clustering.gather(shuffled)).isEqualTo(clusters);
        }
    }

    @Test
    void countsAQuestionAsOftenAsItWasAsked() {
        List<Cluster> clusters = clustering.gather(List.of("Le taxi ?", "le taxi ?", "LE TAXI ?"));

        assertThat(clusters).singleElement().satisfies(cluster -> assertThat(cluster.members())
                .containsExactlyInAnyOrder("Le taxi ?", "le taxi ?", "LE TAXI ?"));
    }

    @Test
    void gathersWhatHoldsNoWordThatCarriesMeaning() {
        assertThat(clustering.gather(List.of("et alors ?", "…", "?", ""))).isNotEmpty();
        assertThat(clustering.gather(List.of())).isEmpty();
    }

    /** In the time of a processor, not of a wall: the machine may be shared. */
    @Test
    @Tag("timed")
    void gathersTenThousandQuestionsInFiveSeconds() {
        List<String> questions = new CatalogueReader()
                .read(SourceFolder.read(Path.of("intents"))).intents().stream()
                        .flatMap(intent -> intent.utterances().stream())
                        .limit(10_000)
                        .toList();
        assertThat(questions).hasSize(10_000);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        List<Cluster> clusters = clustering.gather(questions);
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);

        assertThat(clusters.stream()
                        .mapToInt(cluster -> cluster.members().size())
                        .sum())
                .isEqualTo(10_000);
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }

    /** What a busy fortnight refuses; the bound is thrice the bar, since the machine may be shared. */
    @Test
    @Tag("timed")
    void gathersFiveThousandQuestionsWhileSomebodyWaits() {
        List<String> questions = new CatalogueReader()
                .read(SourceFolder.read(Path.of("intents"))).intents().stream()
                        .flatMap(intent -> intent.utterances().stream())
                        .limit(5_000)
                        .toList();
        long start = System.nanoTime();
        clustering.gather(questions);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        LOG.info("5,000 questions gathered in {} ms", taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(15));
    }

    private static List<String> together() {
        List<String> all = new ArrayList<>(TAXI);
        all.addAll(DIVING);
        all.addAll(CHEESE);
        return all;
    }
}
