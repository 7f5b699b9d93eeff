package run.harrier.plan.generation.model;

import java.util.Locale;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/**
 * Why a plan that was written cannot be given, in words for the athlete: what the request would need. Every rule that may
 * not yield (D56) has its sentence.
 */
final class Refusals {
    private static final String OTHER = "These days and this volume allow no plan that keeps every rule of training";

    private Refusals() {}

    static String text(CertificateEntry entry, PlanRequest request, AthleteFacts athlete) {
        var goal = request.goal();
        double now = request.currentWeeklyDistanceMetres(athlete) / 1000;
        return switch (entry.rule()) {
            case "D25" -> goal == null ? OTHER : enough(goal, request, athlete, now);
            case "S21", "D2", "S10", "S14", "S22" ->
                "Too much of the running would be hard: the weeks are too small for "
                        + (goal == null ? "the faster days" : "the race and the faster days");
            case "S23", "S24", "S39", "D13" ->
                "The given days leave too little rest between the hard ones: a hard day needs easy days around it";
            case "D4", "S53", "S54", "S26", "S33" ->
                String.format(
                        Locale.ROOT,
                        "The given days cannot hold a steady build-up from %.0f km a week: a week would fall or jump too much",
                        now);
            case "D51" ->
                String.format(
                        Locale.ROOT, "The given days cannot hold this plan from %.0f km a week as it is meant", now);
            case "D26", "S34" -> "The long run would have to grow faster, or take more of the week, than is safe";
            case "S40", "S47" ->
                "There is not enough time for base, early quality, build, peak and taper, each as long as it must be";
            case "S45" -> "The days before the race are too few for a taper that falls evenly";
            case "D37" -> "The race just before needs more easy weeks than this plan has room for";
            case "D36" -> "The first race over this distance is planned on base alone, and the weeks do not allow that";
            case "D33" -> "The hours of a week are too few";
            case "S58" -> "Every test of a base must be over the same distance";
            case "S60" -> "Running 20 minutes without stopping comes first";
            case "S61", "S62", "S63" -> "The beginner's weeks need three days to run and two for strength";
            case "S73" -> "Progression runs would come more than once in two weeks";
            case "U4" -> "There are too few days to run on besides those kept free";
            case "S37", "S32" -> "The weeks are too small for any faster running";
            default -> OTHER;
        };
    }

    private static String enough(PlanRequest.Goal goal, PlanRequest request, AthleteFacts athlete, double now) {
        var demand = PlanPolicy.USUAL.race(goal.distanceMetres());
        double highest = demand.highestWeekMetres(athlete.level()) / 1000;
        return String.format(
                Locale.ROOT,
                "A %s needs a long run of %.0f km or %d min and a week of %.0f km before the taper; %s",
                goal.name(),
                demand.longest(athlete.level()).metres() / 1000,
                demand.longest(athlete.level()).minutes(),
                highest,
                shortOf(highest, request, athlete, now));
    }

    private static String shortOf(double highest, PlanRequest request, AthleteFacts athlete, double now) {
        if (request.options().limited()) {
            return "the hours of a week or the minutes of a run that were given do not hold that";
        }
        double most = PlanPolicy.USUAL.highestWhereNeeded() * now;
        return highest > most
                ? String.format(
                        Locale.ROOT,
                        "from %.0f km a week a plan grows to %.0f km at most, so more base comes first",
                        now,
                        most)
                : String.format(
                        Locale.ROOT,
                        "from %.0f km a week and a longest run of %.0f min there is not enough time for that",
                        now,
                        ResolvedRequest.longestRunSeconds(athlete) / 60);
    }
}
