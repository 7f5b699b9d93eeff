package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import run.harrier.plan.generation.plan.model.CertificateEntry;
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

    private static final double LARGEST_HARD_SHARE = 0.28;
    private static final double LARGEST_HARD_TIME_SHARE = 0.20;

    private QualityRules() {}

    /** Over the whole plan, running sessions only, test and race counted as hard (S21, D2). */
    static CertificateEntry hardSessions(PlanUnderReview judged) {
        int[] count = new int[2];
        judged.forEachRun(session -> {
            count[0] += session.hard() ? 1 : 0;
            count[1]++;
        });
        double share = (double) count[0] / count[1];
        return new CertificateEntry(
                "S21",
                "hard sessions as a share of all runs of the plan; at most",
                share <= LARGEST_HARD_SHARE,
                hardestWeek(judged, false),
                share,
                LARGEST_HARD_SHARE,
                null);
    }

    static CertificateEntry hardTime(PlanUnderReview judged) {
        double[] seconds = new double[2];
        judged.forEachRun(session -> {
            seconds[0] += session.hardSeconds(judged.estimate());
            seconds[1] += judged.estimate().durationSeconds(session.steps());
        });
        double share = seconds[0] / seconds[1];
        return new CertificateEntry(
                "D2",
                "time at T, I, R, in tests and in the race as a share of the plan's running time; at most",
                share <= LARGEST_HARD_TIME_SHARE,
                hardestWeek(judged, true),
                share,
                LARGEST_HARD_TIME_SHARE,
                null);
    }

    private static int hardestWeek(PlanUnderReview judged, boolean byTime) {
        TrainingWeek hardest = judged.weeks().getFirst();
        for (TrainingWeek week : judged.weeks()) {
            double more =
                    byTime ? week.hardTimeShare() - hardest.hardTimeShare() : week.hardShare() - hardest.hardShare();
            hardest = more > 0 ? week : hardest;
        }
        return hardest.number();
    }

    /** D13's count; more than it, on the coach's explicit request, is an override (S23). */
    static CertificateEntry qualityPerWeek(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        Integer requested = judged.request().qualityPerWeek();
        int usual = judged.athlete().level().allowedQuality(judged.daysPerWeek());
        int allowed = usual == 3 && (requested == null || requested < 3) ? 2 : usual;
        boolean withinRequest = true;
        for (TrainingWeek week : judged.weeks()) {
            int hard = count(week, PlannedSession::hard);
            boolean light = week.down() || week.phase() == Phase.TAPER;
            int limit =
                    week.phase() == Phase.BASE ? Math.min(1, count(week, PlanUnderReview::test)) : light ? 1 : allowed;
            closest.atMost(week.number(), hard, limit);
            withinRequest &= hard
                    <= (week.phase() == Phase.BASE || light
                            ? limit
                            : requested == null ? limit : Math.max(requested, limit));
        }
        String text = "hard sessions in a week; at most";
        return withinRequest
                ? closest.overridden("S23", text, "the coach asked for " + requested + " quality sessions a week")
                : closest.entry("S23", text);
    }

    private static int count(TrainingWeek week, Predicate<PlannedSession> what) {
        int count = 0;
        for (PlannedSession session : week.sessions()) {
            count += what.test(session) ? 1 : 0;
        }
        return count;
    }

    /** No adjacent quality days, Sunday and Monday included (S24, D13). */
    static CertificateEntry hardAndEasyAlternate(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        LocalDate previous = null;
        for (TrainingWeek week : judged.weeks()) {
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

    static CertificateEntry everySessionHasPurpose(PlanUnderReview judged) {
        return judged.none(
                "S25",
                "sessions without a purpose",
                week -> count(week, session -> session.purpose().isBlank()));
    }

    /** A day without a run, or with an easy one (S39). */
    static CertificateEntry lowStressDays(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        for (TrainingWeek week : judged.weeks()) {
            int stressful = count(week, session -> session.running() && session.kind() != SessionKind.EASY);
            closest.atLeast(week.number(), 7 - stressful, 1);
        }
        return closest.entry("S39", "rest or low-stress days in a week; at least");
    }

    /** Most of a distance block's faster running is at half-marathon and marathon pace (S31, D6). */
    static CertificateEntry distanceFocus(PlanUnderReview judged) {
        double[] metres = new double[2];
        judged.forEachRun(session -> {
            if (!PlanUnderReview.raceOrTest(session)) {
                Step.forEachStretch(session.steps(), stretch -> {
                    if (stretch.intensity() != Intensity.LOW && stretch.kind() != StepKind.STRIDES) {
                        double distance = judged.estimate().distanceMetres(stretch);
                        metres[0] += marathonOrHalf(stretch) ? distance : 0;
                        metres[1] += distance;
                    }
                });
            }
        });
        double share = metres[1] == 0 ? 1 : metres[0] / metres[1];
        return new CertificateEntry(
                "S31",
                "half-marathon and marathon pace as a share of all faster running; more than",
                share > 0.5,
                null,
                share,
                0.5,
                null);
    }

    private static boolean marathonOrHalf(Step.Stretch stretch) {
        return switch (stretch.target()) {
            case Target.InZone in -> in.zone() == Zone.MARATHON;
            case Target.AtRacePace race -> race.raceDistanceMetres() >= 21_000;
            case null -> false;
        };
    }

    /** The repetitions at 5K pace never get shorter (S32). */
    static CertificateEntry ladder(PlanUnderReview judged) {
        double[] longest = {0};
        return judged.none(
                "S32", "weeks of early quality and build whose 5K repetitions are shorter than before", week -> {
                    if (week.phase() != Phase.EARLY_QUALITY && week.phase() != Phase.BUILD) {
                        return 0;
                    }
                    double[] shortest = {Double.MAX_VALUE};
                    double[] now = {longest[0]};
                    for (PlannedSession session : week.sessions()) {
                        if (!PlanUnderReview.raceOrTest(session)) {
                            Step.forEachStretch(session.steps(), stretch -> {
                                if (stretch.target() instanceof Target.AtRacePace
                                        && stretch.extent() instanceof Extent.Distance rep) {
                                    shortest[0] = Math.min(shortest[0], rep.metres());
                                    now[0] = Math.max(now[0], rep.metres());
                                }
                            });
                        }
                    }
                    boolean shorter = shortest[0] < longest[0];
                    longest[0] = now[0];
                    return shorter ? 1 : 0;
                });
    }

    /** One long run every week of a distance block before the taper (S34). */
    static CertificateEntry longRunEveryWeek(PlanUnderReview judged) {
        return judged.none(
                "S34",
                "weeks before the taper without a long run",
                week -> tapers(judged, week) || count(week, s -> s.kind() == SessionKind.LONG) == 1 ? 0 : 1);
    }

    private static boolean tapers(PlanUnderReview judged, TrainingWeek week) {
        LocalDate from = judged.plan().taperFrom();
        return from != null && !week.start().plusDays(6).isBefore(from);
    }

    /** Volume and speed are both in the plan (S37). */
    static CertificateEntry volumeAndSpeed(PlanUnderReview judged) {
        int hard = 0;
        for (TrainingWeek week : judged.weeks()) {
            hard += count(week, session -> session.quality() && !PlanUnderReview.raceOrTest(session));
        }
        return new CertificateEntry("S37", "quality sessions in the plan; at least", hard >= 1, null, hard, 1, null);
    }

    /** Limits named beforehand are kept; only the race may fall on a day without running (U4, D15). */
    static CertificateEntry availability(PlanUnderReview judged) {
        List<SessionKind> exempt = List.of(SessionKind.RACE);
        return judged.none("U4", "runs on days kept free or beyond the days of a week", week -> {
            int onFreeDays = count(
                    week,
                    session -> session.running()
                            && !exempt.contains(session.kind())
                            && judged.request()
                                    .noRunDays()
                                    .contains(session.on().getDayOfWeek()));
            return onFreeDays + Math.max(0, count(week, PlannedSession::running) - judged.daysPerWeek());
        });
    }

    /** Most running is at RPE 4 or lower (S10). */
    static CertificateEntry easyMinutes(PlanUnderReview judged) {
        double[] seconds = new double[2];
        judged.forEachRun(session -> Step.forEachStretch(session.steps(), stretch -> {
            double duration = judged.estimate().durationSeconds(stretch);
            seconds[0] += stretch.rpe() == null || stretch.rpe().easy() ? duration : 0;
            seconds[1] += duration;
        }));
        double share = seconds[0] / seconds[1];
        return new CertificateEntry(
                "S10", "running time at RPE 4 or lower, as a share; more than", share > 0.5, null, share, 0.5, null);
    }
}
