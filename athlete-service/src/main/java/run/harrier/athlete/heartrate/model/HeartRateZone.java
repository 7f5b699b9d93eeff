package run.harrier.athlete.heartrate.model;

/** A range of heart rates; both ends belong to it. */
public record HeartRateZone(Name name, int lowestBpm, int highestBpm) {
    /** From the slowest to the fastest. S3 defines the one named easy. */
    public enum Name {
        RECOVERY,
        EASY,
        MODERATE,
        HARD,
        VERY_HARD
    }
}
