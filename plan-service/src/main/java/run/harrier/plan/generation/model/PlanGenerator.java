package run.harrier.plan.generation.model;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.certificate.model.Certificate;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.generation.request.model.Refusal;
import run.harrier.plan.generation.request.model.RequestPolicy;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.BeginnerBasePlan;
import run.harrier.plan.generation.schedule.model.RacePlan;

/**
 * Decides on a request. Pure: no I/O, no clock, no chance; the same request and athlete give the same plan. A plan leaves
 * here only with a certificate that holds, but for what the coach overrode; a refusal's suggestion has been planned
 * before it is made.
 */
public final class PlanGenerator {

    /** Enough to mend every field and to move a race through a year week by week. */
    private static final int MOST_MENDINGS = 80;

    /** As it is usual first; then faster to the volume the race needs, with fewer hard sessions, with less volume. */
    static final List<RacePlan.Variant> VARIANTS = List.of(
            new RacePlan.Variant(false, 0, 1),
            new RacePlan.Variant(true, 0, 1),
            new RacePlan.Variant(false, 1, 1),
            new RacePlan.Variant(true, 1, 1.03),
            new RacePlan.Variant(true, 0, 1.06),
            new RacePlan.Variant(false, 0, 0.95),
            new RacePlan.Variant(false, 2, 0.97),
            new RacePlan.Variant(false, 3, 0.93),
            new RacePlan.Variant(false, 4, 0.9));

    private PlanGenerator() {}

    public static PlanDecision decide(PlanRequest request, AthleteFacts athlete) {
        return switch (attempt(request, athlete)) {
            case Planned planned -> new PlanDecision.Generated(planned.plan());
            case Against against -> refused(request, athlete, against.refusal());
        };
    }

    private sealed interface Attempt {}

    private record Planned(GeneratedPlan plan) implements Attempt {}

    private record Against(Refusal refusal) implements Attempt {}

    private static Attempt attempt(PlanRequest request, AthleteFacts athlete) {
        Optional<Refusal> refusal = RequestPolicy.refuse(request, athlete);
        if (refusal.isPresent()) {
            return new Against(refusal.get());
        }
        return request.kind() == PlanKind.RACE
                ? race(request, athlete)
                : certified(BeginnerBasePlan.of(request, athlete), request, athlete);
    }

    /** The first of the coach's ways to write it whose certificate holds; else what the first one breaks. */
    private static Attempt race(PlanRequest request, AthleteFacts athlete) {
        ResolvedRequest resolved = ResolvedRequest.of(request, athlete);
        Periodisation phases = Periodisation.of(
                        request.start(),
                        resolved.goal().date(),
                        resolved.goal().distanceMetres(),
                        resolved.baseDone())
                .orElseThrow();
        Against first = null;
        Planned best = null;
        int leastYielded = Integer.MAX_VALUE;
        for (var variant : VARIANTS) {
            switch (certified(RacePlan.of(resolved, phases, variant), request, athlete)) {
                case Planned planned -> {
                    int yielded = Yielding.weight(planned.plan().certificate());
                    if (yielded == 0) {
                        return planned;
                    }
                    if (yielded < leastYielded) {
                        best = planned;
                        leastYielded = yielded;
                    }
                }
                case Against against -> first = first == null ? against : first;
            }
        }
        return best != null ? best : Objects.requireNonNull(first);
    }

    private static Attempt certified(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        List<CertificateEntry> certificate = Yielding.applied(Certificate.of(plan, request, athlete));
        for (CertificateEntry entry : certificate) {
            if (!entry.holds() && entry.override() == null && !entry.yielded()) {
                return new Against(new Refusal(
                        entry.rule(), "/goal", "No plan keeps to the rule: " + entry.text(), withMoreTime(request)));
            }
        }
        return new Planned(new GeneratedPlan(
                plan.kind(), plan.start(), plan.end(), plan.taperFrom(), plan.weeks(), certificate, plan.notes()));
    }

    /** A week more, and a shorter race where a year is not enough. */
    private static @Nullable PlanRequest withMoreTime(PlanRequest request) {
        PlanRequest.Goal goal = request.goal();
        if (goal == null) {
            return null;
        }
        if (goal.date().isBefore(request.start().plusWeeks(Periodisation.LONGEST_WEEKS - 1L))) {
            return request.withGoal(goal.on(goal.date().plusWeeks(1)));
        }
        double shorter = goal.distanceMetres() / 2;
        return shorter < 1_500 ? null : request.withGoal(new PlanRequest.Goal(shorter, goal.date(), null));
    }

    private static PlanDecision refused(PlanRequest request, AthleteFacts athlete, Refusal refusal) {
        PlanRequest possible = refusal.mended();
        String blocked = refusal.text();
        for (int i = 0; possible != null && i < MOST_MENDINGS; i++) {
            switch (attempt(possible, athlete)) {
                case Planned planned -> {
                    return new PlanDecision.Refused(
                            refusal.rule(),
                            refusal.pointer(),
                            refusal.text(),
                            differences(request, possible),
                            possible);
                }
                case Against against -> {
                    possible = against.refusal().mended();
                    blocked = against.refusal().text();
                }
            }
        }
        String first =
                blocked.equals(refusal.text()) ? "Nothing can be planned before that" : "Nothing yet: " + blocked;
        return new PlanDecision.Refused(refusal.rule(), refusal.pointer(), refusal.text(), first, null);
    }

    private static String differences(PlanRequest request, PlanRequest possible) {
        List<String> changes = new ArrayList<>();
        if (request.kind() != possible.kind()) {
            return "The beginner's base plan from " + possible.start();
        }
        if (!request.start().equals(possible.start())) {
            changes.add("start on " + possible.start());
        }
        PlanRequest.Goal goal = possible.goal();
        if (goal != null && !goal.equals(request.goal())) {
            changes.add("race " + goal.kilometres() + " on " + goal.date()
                    + (goal.durationSeconds() == null ? ", no goal time" : ""));
        }
        if (!Objects.equals(request.daysPerWeek(), possible.daysPerWeek())) {
            changes.add("run on "
                    + (possible.daysPerWeek() == null
                            ? "as many days as fit"
                            : possible.daysPerWeek() + " days a week"));
        }
        if (!request.noRunDays().equals(possible.noRunDays())) {
            changes.add(
                    possible.noRunDays().isEmpty()
                            ? "keep no day free"
                            : "keep free only "
                                    + possible.noRunDays().stream()
                                            .map(DayOfWeek::name)
                                            .collect(Collectors.joining(", ")));
        }
        if (!Objects.equals(request.longRunDay(), possible.longRunDay())) {
            changes.add("leave the day of the long run open");
        }
        if (!Objects.equals(request.qualityPerWeek(), possible.qualityPerWeek())) {
            changes.add(
                    possible.qualityPerWeek() == null
                            ? "leave the number of quality sessions open"
                            : "quality sessions a week: " + possible.qualityPerWeek());
        }
        if (!Objects.equals(request.currentWeeklyDistanceMetres(), possible.currentWeeklyDistanceMetres())) {
            changes.add("plan from the profile's weekly distance");
        }
        return "Possible: " + String.join("; ", changes);
    }
}
