package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Fills a week: its long run and its hard sessions are given, what is left of its time goes to easy runs in steps of
 * five minutes, none under twenty (D27), none near the long run's length (D26); what the easy days cannot hold goes into
 * the warm-ups (D28).
 */
final class WeekFill {
    static final int UNIT = 300;
    static final int SHORTEST_RUN_SECONDS = 20 * 60;
    private static final int LONGEST_WARM_UP_SECONDS = 25 * 60;
    private static final int LONGEST_BEFORE_TEST_SECONDS = 20 * 60;
    /** Of the four strides of a warm-up. */
    static final int STRIDES_SECONDS = 320;

    private static final int STRIDE_SECONDS = 20;
    private static final int STRIDE_REST_SECONDS = 60;
    /** Of a week on every day (D43). */
    static final double LOW_DAY_OF_MEAN = 0.6;

    private static final double MEDIUM_LONG = 1.3;
    private static final double BEFORE_LONG_RUN = 0.7;
    private static final double AFTER_LONG_RUN = 0.85;
    private static final double BEFORE_HARD_DAY = 0.9;
    private static final double LAST_BEFORE_RACE = 0.55;
    private static final double SECOND_LAST_BEFORE_RACE = 0.75;

    /** A session on its day before it has its words. */
    record Drafted(DayOfWeek day, SessionKind kind, boolean quality, Part part, List<Step> steps) {
        Drafted {
            steps = List.copyOf(steps);
        }

        /** The first session of a day; absent on a day without one. */
        static @Nullable Drafted on(List<Drafted> all, DayOfWeek day) {
            for (var draft : all) {
                if (draft.day() == day) {
                    return draft;
                }
            }
            return null;
        }
    }

    /** A hard session on its day: its work, and the frame it has at least. */
    record Hard(
            DayOfWeek day,
            SessionKind kind,
            Part part,
            List<Step> work,
            int warmUpSeconds,
            boolean strides,
            int coolDownSeconds) {}

    private final PaceEstimate estimate;
    private final PlanPolicy policy;
    private final Rpe effort;
    private final int longestEasySeconds;

    WeekFill(PaceEstimate estimate, PlanPolicy policy, Rpe effort, int longestEasySeconds) {
        this.estimate = estimate;
        this.policy = policy;
        this.effort = effort;
        this.longestEasySeconds = longestEasySeconds;
    }

    /** @param fewer runs than days, because the week is too small for them (D27) */
    record Filled(List<Drafted> sessions, double seconds, boolean fewer) {}

    /**
     * @param days all that are run, but for a race
     * @param longRun absent in a week without one
     * @param longRunSeconds of the long run, or what an easy run may last at most where there is none
     * @param target of the week's running time
     * @param most it must not exceed
     * @param strided easy runs that end with strides
     */
    Filled fill(
            Set<DayOfWeek> days,
            @Nullable Drafted longRun,
            double longRunSeconds,
            List<Hard> hard,
            double target,
            double most,
            int strided,
            int strides) {
        var warmUps = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        double fixed = longRun == null ? 0 : estimate.durationSeconds(longRun.steps());
        var left = EnumSet.noneOf(DayOfWeek.class);
        left.addAll(days);
        if (longRun != null) {
            left.remove(longRun.day());
        }
        for (var session : hard) {
            warmUps.put(session.day(), session.warmUpSeconds());
            fixed += estimate.durationSeconds(framed(session, session.warmUpSeconds()));
            left.remove(session.day());
        }
        boolean fewer = false;
        double share = days.size() <= 4 ? policy.easyOfLongOnFewDays() : policy.easyOfLong();
        double cap = Math.min(longestEasySeconds, longRun == null ? longRunSeconds : share * longRunSeconds);
        int withStrides = Math.min(strided, left.size());
        double extra = strides * (STRIDE_SECONDS + STRIDE_REST_SECONDS);
        while (!left.isEmpty() && units(target, most, fixed + withStrides * extra) < least(left.size(), withStrides)) {
            if (withStrides > 0) {
                withStrides--;
                continue;
            }
            left.remove(leastUseful(left, longRun, hard));
            fewer = true;
        }
        fixed += withStrides * extra;
        int units = Math.max(0, units(target, most, fixed));
        var strideDays = strideDays(left, withStrides, longRun, hard);
        var runs = distributed(left, strideDays, units, cap, extra, longRun, hard, days.size() == 7, target);
        int over = units - sum(runs);
        for (var session : hard) {
            int longest = session.kind() == SessionKind.TEST ? LONGEST_BEFORE_TEST_SECONDS : LONGEST_WARM_UP_SECONDS;
            while (over > 0
                    && session.warmUpSeconds() > 0
                    && warmUps.getOrDefault(session.day(), 0) + UNIT <= longest) {
                if (estimate.durationSeconds(framed(session, warmUps.getOrDefault(session.day(), 0) + UNIT))
                        >= longRunSeconds) {
                    break;
                }
                warmUps.merge(session.day(), UNIT, Integer::sum);
                over--;
            }
        }
        var sessions = new ArrayList<Drafted>();
        if (longRun != null) {
            sessions.add(longRun);
        }
        for (var session : hard) {
            sessions.add(new Drafted(
                    session.day(),
                    session.kind(),
                    true,
                    session.part(),
                    framed(session, warmUps.getOrDefault(session.day(), 0))));
        }
        runs.forEach((day, unit) -> sessions.add(easy(day, unit * UNIT, strideDays.contains(day) ? strides : 0)));
        sessions.sort(Comparator.comparing(Drafted::day));
        double seconds = 0;
        for (var session : sessions) {
            seconds += estimate.durationSeconds(session.steps());
        }
        return new Filled(sessions, seconds, fewer);
    }

