package run.harrier.plan.generation.model;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.harrier.plan.generation.certificate.model.Certificate;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.generation.request.model.Refusal;
import run.harrier.plan.generation.request.model.RequestPolicy;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.PlanWithoutRace;
import run.harrier.plan.generation.schedule.model.RacePlan;
import run.harrier.plan.generation.schedule.model.RacePlan.Steady;
import run.harrier.plan.generation.start.model.BeginnerBasePlan;
import run.harrier.plan.generation.start.model.WalkRunPlan;

/**
 * Decides on a request. Pure: no I/O, no clock, no chance; the same request and athlete give the same plan. A plan leaves
 * here only with a certificate that holds, but for what the coach overrode; a refusal's suggestion has been planned
 * before it is made.
 */
public final class PlanGenerator {

    /** Hard sessions of a beginner that are left out at most, for S2. */
    private static final int MOST_FEWER = 4;

    /** Enough to mend every field. */
    private static final int MOST_MENDINGS = 20;

    /** As it is usual first; then faster to the volume the race needs, with fewer hard sessions, with less volume. */
    static final List<RacePlan.Variant> VARIANTS = List.of(
            new RacePlan.Variant(false, 0, 1, Steady.USUAL),
            new RacePlan.Variant(true, 0, 1, Steady.USUAL),
            new RacePlan.Variant(false, 0, 1, Steady.DOWN_WEEKS),
            new RacePlan.Variant(false, 0, 1, Steady.PEAK),
            new RacePlan.Variant(false, 1, 1, Steady.USUAL),
            new RacePlan.Variant(true, 1, 1.03, Steady.PEAK),
            new RacePlan.Variant(true, 0, 1.06, Steady.USUAL),
            new RacePlan.Variant(false, 0, 0.95, Steady.USUAL),
            new RacePlan.Variant(false, 2, 0.97, Steady.PEAK),
            new RacePlan.Variant(false, 3, 0.93, Steady.USUAL),
            new RacePlan.Variant(false, 4, 0.9, Steady.PEAK));

    private static final List<Double> GROWTHS = List.of(1.0, 0.97, 0.93, 0.88, 0.8);

    private static final List<RacePlan.Variant> SEARCHED = List.of(VARIANTS.get(1), VARIANTS.get(3));

    private static final double[] SHORTER_RACES = {21_097.5, 10_000, 5_000};

    private PlanGenerator() {}

    public static PlanDecision decide(PlanRequest request, AthleteFacts athlete) {
        return switch (attempt(request, athlete, VARIANTS)) {
            case Planned planned -> new PlanDecision.Generated(planned.plan());
            case Against against -> refused(request, athlete, against);
        };
    }

    /** The plan alone; empty where it is refused, without a search for what would be possible. */
    static Optional<GeneratedPlan> planned(PlanRequest request, AthleteFacts athlete) {
        return attempt(request, athlete, VARIANTS) instanceof Planned planned
                ? Optional.of(planned.plan())
                : Optional.empty();
    }

    private sealed interface Attempt {}

    private record Planned(GeneratedPlan plan) implements Attempt {}

    /** @param written the plan was written and broke a rule; else the request could not be planned at all */
    private record Against(Refusal refusal, boolean written) implements Attempt {}

    private static Attempt attempt(PlanRequest request, AthleteFacts athlete, List<RacePlan.Variant> variants) {
        Optional<Refusal> refusal = RequestPolicy.refuse(request, athlete);
        if (refusal.isPresent()) {
            return new Against(refusal.get(), false);
        }
        return switch (request.kind()) {
            case RACE -> race(request, athlete, variants);
            case BEGINNER_BASE -> best(Stream.of(BeginnerBasePlan.of(request, athlete)), request, athlete);
            case WALK_RUN -> best(Stream.of(WalkRunPlan.of(request, athlete)), request, athlete);
            case BASE, MAINTAIN, PROGRESSION -> withoutRace(request, athlete);
        };
    }

    private static Attempt withoutRace(PlanRequest request, AthleteFacts athlete) {
        var resolved = ResolvedRequest.of(request, athlete);
        return best(
                GROWTHS.stream().map(growth -> PlanWithoutRace.of(request.kind(), resolved, request.weeks(), growth)),
                request,
                athlete);
    }

