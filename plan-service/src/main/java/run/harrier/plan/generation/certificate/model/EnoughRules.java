package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Judges whether the plan is enough for its race (D25, D31), and its long runs (D26). */
final class EnoughRules {
    private static final int FIVE_MINUTES = 300;
    private static final int REMEMBERED_DAYS = 30;
    private static final double WITHOUT_RECORD_SECONDS = 1800;
    private static final double TOLERANCE = 0.01;

    private EnoughRules() {}

    /** The longest run before the taper, by distance or by time, whichever is nearer to enough. */
    static CertificateEntry longestRun(PlanUnderReview review) {
        var longest = review.policy()
                .race(review.goalMetres())
                .longest(review.athlete().level());
        double best = 0;
        Integer at = null;
        for (var week : review.beforeTaper()) {
            for (var run : week.sessions()) {
                if (run.running() && !run.raced()) {
                    double reached = Math.max(
                            review.metres(run) / longest.metres(), review.seconds(run) / 60 / longest.minutes());
                    if (reached > best) {
                        best = reached;
                        at = week.number();
                    }
                }
            }
        }
        return review.insisted(new CertificateEntry(
                "D25", "the longest run over what the race needs; at least", best >= 1 - 1e-9, at, best, 1, null));
    }

    static CertificateEntry highestWeek(PlanUnderReview review) {
        double needed = review.policy()
                .race(review.goalMetres())
                .highestWeekMetres(review.athlete().level());
        double best = 0;
        Integer at = null;
        for (var week : review.beforeTaper()) {
            if (week.distanceMetres() > best) {
                best = week.distanceMetres();
                at = week.number();
            }
        }
        return review.insisted(new CertificateEntry(
                "D25",
                "metres of the highest week before the taper; at least",
                best >= needed,
                at,
                best,
                needed,
                null));
    }

    /** Its minutes, its share of the week (D7's table in D26), and the longest run of its week. */
    static CertificateEntry longRun(PlanUnderReview review) {
        var worst = new WorstCase();
        var demand = review.policy().race(review.goalMetres());
        for (var week : review.weeks()) {
            int runs = review.daysPerWeek();
            for (var session : week.sessions()) {
                if (session.kind() == SessionKind.LONG) {
                    double share = review.metres(session) / demand.longRunMetres(week.distanceMetres(), runs);
                    double minutes = review.seconds(session) / 60 / demand.longRunMinutes();
                    worst.atMost(week.number(), Math.max(share / (1 + TOLERANCE), minutes), 1);
                }
            }
        }
        return worst.entry("D26", "the long run over its share of the week and its minutes; at most");
    }

    /** No run exceeds the longest of thirty days by more than a tenth, rounded, or five minutes. */
    static CertificateEntry singleRuns(PlanUnderReview review) {
        var worst = new WorstCase();
        var runs = new ArrayList<Run>();
        runs.add(new Run(review.plan().start().minusDays(1), longestBefore(review)));
        for (var week : review.weeks()) {
            for (var session : week.sessions()) {
                if (session.running() && !session.raced()) {
                    double longest = longest(runs, session.on());
                    double most = Math.max(
                            longest + FIVE_MINUTES,
                            Math.floor((1 + review.policy().runRise()) * longest / FIVE_MINUTES + 0.5) * FIVE_MINUTES);
                    worst.atMost(week.number(), review.seconds(session) / most, 1);
                    runs.add(new Run(session.on(), review.seconds(session)));
                }
            }
        }
        return worst.entry("D26", "a run over the longest that thirty days allow; at most");
    }

    private record Run(LocalDate on, double seconds) {}

    private static double longest(List<Run> runs, LocalDate day) {
        double longest = 0;
        var since = day.minusDays(REMEMBERED_DAYS);
        for (int i = runs.size() - 1; i >= 0; i--) {
            var run = runs.get(i);
            if (run.on().isBefore(since)) {
                break;
            }
            longest = run.on().isBefore(day) ? Math.max(longest, run.seconds()) : longest;
        }
        return longest == 0 ? WITHOUT_RECORD_SECONDS : longest;
    }

    private static double longestBefore(PlanUnderReview review) {
        var recorded = review.athlete().record().longestRunSeconds();
        if (recorded != null) {
            return recorded;
        }
        var minutes = review.athlete().longestRunMinutes();
        return minutes == null ? WITHOUT_RECORD_SECONDS : 60.0 * minutes;
    }

    /** The long run is the longest of its week, and an easy run has a part of it. */
    static CertificateEntry easyOfLong(PlanUnderReview review) {
        var worst = new WorstCase();
        double share = review.daysPerWeek() <= 4
                ? review.policy().easyOfLongOnFewDays()
                : review.policy().easyOfLong();
        for (var week : review.weeks()) {
            double longRun = week.sessions().stream()
                    .filter(session -> session.kind() == SessionKind.LONG)
                    .mapToDouble(session -> review.seconds(session))
                    .max()
                    .orElse(0);
            for (var session : week.sessions()) {
                if (longRun > 0 && session.running() && !session.raced() && session.kind() != SessionKind.LONG) {
                    boolean small = longRun * share < 20 * 60;
                    double most = session.kind() == SessionKind.EASY && !small ? share * longRun : longRun;
                    worst.atMost(week.number(), review.seconds(session) / most, 1 + TOLERANCE);
                }
            }
        }
        return worst.entry("D26", "easy runs over their part of the week's long run; at most");
    }

