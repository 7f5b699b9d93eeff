package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Judges how hard and easy days are mixed. */
final class QualityRules {

    private static final double LARGEST_HARD_TIME_SHARE = 0.20;

    private static final double LADDER_PACE_METRES = 5_000;

    private QualityRules() {}

    /** Over the whole plan, running sessions only, test and race counted as hard (S21, D2). */
    static CertificateEntry hardSessions(PlanUnderReview review) {
        var share = (double) review.runs().stream().filter(PlannedSession::hard).count()
                / review.runs().size();
        var limit = review.athlete().level() == Level.BEGINNER
                ? review.policy().beginnerHardSessions()
                : review.policy().hardSessions();
        return new CertificateEntry(
                "S21",
                "hard sessions as a share of all runs of the plan; at most",
                share <= limit,
                hardestWeek(review, TrainingWeek::hardShare),
                share,
                limit,
                null);
    }

    static CertificateEntry hardTime(PlanUnderReview review) {
        var estimate = review.estimate();
        var hardSeconds = review.runs().stream()
                .mapToDouble(run -> run.hardSeconds(estimate))
                .sum();
        var allSeconds = review.runs().stream().mapToDouble(review::seconds).sum();
        var share = hardSeconds / allSeconds;
        return new CertificateEntry(
                "D2",
                "time at T, I, R, in tests and in the race as a share of the plan's running time; at most",
                share <= LARGEST_HARD_TIME_SHARE,
                hardestWeek(review, TrainingWeek::hardTimeShare),
                share,
                LARGEST_HARD_TIME_SHARE,
                null);
    }

    /** Planned moderate running over the whole plan (D2, S22). */
    static CertificateEntry moderateTime(PlanUnderReview review) {
        var estimate = review.estimate();
        double moderate = 0;
        double all = 0;
        for (var run : review.runs()) {
            moderate += run.moderateSeconds(estimate);
            all += review.seconds(run);
        }
        double limit = review.resolvedFocus() == Focus.DISTANCE
                ? review.policy().moderateTime()
                : review.policy().moderateTimeElse();
        return new CertificateEntry(
                "S22",
                "planned moderate running as a share of the time; at most",
                moderate / all <= limit,
                null,
                moderate / all,
                limit,
                null);
    }

    /** The first of the weeks with the highest share. */
    private static int hardestWeek(PlanUnderReview review, ToDoubleFunction<TrainingWeek> share) {
        var hardest = review.weeks().getFirst();
        for (var week : review.weeks()) {
            hardest = share.applyAsDouble(week) > share.applyAsDouble(hardest) ? week : hardest;
        }
        return hardest.number();
    }

    /** D13's count; more than it, on the coach's explicit request, is an override (S23). */
    static CertificateEntry qualityPerWeek(PlanUnderReview review) {
        var closest = new WorstCase();
        var requested = review.request().qualityPerWeek();
        var withinRequest = true;
        for (var week : review.weeks()) {
            var hard = week.count(PlannedSession::hard);
            var limit = hardSessionsAllowed(review, week);
            closest.atMost(week.number(), hard, limit);
            withinRequest &= hard <= (requested != null && loading(week) ? Math.max(requested, limit) : limit);
        }
        var text = "hard sessions in a week; at most";
        return withinRequest
                ? closest.overridden("S23", text, "the coach asked for " + requested + " quality sessions a week")
                : closest.entry("S23", text);
    }

    /** In base a test; in a down week and in the taper one; three only where they are asked for (D13). */
    private static int hardSessionsAllowed(PlanUnderReview review, TrainingWeek week) {
        if (week.phase() == Phase.BASE) {
            return Math.min(1, week.count(session -> session.kind() == SessionKind.TEST));
        }
        if (week.number() == review.weeks().size()) {
            return 2;
        }
        if (!loading(week)) {
            return 1;
        }
        var requested = review.request().qualityPerWeek();
        var allowed = review.athlete().level().allowedQuality(review.daysPerWeek());
        return requested == null || requested < 3 ? Math.min(2, allowed) : allowed;
    }

    private static boolean loading(TrainingWeek week) {
        return week.phase() != Phase.BASE && week.phase() != Phase.TAPER && !week.down();
    }

    /** No adjacent quality days, Sunday and Monday included (S24, D13). */
    static CertificateEntry hardAndEasyAlternate(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        LocalDate previous = null;
        for (TrainingWeek week : review.weeks()) {
            for (PlannedSession session : week.sessions()) {
                if (session.hard()) {
                    if (previous != null) {
                        closest.atLeast(week.number(), PlanUnderReview.days(previous, session.on()), 2);
                    }
                    previous = session.on();
                }
            }
        }
        return closest.entry("S24", "days from one hard session to the next; at least");
    }

    static CertificateEntry everySessionHasPurpose(PlanUnderReview review) {
        return review.none(
                "S25",
                "sessions without a purpose",
                week -> week.count(session -> session.purpose().isBlank()));
    }

