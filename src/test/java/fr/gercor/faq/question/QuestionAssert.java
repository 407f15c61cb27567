package fr.gercor.faq.question;

import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions in the words of those who read questions. */
final class QuestionAssert extends AbstractAssert<QuestionAssert, Question> {

    QuestionAssert(Question question) {
        super(question, QuestionAssert.class);
    }

    /** The words as they are understood, in order. */
    QuestionAssert isReadAs(String... words) {
        Assertions.assertThat(actual.tokens()).extracting(Token::form).containsExactly(words);
        return this;
    }

    /** The words that the lexicon adds, each counting for less than what was said. */
    QuestionAssert alsoMeans(String... words) {
        Assertions.assertThat(actual.expansions()).extracting(Token::form).containsExactly(words);
        Assertions.assertThat(actual.expansions()).allMatch(Token::added);
        return this;
    }

    /** What was mended, each « typed → read ». */
    QuestionAssert mends(String... corrections) {
        Assertions.assertThat(actual.corrections())
                .extracting(correction -> correction.typed() + " → " + correction.read())
                .containsExactly(corrections);
        return this;
    }

    QuestionAssert mendsNothing() {
        return mends();
    }

    QuestionAssert isIn(String language) {
        Assertions.assertThat(actual.language()).isEqualTo(language);
        return this;
    }

    QuestionAssert namesThePages(String... pages) {
        Assertions.assertThat(actual.pages()).containsExactlyInAnyOrderElementsOf(Arrays.asList(pages));
        return this;
    }
}
