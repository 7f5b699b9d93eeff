package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.min;

import java.time.temporal.ChronoUnit;

/** After a race (D37, S50): days without quality and without running, and the volume of the weeks that follow it. */
final class RecoveryRules {
    private static final double MARATHON = 30_000;
    private static final double HALF = 20_000;

    private final Subject plan;
    private final Findings findings;

    private RecoveryRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new RecoveryRules(plan, findings);
        for (var race : plan.athlete().record().races().races()) {
            boolean marathon = race.distanceMetres() >= MARATHON;
            boolean half = !marathon && race.distanceMetres() >= HALF;
            double quiet = race.distanceMetres() / 1600;
            double[] running = new double[3];
            for (var run : plan.runs()) {
                long days = ChronoUnit.DAYS.between(race.on(), run.on());
                if (run.hard() && days <= quiet) {
                    findings.add("D37", plan.weekOf(run), "hard " + days + " days after " + race);
                }
                if (days <= (marathon ? 5 : half ? 2 : 0)) {
                    findings.add("D37", plan.weekOf(run), "a run " + days + " days after " + race);
                }
                if (days <= 21) {
                    running[(int) (days - 1) / 7] += run.seconds();
                }
            }
            rules.weeks(running, marathon ? new double[] {0.4, 0.6, 0.8} : new double[] {half ? 0.6 : 0.8});
        }
    }

    private void weeks(double[] running, double[] shares) {
        for (int week = 0; week < shares.length; week++) {
            double most = shares[week] * plan.startSeconds();
            if (running[week] > most * Subject.EXACT) {
                findings.add(
                        "D37",
                        min(running[week]) + " of running in week " + (week + 1) + " after a race, limit " + min(most));
            }
        }
    }
}
