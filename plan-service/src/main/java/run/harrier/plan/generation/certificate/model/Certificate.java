package run.harrier.plan.generation.certificate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.request.model.PlanRequest;

/**
 * Judges a finished plan rule by rule (M2). The judges read sessions and dates again and ask nothing of the planning;
 * what they share with it are definitions: a default of the request, the length of a taper, what a hard session is.
 */
public final class Certificate {

    private static final List<Function<PlanUnderReview, CertificateEntry>> EVERY_PLAN = List.of(
            QualityRules::easyMinutes,
            PhaseRules::baseEffort,
            QualityRules::hardSessions,
            QualityRules::hardTime,
            QualityRules::qualityPerWeek,
            QualityRules::hardAndEasyAlternate,
            QualityRules::everySessionHasPurpose,
            QualityRules::lowStressDays,
            PhaseRules::base,
            VolumeRules::weeklyRise,
            VolumeRules::highestWeek,
            VolumeRules::downWeeks,
            SessionRules::strides,
            TestRules::gaps,
            TestRules::sameTest,
            TestRules::places);

    /** Race plans, base, upkeep and progression runs: all that have loading weeks. */
    private static final List<Function<PlanUnderReview, CertificateEntry>> LOADING_PLAN = List.of(
            SessionRules::sessionsInside,
            SessionRules::notFasterThanItsZone,
            QualityRules::availability,
            VolumeRules::loadingWeeks,
            EnoughRules::longRun,
            EnoughRules::singleRuns,
            EnoughRules::easyOfLong,
            EnoughRules::hours,
            ShapeRules::roundNumbers,
            ShapeRules::frames,
            ShapeRules::lowDay,
            ShapeRules::strength,
            ShapeRules::days,
            LoadRules::byEffort,
            LoadRules::byHeartRate);

    private static final List<Function<PlanUnderReview, CertificateEntry>> RACE_PLAN = List.of(
            VolumeRules::notBothAtOnce,
            VolumeRules::taper,
            QualityRules::moderateTime,
            EnoughRules::longestRun,
            EnoughRules::highestWeek,
            EnoughRules::longestAtItsTime);

    private static final List<Function<PlanUnderReview, CertificateEntry>> PHASED_PLAN = List.of(
            QualityRules::volumeAndSpeed,
            PhaseRules::order,
            PhaseRules::earlyQuality,
            PhaseRules::build,
            PhaseRules::peak,
            PhaseRules::baseLength,
            ShapeRules::allZones,
            ShapeRules::variety);

    private static final List<Function<PlanUnderReview, CertificateEntry>> DUE = List.of(
            DueRules::build, DueRules::peak, DueRules::largeEnough, DueRules::buildIsHardest, DueRules::tempoInPeak);

    private static final List<Function<PlanUnderReview, CertificateEntry>> AFTER_RACE =
            List.of(RecoveryRules::weeks, RecoveryRules::days);

    private static final List<Function<PlanUnderReview, CertificateEntry>> ALL_BASE_PLAN =
            List.of(PhaseRules::allBase, QualityRules::longRunEveryWeek);

    private static final List<Function<PlanUnderReview, CertificateEntry>> WALK_RUN_PLAN = List.of(
            RacelessRules::length,
            PhaseRules::baseEffort,
            PhaseRules::base,
            QualityRules::everySessionHasPurpose,
            VolumeRules::weeklyRise,
            RacelessRules::walkRunDays,
            RacelessRules::walkRunMinutes,
            EnoughRules::hours,
            RacelessRules::withoutStopping);

    private static final List<Function<PlanUnderReview, CertificateEntry>> BEGINNER_BASE_PLAN = List.of(
            BeginnerRules::entry,
            BeginnerRules::firstWeek,
            BeginnerRules::secondWeek,
            BeginnerRules::strength,
            EnoughRules::hours);

    private final PlanUnderReview review;

    private Certificate(PlanUnderReview review) {
        this.review = review;
    }

    public static Certificate of(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        return new Certificate(PlanUnderReview.of(plan, request, athlete));
    }

    /** Its lines one after the other: each is judged when it is asked for. */
    public Stream<CertificateEntry> entries() {
        return rules(review).stream().map(rule -> rule.apply(review));
    }

    /** Whether a race plan is enough for its race, or made all the same (D25): what its lines about that say. */
    public boolean enough() {
        return review.plan().kind() != PlanKind.RACE
                || Stream.of(EnoughRules.highestWeek(review), EnoughRules.longestRun(review))
                        .allMatch(entry -> entry.holds() || entry.override() != null);
    }

    private static List<Function<PlanUnderReview, CertificateEntry>> rules(PlanUnderReview review) {
        var rules = new ArrayList<Function<PlanUnderReview, CertificateEntry>>();
        var kind = review.plan().kind();
        switch (kind) {
            case RACE -> race(review, rules);
            case BEGINNER_BASE -> {
                rules.addAll(EVERY_PLAN);
                rules.addAll(BEGINNER_BASE_PLAN);
            }
            case WALK_RUN -> rules.addAll(WALK_RUN_PLAN);
            case BASE, MAINTAIN, PROGRESSION -> raceless(kind, rules);
        }
        if (kind != PlanKind.WALK_RUN
                && kind != PlanKind.BEGINNER_BASE
                && review.afterRaces().any()) {
            rules.addAll(AFTER_RACE);
        }
        if (kind != PlanKind.WALK_RUN && SessionRules.hasProgressions(review)) {
            rules.add(SessionRules::progressions);
        }
        return rules;
    }

    private static void race(PlanUnderReview review, List<Function<PlanUnderReview, CertificateEntry>> rules) {
        rules.addAll(EVERY_PLAN);
        rules.addAll(LOADING_PLAN);
        rules.addAll(RACE_PLAN);
        if (review.allBase()) {
            rules.addAll(ALL_BASE_PLAN);
            return;
        }
        rules.addAll(PHASED_PLAN);
        if (review.phases().contains(Phase.EARLY_QUALITY)) {
            rules.add(DueRules::earlyQuality);
        }
        rules.addAll(DUE);
        if (review.progressionsDue()) {
            rules.add(DueRules::progressions);
        }
        rules.add(DueRules::twoInHalf);
        if (review.goalMetres() > 22_000 && review.goalMetres() <= PlanPolicy.MARATHON_METRES) {
            rules.add(EnoughRules::marathonPace);
        } else if (review.goalMetres() <= 22_000) {
            rules.add(EnoughRules::racePace);
        }
        focus(review, rules);
    }

    /** D51. */
    private static void raceless(PlanKind kind, List<Function<PlanUnderReview, CertificateEntry>> rules) {
        rules.addAll(EVERY_PLAN);
        rules.addAll(LOADING_PLAN);
        rules.add(RacelessRules::length);
        if (kind != PlanKind.BASE) {
            rules.add(RacelessRules::level);
        }
        if (kind == PlanKind.PROGRESSION) {
            rules.add(RacelessRules::progressions);
        }
    }

    private static void focus(PlanUnderReview review, List<Function<PlanUnderReview, CertificateEntry>> rules) {
        if (review.resolvedFocus() == Focus.DISTANCE) {
            rules.add(QualityRules::distanceFocus);
            rules.add(QualityRules::longRunEveryWeek);
        }
        if (review.resolvedFocus() == Focus.SPEED) {
            rules.add(VolumeRules::speedBlockIsSmaller);
            if (Math.abs(review.goalMetres() - 5_000) <= 500) {
                rules.add(QualityRules::ladder);
            }
        }
    }
}