    private static int sum(Map<DayOfWeek, Integer> runs) {
        int sum = 0;
        for (int units : runs.values()) {
            sum += units;
        }
        return sum;
    }

    private static int units(double target, double most, double fixed) {
        int nearest = (int) Math.round((target - fixed) / UNIT);
        return fixed + nearest * (double) UNIT > most ? (int) Math.floor((most - fixed) / UNIT + 1e-9) : nearest;
    }

    private static int least(int runs, int withStrides) {
        return runs * SHORTEST_RUN_SECONDS / UNIT - withStrides;
    }

    /** The day beside the long run goes first, then the last. */
    private static DayOfWeek leastUseful(Set<DayOfWeek> left, @Nullable Drafted longRun, List<Hard> hard) {
        return left.stream()
                .max(Comparator.<DayOfWeek>comparingInt(day -> touching(day, longRun, hard))
                        .thenComparing(day -> day))
                .orElseThrow();
    }

    private static int touching(DayOfWeek day, @Nullable Drafted longRun, List<Hard> hard) {
        int touching = longRun != null && beside(day, longRun.day()) ? 2 : 0;
        for (var session : hard) {
            touching += beside(day, session.day()) ? 1 : 0;
        }
        return touching;
    }

    private static boolean beside(DayOfWeek a, DayOfWeek b) {
        return a.plus(1) == b || b.plus(1) == a;
    }

