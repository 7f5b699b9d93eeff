package run.harrier.plan.generation.model;

import java.util.Locale;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/** Why a plan that was written cannot be given, in words for the athlete: what the request would need. */
final class Refusals {
    private Refusals() {}

    static String text(CertificateEntry entry, PlanRequest request, AthleteFacts athlete) {
        var goal = request.goal();
        if (goal == null) {
            return "No plan keeps to this: " + entry.text();
        }
        var demand = PlanPolicy.USUAL.race(goal.distanceMetres());
        double now = request.currentWeeklyDistanceMetres(athlete) / 1000;
        return switch (entry.rule()) {
            case "D25" ->
                String.format(
                        Locale.ROOT,
                        "A %s needs a long run of %.0f km or %d min and a week of %.0f km before the taper; from %.0f km a week"
                                + " and a longest run of %.0f min there is not enough time for that",
                        goal.name(),
                        demand.longest(athlete.level()).metres() / 1000,
                        demand.longest(athlete.level()).minutes(),
                        demand.highestWeekMetres(athlete.level()) / 1000,
                        now,
                        ResolvedRequest.longestRunSeconds(athlete) / 60);
            case "S21", "D2" ->
                "Too much of the running would be hard: the weeks are too small for the race and the faster days";
            case "D4", "S53", "S54" ->
                String.format(
                        Locale.ROOT,
                        "The given days cannot hold a steady build-up from %.0f km a week: a week would fall or jump too much",
                        now);
            case "D26" -> "The long run would have to grow faster, or take more of the week, than is safe";
            case "S45" -> "The days before the race are too few for a taper that falls evenly";
            case "D33" -> "The hours of a week are too few";
            default -> "No plan keeps to this: " + entry.text();
        };
    }
}
