package fr.gercor.faq.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.evaluation.QuestionEvaluation.Result;
import fr.gercor.faq.testsupport.WholeContent;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the engine that is served is right: on the relevance table, by which weights and thresholds are set, and on as many questions
 * again that nothing is set on and nothing was written from. The floors stand beside the tables: a change that answers better raises them,
 * and shows its gain.
 */
class RelevanceTests {

    private static final Path FOLDER = Path.of("src/test/resources/relevance");

    private static List<Result> results = List.of();
    private static List<Result> unseen = List.of();
    private static final Properties FLOORS = new Properties();

    @BeforeAll
    static void answerTheTable() throws IOException {
        try (Reader in = Files.newBufferedReader(FOLDER.resolve("floors.properties"))) {
            FLOORS.load(in);
        }
        QuestionEvaluation evaluation = new QuestionEvaluation(WholeContent.trained(), Audience.PUBLIC);
        results = evaluation.judge(LabelledLines.questions(FOLDER.resolve("questions.tsv")));
        unseen = evaluation.judge(LabelledLines.questions(FOLDER.resolve("unseen.tsv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "followup", "pro", "urgent", "personal", "smalltalk", "oos"})
    void isRightAsOftenAsItsFloor(String kind) {
        holds(kind, results, result -> result.row().kind().equals(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "followup", "pro", "urgent", "personal", "smalltalk", "oos"})
    void isRightAsOftenAsItsFloorOnQuestionsThatNothingWasSetOn(String kind) {
        holds("unseen." + kind, unseen, result -> result.row().kind().equals(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"traitements"})
    void putsTheRightPageFirst(String folder) {
        Predicate<Result> asked = result -> result.row().judgedAs().equals("public")
                && result.row().expect().stream().anyMatch(page -> page.contains("/" + folder + "/"));
        holds(folder, results, asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaked"})
    void leaksNothingOfProfessionals(String floor) {
        assertThat(results).as(floor).noneMatch(result -> result.verdict().leaked());
        assertThat(unseen).as(floor).noneMatch(result -> result.verdict().leaked());
    }

    private static void holds(String name, List<Result> table, Predicate<Result> asked) {
        List<Result> rows = table.stream().filter(asked).toList();
        List<Result> wrong =
                rows.stream().filter(result -> !result.verdict().right()).toList();
        double share = 100.0 * (rows.size() - wrong.size()) / rows.size();
        double floor = Double.parseDouble(FLOORS.getProperty(name));
        System.out.printf("%s: %.1f %% right, the floor is %.1f %%%n", name, share, floor);
        assertThat(share)
                .as(() -> "wrong: "
                        + wrong.stream()
                                .map(RelevanceTests::described)
                                .collect(Collectors.joining("\n  ", "\n  ", "\n")))
                .isGreaterThanOrEqualTo(floor);
    }

    private static String described(Result result) {
        String given = result.answered().reply().passages().stream()
                .findFirst()
                .map(passage -> passage.page())
                .orElse(result.answered().reply().outcome().toString());
        return result.row().id() + " expected " + String.join("|", result.row().expect()) + ", given " + given;
    }
}
