package run.harrier.plan.generation.certificate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
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
            TestRules::atTheEndOfADownWeek);

    private static final List<Function<PlanUnderReview, CertificateEntry>> RACE_PLAN = List.of(
            SessionRules::sessionsInside,
            SessionRules::notFasterThanItsZone,
            VolumeRules::notBothAtOnce,
            QualityRules::volumeAndSpeed,
            PhaseRules::order,
            PhaseRules::earlyQuality,
            PhaseRules::build,
            PhaseRules::peak,
            VolumeRules::taper,
            PhaseRules::baseLength,
            SessionRules::longRun,
            QualityRules::availability);

    private static final List<Function<PlanUnderReview, CertificateEntry>> BEGINNER_BASE_PLAN =
            List.of(BeginnerRules::entry, BeginnerRules::firstWeek, BeginnerRules::secondWeek, BeginnerRules::strength);

    private Certificate() {}

    public static List<CertificateEntry> of(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        PlanUnderReview judged = PlanUnderReview.of(plan, request, athlete);
        List<CertificateEntry> entries = new ArrayList<>();
        EVERY_PLAN.forEach(rule -> entries.add(rule.apply(judged)));
        if (judged.race()) {
            RACE_PLAN.forEach(rule -> entries.add(rule.apply(judged)));
            focus(judged, entries);
        } else {
            BEGINNER_BASE_PLAN.forEach(rule -> entries.add(rule.apply(judged)));
        }
        if (SessionRules.hasProgressions(judged)) {
            entries.add(SessionRules.progressions(judged));
        }
        return entries;
    }

    private static void focus(PlanUnderReview judged, List<CertificateEntry> entries) {
        if (judged.resolvedFocus() == Focus.DISTANCE) {
            entries.add(QualityRules.distanceFocus(judged));
            entries.add(QualityRules.longRunEveryWeek(judged));
        }
        if (judged.resolvedFocus() == Focus.SPEED) {
            entries.add(VolumeRules.speedBlockIsSmaller(judged));
            if (Math.abs(judged.goalMetres() - 5_000) <= 500) {
                entries.add(QualityRules.ladder(judged));
            }
        }
    }
}
