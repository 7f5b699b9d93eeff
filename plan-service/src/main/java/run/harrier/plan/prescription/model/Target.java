package run.harrier.plan.prescription.model;

/**
 * What a step aims at, without a pace: the pace is resolved from the fitness in force when the session is read
 * (D17), so a new result re-paces every future session and touches none.
 */
public sealed interface Target {

    /** One of the five training zones. */
    record InZone(Zone zone) implements Target {}

    /**
     * The athlete's pace over a race distance, so many seconds per kilometre slower (or, negative, faster).
     *
     * @param offsetSecondsPerKm 0 for the race pace itself
     */
    record AtRacePace(double raceDistanceMetres, double offsetSecondsPerKm) implements Target {
        public AtRacePace {
            if (!(raceDistanceMetres > 0) || !Double.isFinite(raceDistanceMetres)) {
                throw new IllegalArgumentException("race distance must be positive, not " + raceDistanceMetres);
            }
        }
    }

    static Target zone(Zone zone) {
        return new InZone(zone);
    }

    static Target racePace(double raceDistanceMetres) {
        return new AtRacePace(raceDistanceMetres, 0);
    }

    default boolean isZone(Zone zone) {
        return this instanceof InZone in && in.zone() == zone;
    }
}
