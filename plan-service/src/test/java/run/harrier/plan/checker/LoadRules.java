package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.percent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import run.harrier.plan.prescription.model.Zone;

/**
 * A plan does not set off its own alarm (D40): whoever does what it says never sees an acute to chronic ratio above 1.3,
 * by effort, by pace or by heart rate. Before the plan stands the athlete's record, with none four weeks of the starting
 * volume, easy, on the days of the plan's first week.
 */
final class LoadRules {
    private static final double LIMIT = 1.3;
    private static final int RECORDED_WEEKS = 8;

    private final Subject plan;
    private final Findings findings;

    private LoadRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        if (plan.weeks().isEmpty() || !plan.race()) {
            return;
        }
        var rules = new LoadRules(plan, findings);
        double threshold = plan.pacing().zone(Zone.THRESHOLD);
        rules.ratio("effort", piece -> piece.seconds() / 60 * piece.effort(), 3 / 60.0);
        rules.ratio(
                "pace",
                piece -> piece.seconds() * square(threshold / piece.secondsPerKm()),
                square(threshold / plan.pacing().easy()));
        rules.ratio("heart rate", piece -> piece.seconds() * trimp(reserve(piece.work())), trimp(reserve(Work.EASY)));
    }

    private static double square(double value) {
        return value * value;
    }

    /** Banister. */
    private static double trimp(double reserve) {
        return reserve * 0.64 * Math.exp(1.92 * reserve);
    }

    /** The share of the heart-rate reserve that a usual runner has at the work. */
    private static double reserve(Work work) {
        return switch (work) {
            case WALK -> 0.40;
            case RECOVERY -> 0.60;
            case EASY -> 0.65;
            case MARATHON -> 0.78;
            case HALF -> 0.83;
            case THRESHOLD, HILLS -> 0.87;
            case INTERVAL, REPETITION, RACE_PACE, STRIDES -> 0.92;
        };
    }

    private void ratio(String by, ToDoubleFunction<Piece> load, double easySecond) {
        int before = 7 * RECORDED_WEEKS;
        int days = 7 * plan.weeks().size();
        var loads = new double[before + days];
        LocalDate start = plan.plan().start();
        int known = record(loads, before, easySecond);
        for (var run : plan.runs()) {
            int day = before + (int) ChronoUnit.DAYS.between(start, run.on());
            if (day >= 0 && day < loads.length) {
                loads[day] += run.pieces().stream().mapToDouble(load).sum();
            }
        }
        double limit = LIMIT * (by.startsWith("heart") ? 1.01 : Subject.EXACT);
        double worst = 0;
        Week worstWeek = null;
        for (int day = before; day < loads.length; day++) {
            if (day - 27 < before - known) {
                continue;
            }
            var week = plan.weeks().get((day - before) / 7);
            double chronic = mean(loads, day, 28);
            double ratio = chronic == 0 ? 0 : mean(loads, day, 7) / chronic;
            if (ratio > worst && !week.raceWeek()) {
                worst = ratio;
                worstWeek = week;
            }
        }
        if (worstWeek != null && worst > limit) {
            findings.add(
                    "D40",
                    worstWeek,
                    String.format(Locale.ROOT, "ACWR %.3f by %s, limit 1.3", worst, by)
                            + (lowRecord()
                                    ? ", the record is " + percent(recorded() / usual()) + " of the starting volume"
                                    : ""),
                    lowRecord());
        }
    }

    /** Days of record, which end on the eve of the plan. */
    private int record(double[] loads, int before, double easySecond) {
        var weekly = plan.athlete().record().weeklySeconds();
        Set<Integer> weekdays = new TreeSet<>();
        for (var run : plan.weeks().getFirst().runs()) {
            weekdays.add(run.on().getDayOfWeek().getValue() - 1);
        }
        if (weekdays.isEmpty()) {
            return 0;
        }
        int weeks = weekly.isEmpty() ? 4 : Math.min(RECORDED_WEEKS, weekly.size());
        for (int week = 0; week < weeks; week++) {
            double seconds = weekly.isEmpty() ? usual() : weekly.get(week);
            for (int day : weekdays) {
                loads[before - 7 * (week + 1) + day] += seconds * easySecond / weekdays.size();
            }
        }
        return 7 * weeks;
    }

    private double usual() {
        return plan.startVolume() / 1000 * plan.pacing().easy();
    }

    private double recorded() {
        return plan.athlete().record().weeklySeconds().stream()
                .limit(4)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(usual());
    }

    private boolean lowRecord() {
        return recorded() < 0.9 * usual();
    }

    private static double mean(double[] loads, int day, int length) {
        double sum = 0;
        for (int back = 0; back < length; back++) {
            sum += day - back >= 0 ? loads[day - back] : 0;
        }
        return sum / length;
    }
}
