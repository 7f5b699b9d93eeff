package run.harrier.plan.generation.plan.model;

import java.util.List;

/**
 * The numbers a plan is written and judged by, for the generator and the certificate alike.
 *
 * @param usualRise of a week that raises the volume over the highest before it, as a share (D4)
 * @param highestRise the limit of it (S53)
 * @param runRise of a single run over the longest of the thirty days before it, at most (D26)
 * @param highestOverStart the highest week over the starting volume (D4)
 * @param highestOverStartMetres or so many metres above it, where that is more
 * @param highestWhereNeeded the same in plans of twelve weeks and more whose race needs it (D4, D25)
 * @param down how far a down week falls (S54, D7)
 * @param taper a taper week over the one before it (D7)
 * @param loadingFloor a loading week over the highest so far, at least (D4)
 * @param peakFloor the same in peak
 * @param speedFloor the same with a speed focus after base
 * @param hardSessions hard sessions as a share of the running sessions, at most (D2)
 * @param beginnerHardSessions the same for a beginner
 * @param hardTime hard running as a share of the time, at most (D2)
 * @param moderateTime moderate running as a share of the time, at most, with a distance focus
 * @param moderateTimeElse the same without
 * @param thresholdShare work at T in a session over the week's distance, at most (D7)
 * @param intervalShare the same at I
 * @param repetitionShare the same at R
 * @param hillSeconds hills in a session, at most
 * @param dueShare of those caps that a phase's work reaches (D30)
 * @param tests days between fitness tests (S56)
 * @param easyOfLong an easy run over the week's long run, at most, on five days and more (D26)
 * @param easyOfLongOnFewDays the same on three and four
 * @param longestEasySeconds of an easy run, but for the coach's word (D33)
 * @param highestWeekSeconds of running, but for the coach's word (D33)
 * @param highestAcwr what a plan done as it stands never exceeds (D40)
 * @param races by rising distance: what each race needs
 */
public record PlanPolicy(
        double usualRise,
        double highestRise,
        double runRise,
        double highestOverStart,
        double highestOverStartMetres,
        double highestWhereNeeded,
        Range down,
        Range taper,
        double loadingFloor,
        double peakFloor,
        double speedFloor,
        double hardSessions,
        double beginnerHardSessions,
        double hardTime,
        double moderateTime,
        double moderateTimeElse,
        double thresholdShare,
        double intervalShare,
        double repetitionShare,
        int hillSeconds,
        double dueShare,
        Range tests,
        double easyOfLong,
        double easyOfLongOnFewDays,
        int longestEasySeconds,
        int highestWeekSeconds,
        double highestAcwr,
        List<RaceDemand> races) {

    /** @param usual the value that is aimed at */
    public record Range(double least, double usual, double most) {
        public boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    /**
     * What a race up to a distance needs (D7, D25, D26).
     *
     * @param daysFromLongestRun between the plan's longest run and the race, at least
     * @param longest the longest run of the plan is at least one of the two
     * @param highestWeekMetres at least
     * @param longRunShare of the week's distance, at most
     * @param longRunShareOnThreeDays the same on three running days
     */
    public record RaceDemand(
            double upToMetres,
            int taperDays,
            int daysFromLongestRun,
            Longest longest,
            Longest beginnerLongest,
            double highestWeekMetres,
            double beginnerHighestWeekMetres,
            double longRunShare,
            double longRunShareOnThreeDays,
            int longRunMinutes) {

        public Longest longest(Level level) {
            return level == Level.BEGINNER ? beginnerLongest : longest;
        }

        public double highestWeekMetres(Level level) {
            return level == Level.BEGINNER ? beginnerHighestWeekMetres : highestWeekMetres;
        }

        /** The smallest week whose share holds the longest run, in metres (D25, D26). */
        public double longestOfWeek(Level level, int days, double easySecondsPerKm) {
            double metres = 1000 * longest(level).seconds(easySecondsPerKm) / easySecondsPerKm;
            double week = metres;
            while (longRunMetres(week, days) < metres) {
                week += 500;
            }
            return week;
        }

        /** The most metres of a long run in a week of so many (D26). */
        public double longRunMetres(double weekMetres, int days) {
            if (days <= 3) {
                return longRunShareOnThreeDays * weekMetres;
            }
            return Math.max(
                    longRunShare * weekMetres,
                    Math.min(SMALL_WEEK_SHARE * weekMetres, longRunShare * SMALL_WEEK_METRES));
        }
    }

    /** A run that is long enough by distance or by time, whichever is first. */
    public record Longest(double metres, int minutes) {
        public boolean reached(double runMetres, double runSeconds) {
            return runMetres >= metres || runSeconds >= 60.0 * minutes;
        }

        /** The least time that is enough at a pace. */
        public double seconds(double secondsPerKm) {
            return Math.min(60.0 * minutes, metres * secondsPerKm / 1000);
        }
    }

    /** With some room for how a course is measured. */
    public static final double MARATHON_METRES = 42_200;

    private static final double SMALL_WEEK_SHARE = 0.45;
    private static final double SMALL_WEEK_METRES = 45_000;

    public static final PlanPolicy USUAL = new PlanPolicy(
            0.06,
            0.10,
            0.10,
            1.5,
            12_000,
            2.0,
            new Range(0.20, 0.25, 0.30),
            new Range(0.62, 0.70, 0.78),
            0.97,
            0.90,
            0.85,
            0.28,
            0.24,
            0.20,
            0.15,
            0.08,
            0.10,
            0.08,
            0.05,
            600,
            2 / 3.0,
            new Range(28, 35, 42),
            0.75,
            0.90,
            90 * 60,
            11 * 3600,
            1.3,
            List.of(
                    new RaceDemand(
                            5_000,
                            7,
                            10,
                            new Longest(8_000, 50),
                            new Longest(5_000, 35),
                            20_000,
                            15_000,
                            0.30,
                            0.45,
                            120),
                    new RaceDemand(
                            10_000,
                            10,
                            10,
                            new Longest(12_000, 75),
                            new Longest(9_000, 65),
                            28_000,
                            20_000,
                            0.30,
                            0.45,
                            135),
                    new RaceDemand(
                            21_100,
                            14,
                            14,
                            new Longest(17_000, 105),
                            new Longest(17_000, 105),
                            40_000,
                            33_000,
                            0.40,
                            0.50,
                            150),
                    new RaceDemand(
                            42_200,
                            21,
                            21,
                            new Longest(29_000, 165),
                            new Longest(29_000, 165),
                            60_000,
                            48_000,
                            0.50,
                            0.55,
                            195),
                    new RaceDemand(
                            50_000,
                            21,
                            21,
                            new Longest(34_000, 225),
                            new Longest(34_000, 225),
                            70_000,
                            63_000,
                            0.50,
                            0.55,
                            240)));

    public PlanPolicy {
        races = List.copyOf(races);
    }

    /** The long run's share of a short race, and nothing that has to be reached (D51). */
    public RaceDemand withoutRace() {
        var shortest = races.getFirst();
        var nothing = new Longest(0, 0);
        return new RaceDemand(
                0,
                0,
                0,
                nothing,
                nothing,
                0,
                0,
                shortest.longRunShare(),
                shortest.longRunShareOnThreeDays(),
                shortest.longRunMinutes());
    }

    /** That of the longest race where the table has no row for one as long. */
    public RaceDemand race(double metres) {
        return races.stream()
                .filter(race -> metres <= race.upToMetres())
                .findFirst()
                .orElse(races.getLast());
    }
}
