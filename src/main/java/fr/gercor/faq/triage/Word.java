package fr.gercor.faq.triage;

import fr.gercor.faq.question.Token;

/** A word of a sign, and which words of a message it stands for. */
sealed interface Word {

    /** @param sound of the token; empty unless the token is a word that nobody knows */
    boolean matches(Token token, String sound);

    /** A short word, as it is written. */
    record Exact(String form) implements Word {
        @Override
        public boolean matches(Token token, String sound) {
            return token.form().equals(form);
        }
    }

    /** A word in all its forms, and unknown words that sound like it. */
    record Inflected(String form, String stem, String sound) implements Word {
        @Override
        public boolean matches(Token token, String otherSound) {
            return token.form().equals(form)
                    || token.stem().equals(stem)
                    || (!sound.isEmpty() && sound.equals(otherSound));
        }
    }

    /** Every word that begins so. */
    record Beginning(String form) implements Word {
        @Override
        public boolean matches(Token token, String sound) {
            return token.form().startsWith(form);
        }
    }

    /** Every number from the one to the other, both within. */
    record Range(double least, double most) implements Word {
        @Override
        public boolean matches(Token token, String sound) {
            if (!Character.isDigit(token.form().charAt(0))) {
                return false;
            }
            double value = Double.parseDouble(token.form().replace(',', '.'));
            return value >= least && value <= most;
        }
    }
}