    /** Not beside a hard one where another is left. */
    private static Set<DayOfWeek> strideDays(
            Set<DayOfWeek> left, int count, @Nullable Drafted longRun, List<Hard> hard) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (int beside = 0; beside <= 2; beside++) {
            for (var day : left) {
                boolean before = on(day.plus(1), hard)
                        || (longRun != null && longRun.day().plus(1) == day);
                boolean after = on(day.minus(1), hard);
                if (days.size() < count && beside == (before ? 2 : after ? 1 : 0)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static Map<DayOfWeek, Integer> distributed(
            Set<DayOfWeek> left,
            Set<DayOfWeek> strideDays,
            int units,
            double capSeconds,
            double stridesSeconds,
            @Nullable Drafted longRun,
            List<Hard> hard,
            boolean everyDay,
            double target) {
        var runs = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        if (left.isEmpty()) {
            return runs;
        }
        var caps = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        var weights = new EnumMap<DayOfWeek, Double>(DayOfWeek.class);
        DayOfWeek low = everyDay ? lowDay(left, longRun, hard) : null;
        for (var day : left) {
            boolean strided = strideDays.contains(day);
            int shortest = SHORTEST_RUN_SECONDS / UNIT - (strided ? 1 : 0);
            int most = Math.max(shortest, (int) ((capSeconds - (strided ? stridesSeconds : 0)) / UNIT + 1e-9));
            if (day == low) {
                most = Math.min(
                        most, Math.max(SHORTEST_RUN_SECONDS / UNIT, (int) (LOW_DAY_OF_MEAN * target / 7 / UNIT)));
                most = strided ? Math.max(shortest, most - 2) : most;
            }
            runs.put(day, shortest);
            caps.put(day, most);
            double weight = longRun == null ? beforeRace(day, left) : besides(day, longRun.day(), hard);
            weights.put(day, day == low ? 0.5 : weight);
        }
        int rest = units - sum(runs);
        while (rest > 0) {
            DayOfWeek next = null;
            double emptiest = Double.MAX_VALUE;
            for (var day : left) {
                double fullness = runs.getOrDefault(day, 0) / weights.getOrDefault(day, 1.0);
                if (runs.getOrDefault(day, 0) < caps.getOrDefault(day, 0) && fullness < emptiest) {
                    emptiest = fullness;
                    next = day;
                }
            }
            if (next == null) {
                break;
            }
            runs.merge(next, 1, Integer::sum);
            rest--;
        }
        return runs;
    }

    /** Short before the long run, and longest where neither a hard day nor the long run is near. */
    private static double besides(DayOfWeek day, DayOfWeek longRunDay, List<Hard> hard) {
        if (day.plus(1) == longRunDay) {
            return BEFORE_LONG_RUN;
        }
        if (day == longRunDay.plus(1)) {
            return AFTER_LONG_RUN;
        }
        if (on(day.plus(1), hard)) {
            return BEFORE_HARD_DAY;
        }
        boolean after = on(day.minus(1), hard);
        boolean middle = day == longRunDay.plus(3) || day == longRunDay.plus(4);
        return after ? 1 : !hard.isEmpty() || middle ? MEDIUM_LONG : 1;
    }

    private static boolean on(DayOfWeek day, List<Hard> hard) {
        for (var session : hard) {
            if (session.day() == day) {
                return true;
            }
        }
        return false;
    }

    /** The nearer the race, the shorter. */
    private static double beforeRace(DayOfWeek day, Set<DayOfWeek> left) {
        long later = left.stream().filter(other -> other.compareTo(day) > 0).count();
        return later == 0 ? LAST_BEFORE_RACE : later == 1 ? SECOND_LAST_BEFORE_RACE : 1;
    }

    /** Of a week on every day: the day after the long run, or another without strain (D43). */
    private static DayOfWeek lowDay(Set<DayOfWeek> left, @Nullable Drafted longRun, List<Hard> hard) {
        if (longRun != null && left.contains(longRun.day().plus(1))) {
            return longRun.day().plus(1);
        }
        return leastUseful(left, longRun, hard);
    }

    List<Step> framed(Hard session, int warmUpSeconds) {
        var steps = new ArrayList<Step>();
        if (warmUpSeconds > 0) {
            steps.add(easyStep(StepKind.WARM_UP, warmUpSeconds));
        }
        if (session.strides()) {
            steps.add(strides(4));
        }
        steps.addAll(session.work());
        if (session.coolDownSeconds() > 0) {
            steps.add(easyStep(StepKind.COOL_DOWN, session.coolDownSeconds()));
        }
        return steps;
    }

    private Drafted easy(DayOfWeek day, int seconds, int strides) {
        var steps = new ArrayList<Step>();
        steps.add(easyStep(StepKind.RUN, seconds));
        if (strides > 0) {
            steps.add(strides(strides));
        }
        return new Drafted(day, SessionKind.EASY, false, strides > 0 ? Part.STRIDES : Part.EASY, steps);
    }

    static Step strides(int times) {
        return Step.repeat(
                times,
                new Step.Stretch(StepKind.STRIDES, Extent.seconds(STRIDE_SECONDS), null, new Rpe(6, 7)),
                Step.recovery(Extent.seconds(STRIDE_REST_SECONDS)));
    }

    Step easyStep(StepKind kind, int seconds) {
        return new Step.Stretch(kind, Extent.seconds(seconds), Target.zone(Zone.EASY), effort);
    }
}
