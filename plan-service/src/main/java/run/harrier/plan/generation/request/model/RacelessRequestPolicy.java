package run.harrier.plan.generation.request.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.PlanKind;

/** Refuses a request for a plan without a race (D51) by the first rule against it. */
final class RacelessRequestPolicy {
    private static final int WALK_RUN_DAYS = 3;

    private RacelessRequestPolicy() {}

    static Optional<Refusal> refuse(PlanRequest request, AthleteFacts athlete) {
        return shape(request)
                .or(() -> request.kind() == PlanKind.WALK_RUN ? walkRun(request) : running(request, athlete));
    }

    private static Optional<Refusal> shape(PlanRequest request) {
        var kind = request.kind();
        if (request.goal() != null) {
            return refuse("D51", "/goal", "A plan of this kind leads to no race", request.withGoal(null));
        }
        int weeks = request.weeks();
        if (weeks < kind.leastWeeks() || weeks > kind.mostWeeks()) {
            return refuse(
                    "D51",
                    "/weeks",
                    "A plan of this kind has " + kind.leastWeeks() + " to " + kind.mostWeeks() + " weeks",
                    request.withOptions(
                            request.options().withWeeks(Math.clamp(weeks, kind.leastWeeks(), kind.mostWeeks()))));
        }
        boolean none = kind == PlanKind.BASE || kind == PlanKind.WALK_RUN;
        if (request.qualityPerWeek() != null && !(none && request.qualityPerWeek() == 0)) {
            return refuse(
                    "D51",
                    "/qualityPerWeek",
                    "A plan without a race has its hard sessions from its kind",
                    request.withQualityPerWeek(null));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> walkRun(PlanRequest request) {
        if (request.daysPerWeek() != null && request.daysPerWeek() != WALK_RUN_DAYS) {
            return refuse(
                    "D51",
                    "/daysPerWeek",
                    "From walking to running is three days a week",
                    request.withDaysPerWeek(WALK_RUN_DAYS));
        }
        return RaceRequestPolicy.days(request);
    }

    private static Optional<Refusal> running(PlanRequest request, AthleteFacts athlete) {
        var walkRun = request.withoutRace(PlanKind.WALK_RUN);
        if (request.currentWeeklyDistanceMetres(athlete) == 0) {
            return refuse("D51", "/kind", "An athlete who does not run yet begins with walking and running", walkRun);
        }
        var stopped = RaceRequestPolicy.volume(request, athlete)
                .or(() -> RaceRequestPolicy.days(request))
                .or(() -> RaceRequestPolicy.worthwhile(request, athlete, walkRun));
        if (stopped.isPresent() || request.kind() != PlanKind.PROGRESSION) {
            return stopped;
        }
        if (athlete.openInjury()) {
            return refuse(
                    "D34",
                    "/kind",
                    "Nothing faster through an open injury; base is possible, as far as it does not hurt",
                    request.withoutRace(PlanKind.BASE));
        }
        boolean twentyMinutes =
                ResolvedRequest.longestRunSeconds(athlete) >= 60 * ResolvedRequest.LEAST_MINUTES_FOR_PROGRESSIONS;
        return twentyMinutes
                ? Optional.empty()
                : refuse("S75", "/kind", "Progression runs are for who runs 20 minutes without stopping", walkRun);
    }

    private static Optional<Refusal> refuse(String rule, String pointer, String text, @Nullable PlanRequest mended) {
        return RequestPolicy.refusal(rule, pointer, text, mended);
    }
}
