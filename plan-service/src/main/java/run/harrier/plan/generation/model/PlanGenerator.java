package run.harrier.plan.generation.model;

/** Decides on a wish. Pure: no I/O, no clock, no chance; the same wish and athlete give the same plan. */
public final class PlanGenerator {

    private PlanGenerator() {}

    public static PlanDecision decide(PlanWish wish, AthleteFacts athlete) {
        return new PlanDecision.Refused("S1", "", "Not planned yet", "", null);
    }
}
