package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceRange;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Judges the sessions one by one. */
final class SessionRules {

    private static final int FIRST_WEEK_OF_STRIDES = 3;
    private static final int MOST_STRIDES = 8;
    private static final int LONGEST_STRIDE_SECONDS = 20;

    private SessionRules() {}

    /** S14's shapes, and per session T up to 10 %, I up to 8 %, R up to 5 % of the week (D7); tests, races exempt. */
    static CertificateEntry sessionsInside(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        boolean shapes = true;
        for (TrainingWeek week : review.weeks()) {
            for (PlannedSession session : week.sessions()) {
                if (!session.raced()) {
                    Map<Zone, Double> metres = metresByZone(review, session);
                    for (var zone : metres.entrySet()) {
                        double share = zone.getValue() / week.distanceMetres();
                        closest.atMost(week.number(), share / cap(zone.getKey()), 1);
                    }
                    shapes &= session.kind() == SessionKind.PROGRESSION || shaped(session.steps(), 1, review);
                }
            }
        }
        CertificateEntry entry =
                closest.entry("S14", "T, I or R of a session over its cap (10, 8, 5 % of the week); at most");
        return shapes ? entry : entry.broken();
    }

    private static double cap(Zone zone) {
        return switch (zone) {
            case THRESHOLD -> 0.10;
            case INTERVAL -> 0.08;
            case REPETITION -> 0.05;
            case EASY, MARATHON -> 1;
        };
    }

    private static Map<Zone, Double> metresByZone(PlanUnderReview review, PlannedSession session) {
        var metres = new EnumMap<Zone, Double>(Zone.class);
        for (var stretch : review.stretches(session)) {
            if (stretch.target() instanceof Target.InZone in && in.zone() != Zone.EASY) {
                metres.merge(in.zone(), review.estimate().distanceMetres(stretch), Double::sum);
            }
        }
        return metres;
    }

    /** Tempo 20-40 min, or cruise intervals of 10 min in all; I 3-5 min with equal rest; R 200-400 m with full rest. */
    private static boolean shaped(List<Step> steps, int times, PlanUnderReview review) {
        boolean shaped = true;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Repeat repeat) {
                shaped &= shaped(repeat.steps(), repeat.times(), review);
            } else if (steps.get(i) instanceof Step.Stretch stretch && stretch.target() instanceof Target.InZone in) {
                Step.Stretch rest = i + 1 < steps.size() && steps.get(i + 1) instanceof Step.Stretch next ? next : null;
                double seconds = review.estimate().durationSeconds(stretch);
                shaped &= switch (in.zone()) {
                    case EASY, MARATHON -> true;
                    case THRESHOLD ->
                        times == 1
                                ? seconds >= 1200 && seconds <= 2400
                                : times * seconds >= 600 && times * seconds <= 2400;
                    case INTERVAL -> seconds >= 180 && seconds <= 300 && rests(rest, seconds, review);
                    case REPETITION ->
                        stretch.extent() instanceof Extent.Distance rep
                                && rep.metres() >= 200
                                && rep.metres() <= 400
                                && rests(rest, seconds, review);
                };
            }
        }
        return shaped;
    }

    private static boolean rests(Step.@Nullable Stretch rest, double seconds, PlanUnderReview review) {
        return rest != null
                && rest.kind() == StepKind.RECOVERY
                && review.estimate().durationSeconds(rest) >= seconds - 1e-9;
    }

    /** Nothing but tests and races asks for more speed than the fastest zone (S16). */
    static CertificateEntry notFasterThanItsZone(PlanUnderReview review) {
        Paces paces = review.athlete().paces().orElse(null);
        return review.none(
                "S16",
                "steps faster than their zone",
                week -> paces == null
                        ? 0
                        : review.stretches(
                                week,
                                session -> !session.raced(),
                                stretch -> !review.atRacePace(stretch) && tooFast(paces, stretch)));
    }

    private static boolean tooFast(Paces paces, Step.Stretch stretch) {
        double limit = stretch.target() instanceof Target.InZone in
                ? paces.of(in.zone()).fastestSecondsPerKm()
                : paces.repetitionSecondsPerKm();
        return paces.of(stretch).map(PaceRange::fastestSecondsPerKm).orElse(limit) < limit - 0.01;
    }

    /** From the third week of base, up to 8 of 20 s, never with an open injury (D5). */
    static CertificateEntry strides(PlanUnderReview review) {
        return review.none(
                "D5",
                "sessions with strides against their rule",
                week -> week.count(session -> strides(review, session) > 0 && !stridesAllowed(review, week, session)));
    }

    private static boolean stridesAllowed(PlanUnderReview review, TrainingWeek week, PlannedSession session) {
        return (week.phase() != Phase.BASE
                        || week.number() >= FIRST_WEEK_OF_STRIDES
                        || (session.hard() && !trial(review, session)))
                && !review.athlete().openInjury()
                && strides(review, session) <= MOST_STRIDES
                && review.stretches(session).stream()
                        .filter(stretch -> stretch.kind() == StepKind.STRIDES)
                        .allMatch(stride -> (int) review.estimate().durationSeconds(stride) <= LONGEST_STRIDE_SECONDS);
    }

    /** The time trial that sets the paces has none (D14). */
    private static boolean trial(PlanUnderReview review, PlannedSession session) {
        return session.kind() == SessionKind.TEST && review.athlete().lastResult() == null;
    }

    private static int strides(PlanUnderReview review, PlannedSession session) {
        int strides = 0;
        for (var stretch : review.stretches(session)) {
            strides += stretch.kind() == StepKind.STRIDES ? 1 : 0;
        }
        return strides;
    }

    /** At most one in 14 days (S73), in a plan of progression runs one a week (D51), an athlete's first of 30 minutes (S72), never less intense on the way (S67). */
    static CertificateEntry progressions(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        boolean shaped = true;
        List<LocalDate> days = new ArrayList<>();
        int apart = review.plan().kind() == PlanKind.PROGRESSION ? 7 : 14;
        for (TrainingWeek week : review.weeks()) {
            for (PlannedSession session : week.sessions()) {
                if (session.kind() == SessionKind.PROGRESSION) {
                    if (days.isEmpty()) {
                        shaped &= review.athlete().record().progressionRun()
                                || Math.abs(review.seconds(session) - 1800) < 1;
                        closest.atLeast(week.number(), apart, apart);
                    } else {
                        closest.atLeast(week.number(), PlanUnderReview.days(days.getLast(), session.on()), apart);
                    }
                    days.add(session.on());
                    shaped &= rising(review, session) && session.quality();
                }
            }
        }
        CertificateEntry entry = closest.entry("S73", "days from one progression run to the next; at least");
        return shaped ? entry : entry.broken();
    }

    static boolean hasProgressions(PlanUnderReview review) {
        return review.runs().stream().anyMatch(run -> run.kind() == SessionKind.PROGRESSION);
    }

    private static boolean rising(PlanUnderReview review, PlannedSession session) {
        var before = Intensity.LOW;
        for (var stretch : review.stretches(session)) {
            if (stretch.kind() == StepKind.COOL_DOWN) {
                continue;
            }
            var now = stretch.intensity();
            if (stretch.kind() == StepKind.RECOVERY || now.compareTo(before) < 0) {
                return false;
            }
            before = now;
        }
        return true;
    }
}
