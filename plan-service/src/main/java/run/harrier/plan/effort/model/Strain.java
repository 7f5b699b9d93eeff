package run.harrier.plan.effort.model;

/** An effort in words, for when terrain, weather, fatigue or life spoil the pace (S9). */
public enum Strain {
    EASY("Controlled, conversational, little strain: you could go on for a long time."),
    MODERATE("Purposeful but sustainable: work that you could hold."),
    HARD("Clearly demanding, and limited in time.");

    private final String text;

    Strain(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
