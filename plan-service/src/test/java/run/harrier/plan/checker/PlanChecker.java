package run.harrier.plan.checker;

import java.util.List;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.request.model.PlanRequest;

/**
 * Judges a generated plan by the text of the decisions alone. It knows nothing of the generator nor of its certificate:
 * it measures the sessions itself and judges what must be there as well as what must not.
 */
public final class PlanChecker {
    private PlanChecker() {}

    /** Every rule the plan does not keep; those that may be excused are marked. */
    public static List<Finding> check(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        var subject = Subject.of(plan, request, athlete);
        var findings = new Findings();
        VolumeRules.check(subject, findings);
        LongRunRules.check(subject, findings);
        QualityRules.check(subject, findings);
        PhaseRules.check(subject, findings);
        DueRules.check(subject, findings);
        RaceWorkRules.check(subject, findings);
        FrameRules.check(subject, findings);
        TestRules.check(subject, findings);
        DayRules.check(subject, findings);
        VarietyRules.check(subject, findings);
        ProgressionRules.check(subject, findings);
        CareRules.check(subject, findings);
        LoadRules.check(subject, findings);
        RecoveryRules.check(subject, findings);
        BeginnerBaseRules.check(subject, findings);
        RacelessRules.check(subject, findings);
        return findings.all();
    }
}
