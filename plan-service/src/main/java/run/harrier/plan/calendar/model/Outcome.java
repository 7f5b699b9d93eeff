package run.harrier.plan.calendar.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.model.EasyRun;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * How a session went, derived from what was planned and what was done (D20). Nothing is ever too slow (S7), and
 * walking is no miss (S82).
 *
 * @param activityId absent without an activity
 */
public record Outcome(@Nullable UUID activityId, Verdict verdict, List<Finding> findings) {
    private static final double SHORTENED_BELOW = 0.8;
    private static final double HARDER_ABOVE = 0.1;
    private static final int HARDER_RPE = 2;
    private static final double TOO_FAST = 0.99;
    /** Of the fastest easy pace. */
    private static final double OUTSIDE_EASY = 0.98;

    /**
     * @param code UPPER_SNAKE
     * @param text for the athlete
     * @param coachText for the coach
     */
    public record Finding(String code, String text, String coachText) {}

    public Outcome {
        findings = List.copyOf(findings);
    }

    /** Empty as long as it is open, and for a day that asked for nothing. */
    public static Optional<Outcome> of(CalendarSession session, @Nullable Paces paces, LocalDate today, ZoneId zone) {
        var activity = session.activity();
        return activity == null
                ? withoutActivity(session, today, zone)
                : Optional.of(new Outcome(
                        activity.id(),
                        verdict(session.planned(), activity, new PaceEstimate(paces)),
                        findings(session, activity, paces)));
    }

    private static Optional<Outcome> withoutActivity(CalendarSession session, LocalDate today, ZoneId zone) {
        var planned = session.planned();
        return withoutActivity(
                        planned.kind(),
                        planned.alternatives().contains(SessionKind.REST),
                        session.day(),
                        LocalDate.ofInstant(session.plannedAt(), zone),
                        today)
                .map(verdict -> new Outcome(null, verdict, List.of()));
    }

    /**
     * MISSED when its day is over; DONE where rest was a choice, for then it was taken (S65). A day that was over when
     * the plan was made says nothing, nor does strength, which few people record.
     */
    public static Optional<Verdict> withoutActivity(
            SessionKind kind, boolean restAllowed, LocalDate day, LocalDate plannedOn, LocalDate today) {
        return kind == SessionKind.REST
                        || kind == SessionKind.STRENGTH
                        || !day.isBefore(today)
                        || day.isBefore(plannedOn)
                ? Optional.empty()
                : Optional.of(restAllowed ? Verdict.DONE : Verdict.MISSED);
    }

    /** HARDER says more than SHORTENED, where both are true. */
    private static Verdict verdict(PlannedSession planned, CompletedActivity activity, PaceEstimate estimate) {
        if (!planned.running() || planned.raced()) {
            return shortened(planned, activity, estimate) ? Verdict.SHORTENED : Verdict.DONE;
        }
        if (harder(planned, activity, estimate)) {
            return Verdict.HARDER;
        }
        return shortened(planned, activity, estimate) ? Verdict.SHORTENED : Verdict.DONE;
    }

    /** Shorter than planned by duration, unless the distance was run in less time than estimated. */
    private static boolean shortened(PlannedSession planned, CompletedActivity activity, PaceEstimate estimate) {
        var distance = activity.distanceMetres();
        var steps = planned.raced() ? raced(planned) : planned.steps();
        var byTime = activity.seconds() < SHORTENED_BELOW * estimate.durationSeconds(steps);
        var byDistance = distance == null || distance < SHORTENED_BELOW * estimate.distanceMetres(steps);
        return byTime && (byDistance || steps.stream().allMatch(Outcome::byTime));
    }

    /** Of a race or a test what is raced: the way to the start is often in no file, or in one of its own. */
    private static List<Step> raced(PlannedSession planned) {
        return planned.steps().stream()
                .filter(step -> step.kind() == StepKind.RUN)
                .toList();
    }

    private static boolean byTime(Step step) {
        return switch (step) {
            case Step.Stretch stretch -> stretch.extent() instanceof Extent.Time;
            case Step.Repeat repeat -> repeat.steps().stream().allMatch(Outcome::byTime);
        };
    }

    private static boolean harder(PlannedSession planned, CompletedActivity activity, PaceEstimate estimate) {
        if (planned.kind() == SessionKind.EASY || planned.kind() == SessionKind.LONG) {
            var measured = activity.heartAboveEasySeconds() != null || activity.paceAboveEasySeconds() != null;
            return TooHardForEasy.of(planned, activity, estimate).isPresent()
                    || (!measured && harderThanZone(planned, activity, estimate));
        }
        return harderThanZone(planned, activity, estimate) || harderThanEffort(planned, activity);
    }