    /** A day without a run, or with an easy one (S39). */
    static CertificateEntry lowStressDays(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        for (TrainingWeek week : review.weeks()) {
            var stressful = week.count(session -> session.running() && session.kind() != SessionKind.EASY);
            closest.atLeast(week.number(), 7 - stressful, 1);
        }
        return closest.entry("S39", "rest or low-stress days in a week; at least");
    }

    /** Most of a distance block's faster running is at half-marathon and marathon pace (S31, D6). */
    static CertificateEntry distanceFocus(PlanUnderReview review) {
        var faster = review.trainingRuns()
                .flatMap(run -> review.stretches(run).stream())
                .filter(stretch -> stretch.intensity() != Intensity.LOW && stretch.kind() != StepKind.STRIDES)
                .toList();
        var fasterMetres = metres(faster.stream(), review);
        var marathonAndHalfMetres = metres(faster.stream().filter(QualityRules::marathonOrHalf), review);
        var share = fasterMetres == 0 ? 1 : marathonAndHalfMetres / fasterMetres;
        return new CertificateEntry(
                "S31",
                "half-marathon and marathon pace as a share of all faster running; more than",
                share > 0.5,
                null,
                share,
                0.5,
                null);
    }

    private static double metres(Stream<Step.Stretch> stretches, PlanUnderReview review) {
        return stretches.mapToDouble(review.estimate()::distanceMetres).sum();
    }

    private static boolean marathonOrHalf(Step.Stretch stretch) {
        return switch (stretch.target()) {
            case Target.InZone in -> in.zone() == Zone.MARATHON;
            case Target.AtRacePace race -> race.raceDistanceMetres() >= 21_000;
            case null -> false;
        };
    }

    /** The repetitions at 5K pace never get shorter (S32). */
    static CertificateEntry ladder(PlanUnderReview review) {
        var offences = new Offences();
        double longest = 0;
        for (var week : review.weeks()) {
            if (week.phase() == Phase.EARLY_QUALITY || week.phase() == Phase.BUILD) {
                var metres = racePaceRepetitionMetres(week).summaryStatistics();
                offences.add(week.number(), metres.getMin() < longest ? 1 : 0);
                longest = Math.max(longest, metres.getMax());
            }
        }
        return offences.entry("S32", "weeks of early quality and build whose 5K repetitions are shorter than before");
    }

    private static DoubleStream racePaceRepetitionMetres(TrainingWeek week) {
        return week.sessions().stream()
                .filter(session -> !session.raced())
                .flatMap(PlannedSession::stretches)
                .filter(stretch -> stretch.target() instanceof Target.AtRacePace pace
                        && pace.raceDistanceMetres() == LADDER_PACE_METRES)
                .map(Step.Stretch::extent)
                .filter(Extent.Distance.class::isInstance)
                .map(Extent.Distance.class::cast)
                .mapToDouble(Extent.Distance::metres);
    }

    /** One long run every week of a distance block before the taper (S34). */
    static CertificateEntry longRunEveryWeek(PlanUnderReview review) {
        return review.none(
                "S34",
                "weeks before the taper without a long run",
                week -> tapers(review, week)
                                || review.afterRaces().recovering(week.start())
                                || week.count(s -> s.kind() == SessionKind.LONG) == 1
                        ? 0
                        : 1);
    }

    private static boolean tapers(PlanUnderReview review, TrainingWeek week) {
        LocalDate from = review.plan().taperFrom();
        return from != null && !week.start().plusDays(6).isBefore(from);
    }

    /** Volume and speed are both in the plan (S37). */
    static CertificateEntry volumeAndSpeed(PlanUnderReview review) {
        var hard = (int) review.trainingRuns().filter(PlannedSession::quality).count();
        return new CertificateEntry("S37", "quality sessions in the plan; at least", hard >= 1, null, hard, 1, null);
    }

    /** Limits named beforehand are kept; only the race may fall on a day without running (U4, D15). */
    static CertificateEntry availability(PlanUnderReview review) {
        return review.none("U4", "runs on days kept free or beyond the days of a week", week -> {
            var onFreeDays = week.count(session -> session.running()
                    && session.kind() != SessionKind.RACE
                    && review.request().noRunDays().contains(session.on().getDayOfWeek()));
            return onFreeDays + Math.max(0, week.count(PlannedSession::running) - review.daysPerWeek());
        });
    }

    /** Most running is at RPE 4 or lower (S10). */
    static CertificateEntry easyMinutes(PlanUnderReview review) {
        var stretches = review.runs().stream()
                .flatMap(run -> review.stretches(run).stream())
                .toList();
        var easy = stretches.stream()
                .filter(stretch -> stretch.rpe() == null || stretch.rpe().easy());
        var share = seconds(easy, review) / seconds(stretches.stream(), review);
        return new CertificateEntry(
                "S10", "running time at RPE 4 or lower, as a share; more than", share > 0.5, null, share, 0.5, null);
    }

    private static double seconds(Stream<Step.Stretch> stretches, PlanUnderReview review) {
        return stretches.mapToDouble(review.estimate()::durationSeconds).sum();
    }
}