    /**
     * Of the coach's ways to write it the first whose certificate holds, else the one that yields least (D56). A beginner has
     * a smaller share of hard sessions than the same request gives others (S2): where these have one a week as well, some
     * are left out.
     */
    private static Attempt race(PlanRequest request, AthleteFacts athlete, List<RacePlan.Variant> variants) {
        ResolvedRequest resolved = ResolvedRequest.of(request, athlete);
        Periodisation phases = resolved.phases().orElseThrow();
        var attempt = best(written(resolved, phases, variants.stream()), request, athlete);
        var sameDays = request.withDaysPerWeek(request.daysPerWeek(athlete));
        boolean likeOthers = attempt instanceof Planned
                && athlete.level() == Level.BEGINNER
                && resolved.qualityPerWeek() > 0
                && ResolvedRequest.of(sameDays, athlete.at(Level.INTERMEDIATE)).qualityPerWeek()
                        <= resolved.qualityPerWeek();
        if (!likeOthers) {
            return attempt;
        }
        double others = others(athlete)
                .mapToDouble(other -> hardShare(attempt(sameDays, other, variants)))
                .min()
                .orElseThrow();
        for (int fewer = 1; fewer <= MOST_FEWER && hardShare(attempt) >= others; fewer++) {
            int left = fewer;
            var softer = best(
                    written(resolved, phases, variants.stream().map(variant -> variant.fewer(left))), request, athlete);
            attempt = softer instanceof Planned ? softer : attempt;
        }
        return attempt;
    }

    /** Of variants that come to the same before the weeks are written only the first is. */
    private static Stream<GeneratedPlan> written(
            ResolvedRequest resolved, Periodisation phases, Stream<RacePlan.Variant> variants) {
        return variants.map(variant -> RacePlan.of(resolved, phases, variant))
                .distinct()
                .map(RacePlan::written);
    }

    /** A beginner as others are judged: on the same days they differ by their pace alone, where no result tells it (D33). */
    private static Stream<AthleteFacts> others(AthleteFacts beginner) {
        var intermediate = beginner.at(Level.INTERMEDIATE);
        var experienced = beginner.at(Level.EXPERIENCED);
        return experienced.estimate().equals(intermediate.estimate())
                ? Stream.of(intermediate)
                : Stream.of(intermediate, experienced);
    }

    /** More than any where there is no plan. */
    private static double hardShare(Attempt attempt) {
        return attempt instanceof Planned planned
                ? planned.plan().certificate().stream()
                        .filter(entry -> entry.rule().equals("S21"))
                        .findFirst()
                        .map(CertificateEntry::value)
                        .orElseThrow()
                : Double.MAX_VALUE;
    }

    /** The first of which every rule holds, else the one that yields least; one after the other is written. */
    private static Attempt best(Stream<GeneratedPlan> plans, PlanRequest request, AthleteFacts athlete) {
        CertificateEntry against = null;
        GeneratedPlan best = null;
        int least = Integer.MAX_VALUE;
        for (var plan : (Iterable<GeneratedPlan>) plans::iterator) {
            var certificate = Certificate.of(plan, request, athlete);
            boolean first = against == null && best == null;
            if (!first && !certificate.enough()) {
                // where most fail; why, the first one says
                continue;
            }
            var yielding = Yielding.of(certificate.entries(), request.focus() != null, least);
            if (yielding.against() != null) {
                against = against == null ? yielding.against() : against;
            } else if (yielding.weight() < least) {
                best = plan.certified(yielding.certificate());
                least = yielding.weight();
            }
            if (least == 0) {
                break;
            }
        }
        return best != null
                ? new Planned(best)
                : new Against(refusal(Objects.requireNonNull(against), request, athlete), true);
    }

    private static Refusal refusal(CertificateEntry against, PlanRequest request, AthleteFacts athlete) {
        return new Refusal(
                against.rule(),
                request.goal() == null ? "/kind" : "/goal",
                Refusals.text(against, request, athlete),
                null);
    }

    /** The nearest request that can be planned: mended where it cannot be written, then searched for. */
    private static PlanDecision refused(PlanRequest request, AthleteFacts athlete, Against against) {
        Refusal refusal = against.refusal();
        var last = against;
        PlanRequest possible = request;
        for (int i = 0; i < MOST_MENDINGS && !last.written(); i++) {
            possible = last.refusal().mended();
            if (possible == null) {
                return nothing(refusal, last.refusal());
            }
            switch (attempt(possible, athlete, SEARCHED)) {
                case Planned planned -> {
                    return refused(request, refusal, possible);
                }
                case Against next -> last = next;
            }
        }
        return last.written()
                ? nearest(possible, athlete)
                        .map(found -> refused(request, refusal, found))
                        .orElseGet(() -> nothing(refusal, refusal))
                : nothing(refusal, last.refusal());
    }

