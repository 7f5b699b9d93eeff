package run.harrier.plan.generation.certificate.model;

import java.util.List;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/** Judges the beginner's base plan against its article (D9). */
final class BeginnerRules {

    private static final List<SessionKind> WEEK = List.of(
            SessionKind.STRENGTH,
            SessionKind.EASY,
            SessionKind.STRENGTH,
            SessionKind.EASY,
            SessionKind.CROSS_TRAINING,
            SessionKind.EASY,
            SessionKind.REST);

    private BeginnerRules() {}

    /** Can run 20 to 30 minutes without stopping (S60). */
    static CertificateEntry entry(PlanUnderReview review) {
        Integer minutes = review.athlete().longestRunMinutes();
        double value = minutes == null ? 0 : minutes;
        return new CertificateEntry(
                "S60", "minutes run without stopping before the plan; at least", value >= 20, null, value, 20, null);
    }

    static CertificateEntry firstWeek(PlanUnderReview review) {
        return exactly(review, "S61", 1, new int[] {0, 20, 0, 20, 45, 40, 0}, new int[] {0, 30, 0, 30, 45, 40, 0});
    }

    static CertificateEntry secondWeek(PlanUnderReview review) {
        return exactly(review, "S62", 2, new int[] {0, 22, 0, 22, 45, 44, 0}, new int[] {0, 33, 0, 33, 45, 44, 0});
    }

    private static CertificateEntry exactly(
            PlanUnderReview review, String rule, int number, int[] lowest, int[] highest) {
        List<PlannedSession> sessions = review.weeks().get(number - 1).sessions();
        int different = Math.abs(7 - sessions.size());
        for (int day = 0; day < Math.min(7, sessions.size()); day++) {
            PlannedSession session = sessions.get(day);
            boolean same = session.kind() == WEEK.get(day)
                    && session.on().getDayOfWeek().getValue() == day + 1
                    && lasts(session.steps(), 60 * lowest[day], 60 * highest[day]);
            different += same ? 0 : 1;
        }
        return new CertificateEntry(
                rule, "days that differ from the article's week", different == 0, number, different, 0, null);
    }

    private static boolean lasts(List<Step> steps, int lowestSeconds, int highestSeconds) {
        var times = Step.stretches(steps)
                .map(Step.Stretch::extent)
                .filter(Extent.Time.class::isInstance)
                .map(Extent.Time.class::cast)
                .toList();
        return times.stream().mapToInt(Extent.Time::seconds).sum() == lowestSeconds
                && times.stream().mapToInt(Extent.Time::highestSeconds).sum() == highestSeconds;
    }

    /** Strength twice a week is part of the plan (S63). */
    static CertificateEntry strength(PlanUnderReview review) {
        var closest = new WorstCase();
        for (var week : review.weeks()) {
            closest.atLeast(week.number(), week.count(session -> session.kind() == SessionKind.STRENGTH), 2);
        }
        return closest.entry("S63", "strength sessions in a week; at least");
    }
}
