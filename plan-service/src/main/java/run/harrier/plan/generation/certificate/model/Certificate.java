package run.harrier.plan.generation.certificate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
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

    private Certificate() {}

    public static List<CertificateEntry> of(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        PlanUnderReview review = PlanUnderReview.of(plan, request, athlete);
        List<CertificateEntry> entries = new ArrayList<>();
        switch (plan.kind()) {
            case RACE -> race(review, entries);
            case BEGINNER_BASE -> {
                judge(EVERY_PLAN, review, entries);
                judge(BEGINNER_BASE_PLAN, review, entries);
            }
            case WALK_RUN -> judge(WALK_RUN_PLAN, review, entries);
            case BASE, MAINTAIN, PROGRESSION -> raceless(plan.kind(), review, entries);
        }
        if (plan.kind() != PlanKind.WALK_RUN && plan.kind() != PlanKind.BEGINNER_BASE) {
            entries.addAll(RecoveryRules.all(review));
        }
        if (plan.kind() != PlanKind.WALK_RUN && SessionRules.hasProgressions(review)) {
            entries.add(SessionRules.progressions(review));
        }
        return entries;
    }

    private static void judge(
            List<Function<PlanUnderReview, CertificateEntry>> rules,
            PlanUnderReview review,
            List<CertificateEntry> entries) {
        rules.forEach(rule -> entries.add(rule.apply(review)));
    }

    private static void race(PlanUnderReview review, List<CertificateEntry> entries) {
        judge(EVERY_PLAN, review, entries);
        judge(LOADING_PLAN, review, entries);
        judge(RACE_PLAN, review, entries);
        if (review.allBase()) {
            judge(ALL_BASE_PLAN, review, entries);
            return;
        }
        judge(PHASED_PLAN, review, entries);
        entries.addAll(DueRules.all(review));
        if (review.goalMetres() > 22_000 && review.goalMetres() <= PlanPolicy.MARATHON_METRES) {
            entries.add(EnoughRules.marathonPace(review));
        } else if (review.goalMetres() <= 22_000) {
            entries.add(EnoughRules.racePace(review));
        }
        focus(review, entries);
    }

    /** D51. */
    private static void raceless(PlanKind kind, PlanUnderReview review, List<CertificateEntry> entries) {
        judge(EVERY_PLAN, review, entries);
        judge(LOADING_PLAN, review, entries);
        entries.add(RacelessRules.length(review));
        if (kind != PlanKind.BASE) {
            entries.add(RacelessRules.level(review));
        }
        if (kind == PlanKind.PROGRESSION) {
            entries.add(RacelessRules.progressions(review));
        }
    }

    private static void focus(PlanUnderReview review, List<CertificateEntry> entries) {
        if (review.resolvedFocus() == Focus.DISTANCE) {
            entries.add(QualityRules.distanceFocus(review));
            entries.add(QualityRules.longRunEveryWeek(review));
        }
        if (review.resolvedFocus() == Focus.SPEED) {
            entries.add(VolumeRules.speedBlockIsSmaller(review));
            if (Math.abs(review.goalMetres() - 5_000) <= 500) {
                entries.add(QualityRules.ladder(review));
            }
        }
    }
}
