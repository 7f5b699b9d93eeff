package run.harrier.plan.prescription.model;

import java.util.List;
import java.util.Optional;

/**
 * The paces of one fitness, in seconds per kilometre: easy is a range, the others are one pace each (S13), and the
 * equivalents say what the same fitness runs over race distances.
 *
 * @param equivalents by rising distance, at least two
 */
public record Paces(
        double easyFastestSecondsPerKm,
        double easySlowestSecondsPerKm,
        double marathonSecondsPerKm,
        double thresholdSecondsPerKm,
        double intervalSecondsPerKm,
        double repetitionSecondsPerKm,
        List<Equivalent> equivalents) {

    /** The time the same fitness gives over a distance (U25). */
    public record Equivalent(double distanceMetres, double durationSeconds) {}

    public Paces {
        if (equivalents.size() < 2) {
            throw new IllegalArgumentException("race paces need at least two equivalents");
        }
        equivalents = List.copyOf(equivalents);
    }

    /**
     * The paces a stretch asks for; empty when it is run by effort alone. A zone's pace is its limit: nothing here is
     * faster than the zone (S16).
     */
    public Optional<PaceRange> of(Step.Stretch stretch) {
        return stretch.aim().map(this::of);
    }

    public PaceRange of(Target target) {
        return switch (target) {
            case Target.InZone in -> of(in.zone());
            case Target.AtRacePace race ->
                PaceRange.at(racePaceSecondsPerKm(race.raceDistanceMetres()) + race.offsetSecondsPerKm());
        };
    }

    public PaceRange of(Zone zone) {
        return switch (zone) {
            case EASY -> new PaceRange(easyFastestSecondsPerKm, easySlowestSecondsPerKm);
            case MARATHON -> PaceRange.at(marathonSecondsPerKm);
            case THRESHOLD -> PaceRange.at(thresholdSecondsPerKm);
            case INTERVAL -> PaceRange.at(intervalSecondsPerKm);
            case REPETITION -> PaceRange.at(repetitionSecondsPerKm);
        };
    }

    /**
     * The pace over a race distance: between two equivalents time is a power of distance (a straight line in
     * logarithms, as in Riegel's formula); beyond the last ones the line goes on.
     */
    public double racePaceSecondsPerKm(double distanceMetres) {
        int right = 1;
        while (right < equivalents.size() - 1 && equivalents.get(right).distanceMetres() < distanceMetres) {
            right++;
        }
        Equivalent a = equivalents.get(right - 1);
        Equivalent b = equivalents.get(right);
        double exponent =
                Math.log(b.durationSeconds() / a.durationSeconds()) / Math.log(b.distanceMetres() / a.distanceMetres());
        double seconds = a.durationSeconds() * Math.pow(distanceMetres / a.distanceMetres(), exponent);
        return 1000 * seconds / distanceMetres;
    }
}
