package fr.gercor.faq.console;

/** The screens of the console, in the order of its navigation; their names stand in the message files under {@code console.screen.}. */
enum Screen {
    TODAY("/console"),
    CONVERSATIONS("/console/conversations"),
    REVIEW("/console/relecture"),
    UNANSWERED("/console/sans-reponse"),
    MEND("/console/corrections"),
    INSIGHTS("/console/tendances"),
    CONTENT("/console/contenu"),
    PRIVACY("/console/confidentialite");

    private final String address;

    Screen(String address) {
        this.address = address;
    }

    /** Its address, used by templates. */
    public String getAddress() {
        return address;
    }

    /** The key of its name in the message files. */
    public String getKey() {
        return "console.screen." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
