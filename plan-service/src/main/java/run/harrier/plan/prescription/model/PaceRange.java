package run.harrier.plan.prescription.model;

/** Paces to stay between; one pace when both are the same. The faster pace is the smaller figure. */
public record PaceRange(double fastestSecondsPerKm, double slowestSecondsPerKm) {

    static PaceRange at(double secondsPerKm) {
        return new PaceRange(secondsPerKm, secondsPerKm);
    }
}
