package fr.gercor.faq.question;

/** What a language knows of its words: which exist, what they share with others, and how they sound. */
interface WordForms {

    /** Whether the language has the word. */
    boolean isWord(String form);

    /** What inflected forms of one word share. */
    String stem(String form);

    /** A code that words of one sound share; empty where the language has none. */
    String sound(String form);

    /** Whether words may be glued to an elided article or pronoun, as in « limunotherapie ». */
    boolean elides();

    /** French: LanguageTool's dictionary, light stems of lemmas, our sounds. */
    WordForms FRENCH = new WordForms() {
        private final Stemmer stemmer = Stemmer.french();

        @Override
        public boolean isWord(String form) {
            return FrenchDictionary.shared().contains(form);
        }

        @Override
        public String stem(String form) {
            return stemmer.stem(form);
        }

        @Override
        public String sound(String form) {
            return FrenchSound.of(form);
        }

        @Override
        public boolean elides() {
            return true;
        }
    };

    /** English, for measuring on public sets: only words of the vocabulary are known, stems are Krovetz's. */
    static WordForms english() {
        return new WordForms() {
            private final Stemmer stemmer = Stemmer.english();

            @Override
            public boolean isWord(String form) {
                return false;
            }

            @Override
            public String stem(String form) {
                return stemmer.stem(form);
            }

            @Override
            public String sound(String form) {
                return "";
            }

            @Override
            public boolean elides() {
                return false;
            }
        };
    }
}