    /** More than a tenth of the time above the highest zone that was planned; strides may be what they are. */
    private static boolean harderThanZone(PlannedSession planned, CompletedActivity activity, PaceEstimate estimate) {
        var highest = planned.stretches()
                .filter(stretch -> stretch.kind() != StepKind.STRIDES)
                .map(Outcome::zone)
                .max(Zone::compareTo)
                .orElse(Zone.REPETITION);
        var strides = planned.stretches()
                .filter(stretch -> stretch.kind() == StepKind.STRIDES)
                .mapToDouble(estimate::durationSeconds)
                .sum();
        return activity.secondsAbove(highest) - strides > HARDER_ABOVE * activity.secondsInAllZones();
    }

    private static Zone zone(Step.Stretch stretch) {
        return switch (stretch.target()) {
            case Target.InZone in -> in.zone();
            case Target.AtRacePace race -> highestZone(race.raceDistanceMetres());
            case null -> zone(stretch.rpe());
        };
    }

    /** The highest zone that a race pace reaches: a 10K is run between T and I. */
    private static Zone highestZone(double raceDistanceMetres) {
        if (raceDistanceMetres > 30_000) {
            return Zone.MARATHON;
        }
        if (raceDistanceMetres > 15_000) {
            return Zone.THRESHOLD;
        }
        return raceDistanceMetres > 3_500 ? Zone.INTERVAL : Zone.REPETITION;
    }

    private static Zone zone(@Nullable Rpe rpe) {
        for (var zone : Zone.values()) {
            if (rpe == null || rpe.highest() <= zone.rpe().highest()) {
                return zone;
            }
        }
        return Zone.REPETITION;
    }

    private static boolean harderThanEffort(PlannedSession planned, CompletedActivity activity) {
        var rpe = activity.rpe();
        var highest = planned.stretches()
                .map(Step.Stretch::rpe)
                .filter(range -> range != null)
                .mapToInt(Rpe::highest)
                .max();
        return rpe != null && highest.isPresent() && rpe >= highest.getAsInt() + HARDER_RPE;
    }

    private static List<Finding> findings(CalendarSession session, CompletedActivity activity, @Nullable Paces paces) {
        var planned = session.planned();
        var found = new ArrayList<Finding>();
        if (planned.kind() == SessionKind.EASY || planned.kind() == SessionKind.LONG) {
            TooHardForEasy.of(planned, activity, new PaceEstimate(paces))
                    .map(OutcomeTexts::tooHardForEasy)
                    .ifPresent(found::add);
            if (!planned.quality() && ramped(activity, paces)) {
                found.add(OutcomeTexts.ramped(activity.progressionThirds(), session.effortOnly()));
            }
        }
        if (planned.kind() == SessionKind.PROGRESSION) {
            tooFast(planned, activity, paces)
                    .map(faster -> OutcomeTexts.startedTooFast(faster, session.effortOnly()))
                    .ifPresent(found::add);
        }
        var rpe = activity.rpe();
        var heart = activity.heartAboveEasySeconds();
        if (!planned.hard()
                && rpe != null
                && heart != null
                && EasyRun.feltHardAtEasyHeart(rpe, heart, activity.movingSeconds())) {
            found.add(OutcomeTexts.easyHeartFeltHard(rpe));
        }
        return found;
    }

    /** A progression run whose last third left E: an easy run stays level (S79). */
    private static boolean ramped(CompletedActivity activity, @Nullable Paces paces) {
        var thirds = activity.progressionThirds();
        return paces != null && !thirds.isEmpty() && thirds.getLast() < OUTSIDE_EASY * paces.easyFastestSecondsPerKm();
    }

    /** By how many seconds per kilometre the first third was faster than planned, or than the last (S76). */
    private static Optional<Double> tooFast(PlannedSession planned, CompletedActivity activity, @Nullable Paces paces) {
        var thirds = activity.thirdsSecondsPerKm();
        if (thirds.size() != 3) {
            return Optional.empty();
        }
        var allowed =
                paces == null ? thirds.getLast() : firstThird(planned, paces).orElse(thirds.getLast());
        return Optional.of(allowed - thirds.getFirst()).filter(faster -> thirds.getFirst() < TOO_FAST * allowed);
    }

    /** The fastest pace that the plan allows over the first third of its time; empty where a step goes by effort. */
    private static Optional<Double> firstThird(PlannedSession planned, Paces paces) {
        var estimate = new PaceEstimate(paces);
        var third = estimate.durationSeconds(planned.steps()) / 3;
        double seconds = 0;
        double kilometres = 0;
        for (var stretch : Step.unrolled(planned.steps())) {
            var pace = paces.of(stretch);
            if (pace.isEmpty() || seconds >= third) {
                return seconds >= third ? Optional.of(seconds / kilometres) : Optional.empty();
            }
            var part = Math.min(third - seconds, estimate.durationSeconds(stretch));
            seconds += part;
            kilometres += part / pace.get().fastestSecondsPerKm();
        }
        return seconds > 0 ? Optional.of(seconds / kilometres) : Optional.empty();
    }
}