    private static boolean withinReach(PlanRequest request, AthleteFacts athlete) {
        if (request.goal() == null) {
            return true;
        }
        var resolved = ResolvedRequest.of(request, athlete);
        return resolved.phases()
                .filter(phases -> RacePlan.withinReach(resolved, phases))
                .isPresent();
    }

    private static PlanDecision refused(PlanRequest request, Refusal refusal, PlanRequest possible) {
        return new PlanDecision.Refused(
                refusal.rule(), refusal.pointer(), refusal.text(), differences(request, possible), possible);
    }

    private static PlanDecision nothing(Refusal refusal, Refusal blocked) {
        String first = blocked.text().equals(refusal.text())
                ? "Nothing can be planned before that"
                : "Nothing yet: " + blocked.text();
        return new PlanDecision.Refused(refusal.rule(), refusal.pointer(), refusal.text(), first, null);
    }

    /**
     * On another day for the long run, later for the same race, without the limits of time that were given, then a shorter
     * race at about the same time, then on a day less; where none of it can be planned, a plan that leads to no race (D51). So few are tried that a refusal is answered as quickly as a plan.
     */
    private static Optional<PlanRequest> nearest(PlanRequest request, AthleteFacts athlete) {
        var candidates = new ArrayList<PlanRequest>();
        if (request.goal() != null) {
            candidates.addAll(otherRaces(request, request.goal(), athlete));
        }
        candidates.add(request.withoutRace(PlanKind.BASE));
        candidates.add(PlanRequest.beginnerBase(request.start()));
        candidates.add(request.withoutRace(PlanKind.WALK_RUN));
        return candidates.stream()
                .filter(candidate ->
                        withinReach(candidate, athlete) && attempt(candidate, athlete, SEARCHED) instanceof Planned)
                .findFirst();
    }

    private static List<PlanRequest> otherRaces(PlanRequest request, PlanRequest.Goal goal, AthleteFacts athlete) {
        var candidates = new ArrayList<PlanRequest>();
        if (request.longRunDay() != null) {
            candidates.add(request.withLongRunDay(null));
        }
        for (int later = 1; later <= 20; later++) {
            candidates.add(request.withGoal(goal.on(goal.date().plusWeeks(later))));
        }
        if (request.options().limited()) {
            candidates.add(request.withOptions(request.options().withoutLimits()));
        }
        for (double metres : SHORTER_RACES) {
            for (int later = 0; metres < goal.distanceMetres() && later <= 4; later += 2) {
                candidates.add(request.withGoal(
                        new PlanRequest.Goal(metres, goal.date().plusWeeks(later), null)));
            }
        }
        int days = request.daysPerWeek(athlete);
        for (int later = 0; days > PlanRequest.FEWEST_DAYS && later <= 8; later += 4) {
            candidates.add(request.withGoal(goal.on(goal.date().plusWeeks(later)))
                    .withDaysPerWeek(days - 1)
                    .withQualityPerWeek(null));
        }
        return candidates;
    }

    private static String first(PlanRequest possible) {
        String from = " from " + possible.start();
        return switch (possible.kind()) {
            case RACE -> "a race plan" + from;
            case BEGINNER_BASE -> "the beginner's base plan" + from;
            case BASE -> possible.weeks() + " weeks of base" + from;
            case MAINTAIN -> possible.weeks() + " weeks at today's volume" + from;
            case WALK_RUN -> possible.weeks() + " weeks from walking to running" + from;
            case PROGRESSION -> possible.weeks() + " weeks of progression runs" + from;
        };
    }

    private static String differences(PlanRequest request, PlanRequest possible) {
        List<String> changes = new ArrayList<>();
        if (request.kind() != possible.kind()) {
            return "Possible: " + first(possible);
        }
        if (!request.start().equals(possible.start())) {
            changes.add("start on " + possible.start());
        }
        PlanRequest.Goal goal = possible.goal();
        if (goal == null && request.goal() != null) {
            changes.add("the same without a race");
        }
        if (goal != null && !goal.equals(request.goal())) {
            changes.add("race: " + goal.name() + " on " + goal.date()
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
        if (request.weeks() != possible.weeks()) {
            changes.add(possible.weeks() + " weeks");
        }
        if (!Objects.equals(request.longRunDay(), possible.longRunDay())) {
            changes.add("leave the day of the long run open");
        }
        if (request.options().limited() && !possible.options().limited()) {
            changes.add("leave the hours of a week and the minutes of a run open");
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
