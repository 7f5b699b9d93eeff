package run.harrier.athlete.fitness.model;

/** The five training paces, from the slowest to the fastest, each with what it is for (S13). */
public enum TrainingZone {
    EASY("aerobic base, recovery, injury resistance"),
    MARATHON("sustained aerobic endurance"),
    THRESHOLD("raise the lactate threshold"),
    INTERVAL("maximise VO2max"),
    REPETITION("speed, economy, neuromuscular sharpness");

    private final String purpose;

    TrainingZone(String purpose) {
        this.purpose = purpose;
    }

    public String purpose() {
        return purpose;
    }
}
