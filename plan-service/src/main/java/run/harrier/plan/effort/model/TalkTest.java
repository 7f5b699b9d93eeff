package run.harrier.plan.effort.model;

/** How one can talk at an effort (S5). */
public enum TalkTest {
    SINGING("You could sing."),
    CONVERSATION("You talk without thinking of your breath."),
    SENTENCES("You speak in sentences, and would rather not."),
    SHORT_PHRASES("A few words at a time."),
    SINGLE_WORDS("One word, then a breath."),
    NO_SPEECH("You cannot speak.");

    private final String text;

    TalkTest(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
