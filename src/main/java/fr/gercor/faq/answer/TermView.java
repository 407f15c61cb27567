package fr.gercor.faq.answer;

import fr.gercor.faq.question.FunctionWords;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.List;

/** The ways in which a text is looked at when it is compared with another; function words are left out of all. */
enum TermView {
    STEMS {
        @Override
        List<String> ofContent(List<Token> tokens) {
            return tokens.stream().map(Token::stem).toList();
        }
    },
    FORMS {
        @Override
        List<String> ofContent(List<Token> tokens) {
            return tokens.stream().map(Token::form).toList();
        }
    },
    /** The character 3-, 4- and 5-grams of each word, its beginning and its end marked. */
    GRAMS {
        @Override
        List<String> ofContent(List<Token> tokens) {
            List<String> grams = new ArrayList<>();
            for (Token token : tokens) {
                String word = "<" + token.form() + ">";
                for (int length = 3; length <= 5; length++) {
                    for (int i = 0; i + length <= word.length(); i++) {
                        grams.add(word.substring(i, i + length));
                    }
                }
            }
            return grams;
        }
    };

    abstract List<String> ofContent(List<Token> tokens);

    List<String> of(List<Token> tokens) {
        return ofContent(tokens.stream()
                .filter(token -> !FunctionWords.contains(token.form()))
                .toList());
    }
}
