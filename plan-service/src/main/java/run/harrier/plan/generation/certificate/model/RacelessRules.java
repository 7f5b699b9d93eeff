package run.harrier.plan.generation.certificate.model;

import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** Judges what D51 asks of plans that lead to no race. */
final class RacelessRules {
    private static final double LEVEL = 1.02;
    private static final int LEAST_SECONDS = 20 * 60;
    private static final int MOST_SECONDS = 30 * 60;

    private RacelessRules() {}

    static CertificateEntry length(PlanUnderReview review) {
        var kind = review.plan().kind();
        int weeks = review.weeks().size();
        return new CertificateEntry(
                "D51",
                "weeks of the plan; " + kind.leastWeeks() + " to " + kind.mostWeeks(),
                weeks >= kind.leastWeeks() && weeks <= kind.mostWeeks(),
                null,
                weeks,
                kind.mostWeeks(),
                null);
    }

    /** Upkeep and progression runs stay at the volume there is; that of base rises by D4, which is judged for every plan. */
    static CertificateEntry level(PlanUnderReview review) {
        double start = VolumeRules.current(review);
        var worst = new WorstCase();
        for (var week : review.weeks()) {
            worst.atMost(week.number(), week.durationSeconds() / start, LEVEL);
        }
        return worst.entry("D51", "weekly running over today's volume; at most");
    }

    /** A progression run in each loading week, as far as the first finds room (D41). */
    static CertificateEntry progressions(PlanUnderReview review) {
        int without = 0;
        int longest = 0;
        Integer worst = null;
        for (var week : review.weeks()) {
            if (!week.down()) {
                without = has(week, SessionKind.PROGRESSION) ? 0 : without + 1;
                if (without > longest) {
                    longest = without;
                    worst = week.number();
                }
            }
        }
        return new CertificateEntry(
                "D41",
                "loading weeks in a row without a progression run; at most",
                longest <= 1,
                worst,
                longest,
                1,
                null);
    }

    static CertificateEntry walkRunDays(PlanUnderReview review) {
        return review.none("D51", "weeks without three runs", week -> {
            var days = week.sessions().stream()
                    .filter(PlannedSession::running)
                    .map(PlannedSession::on)
                    .toList();
            return days.size() == 3 ? 0 : 1;
        });
    }

    static CertificateEntry walkRunMinutes(PlanUnderReview review) {
        return review.none("D51", "runs shorter than 20 or longer than 30 minutes", week -> {
            int offences = 0;
            for (var session : week.sessions()) {
                double seconds = review.seconds(session);
                offences += session.running() && (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) ? 1 : 0;
            }
            return offences;
        });
    }

    /** It ends where S60 begins. */
    static CertificateEntry withoutStopping(PlanUnderReview review) {
        double longest = 0;
        for (var session : review.weeks().getLast().sessions()) {
            for (var stretch : review.stretches(session)) {
                longest = stretch.kind() == StepKind.RUN
                        ? Math.max(longest, review.estimate().durationSeconds(stretch))
                        : longest;
            }
        }
        return new CertificateEntry(
                "S60",
                "seconds without stopping in the last week; at least",
                longest >= LEAST_SECONDS,
                null,
                longest,
                LEAST_SECONDS,
                null);
    }

    private static boolean has(TrainingWeek week, SessionKind kind) {
        return week.sessions().stream().anyMatch(session -> session.kind() == kind);
    }
}