    /** The plan's longest is the last long run far enough from the race. */
    static CertificateEntry longestAtItsTime(PlanUnderReview review) {
        int away = review.policy().race(review.goalMetres()).daysFromLongestRun();
        var raceDay = review.plan().end();
        double longest = 0;
        double last = 0;
        Integer number = null;
        for (var week : review.weeks()) {
            for (var session : week.sessions()) {
                if (session.kind() == SessionKind.LONG) {
                    longest = Math.max(longest, review.seconds(session));
                    if (!session.on().isAfter(raceDay.minusDays(away)) && !week.down()) {
                        last = review.seconds(session);
                        number = week.number();
                    }
                }
            }
        }
        double ratio = longest == 0 ? 1 : last / longest;
        return new CertificateEntry(
                "D26",
                "the last long run far enough from the race over the longest; at least",
                ratio >= 1 - 1e-9,
                number,
                ratio,
                1,
                null);
    }

    /** Marathon pace before race day, in all and in each long run (D31). */
    static CertificateEntry marathonPace(PlanUnderReview review) {
        boolean beginner = review.athlete().level() == Level.BEGINNER;
        double owed = beginner
                ? 25_000
                : review.request().currentWeeklyDistanceMetres(review.athlete()) >= 60_000 ? 60_000 : 45_000;
        if (review.baseSkipped()) {
            owed /= 2;
        }
        double sum = 0;
        double before = 0;
        boolean grows = true;
        for (var week : review.weeks()) {
            for (var session : week.sessions()) {
                if (session.raced()) {
                    continue;
                }
                double at = 0;
                for (var stretch : review.stretches(session)) {
                    at += marathon(stretch) ? review.estimate().distanceMetres(stretch) : 0;
                }
                sum += at;
                if (session.kind() == SessionKind.LONG && at > 0 && week.phase() != Phase.TAPER) {
                    grows &= at >= before - 100;
                    before = at;
                }
            }
        }
        return new CertificateEntry(
                "D31",
                "metres at marathon pace before race day; at least",
                sum >= owed && grows,
                null,
                sum,
                owed,
                null);
    }

    private static boolean marathon(Step.Stretch stretch) {
        return stretch.target() != null
                && (stretch.target().isZone(Zone.MARATHON)
                        || (stretch.target() instanceof Target.AtRacePace race
                                && race.raceDistanceMetres() > 42_000
                                && race.offsetSecondsPerKm() == 0));
    }

    /** Race-specific work of a session at least and at most, by distance. */
    static CertificateEntry racePace(PlanUnderReview review) {
        var worst = new WorstCase();
        double race = review.goalMetres();
        for (var week : review.weeks()) {
            for (var session : week.sessions()) {
                double at = raceMetres(review, session, race);
                if (at > 0 && !session.raced()) {
                    double share = race <= 6_000 ? 0.15 : 0.2;
                    worst.atMost(week.number(), at / week.distanceMetres() / share, 1 + TOLERANCE);
                    if (week.phase() == Phase.PEAK && !week.down() && session.kind() != SessionKind.PROGRESSION) {
                        double least = Math.min(leastMetres(race), 0.12 * week.distanceMetres());
                        worst.atLeast(week.number(), at / least, 1 - TOLERANCE);
                    }
                }
            }
        }
        return worst.entry("D31", "race-pace work of a session over its share of the week, or over the least of it");
    }

    static double raceMetres(PlanUnderReview review, PlannedSession session, double race) {
        double at = 0;
        for (var stretch : review.stretches(session)) {
            at += stretch.target() instanceof Target.AtRacePace pace && Math.abs(pace.raceDistanceMetres() - race) < 1
                    ? review.estimate().distanceMetres(stretch)
                    : 0;
        }
        return at;
    }

    private static double leastMetres(double race) {
        if (race <= 3_000) {
            return 1_200;
        }
        return race <= 6_000 ? 4_000 : 6_000;
    }

    /** Hours and easy runs within what is asked without a coach's word (D33). */
    static CertificateEntry hours(PlanUnderReview review) {
        var worst = new WorstCase();
        var options = review.request().options();
        double hours =
                options.weeklyHours() == null ? review.policy().highestWeekSeconds() : 3600 * options.weeklyHours();
        for (TrainingWeek week : review.weeks()) {
            worst.atMost(week.number(), week.durationSeconds(), hours);
        }
        return worst.entry("D33", "seconds of running in a week; at most");
    }
}
