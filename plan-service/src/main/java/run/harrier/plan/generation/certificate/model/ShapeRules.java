package run.harrier.plan.generation.certificate.model;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Judges how sessions are written: round numbers (D27), frames (D28), rest (D43), strength (D42), days (D44). */
final class ShapeRules {
    private static final Set<Double> REPETITIONS =
            Set.of(200.0, 300.0, 400.0, 600.0, 800.0, 1000.0, 1200.0, 1600.0, 2000.0, 3000.0, 5000.0);

    private ShapeRules() {}

    static CertificateEntry roundNumbers(PlanUnderReview review) {
        return review.none(
                "D27",
                "sessions that are not in round numbers or under 20 minutes",
                week -> week.count(session -> session.running() && !session.raced() && !round(review, session)));
    }

    private static boolean round(PlanUnderReview review, PlannedSession session) {
        boolean round = review.seconds(session) >= 20 * 60 - 1;
        for (var step : session.steps()) {
            round &= switch (step) {
                case Step.Stretch stretch -> whole(stretch, session, 300);
                case Step.Repeat repeat -> {
                    boolean inside = true;
                    for (var stretch : Step.unrolled(repeat.steps())) {
                        inside &= stretch.kind() == StepKind.STRIDES || whole(stretch, session, 30);
                    }
                    yield inside;
                }
            };
        }
        return round;
    }

    private static boolean whole(Step.Stretch stretch, PlannedSession session, int seconds) {
        return switch (stretch.extent()) {
            case Extent.Time time -> time.seconds() % seconds == 0;
            case Extent.Distance distance ->
                REPETITIONS.contains(distance.metres()) || session.kind() == SessionKind.PROGRESSION;
        };
    }

    /** Before T and faster fifteen minutes, beginners ten, at most twenty-five; ten after it. */
    static CertificateEntry frames(PlanUnderReview review) {
        int least = review.athlete().level() == Level.BEGINNER ? 600 : 900;
        return review.none(
                "D28",
                "hard sessions without their warm-up and cool-down",
                week -> week.count(session -> fast(review, session) && !framed(session.steps(), least)));
    }

    private static boolean fast(PlanUnderReview review, PlannedSession session) {
        return session.running()
                && session.kind() != SessionKind.RACE
                && session.kind() != SessionKind.PROGRESSION
                && review.stretches(session).stream()
                        .anyMatch(stretch -> stretch.kind() == StepKind.RUN && stretch.intensity() == Intensity.HIGH);
    }

    private static boolean framed(List<Step> steps, int least) {
        return steps.getFirst() instanceof Step.Stretch first
                && first.kind() == StepKind.WARM_UP
                && first.extent() instanceof Extent.Time warm
                && warm.seconds() >= least
                && warm.seconds() <= 25 * 60
                && steps.getLast() instanceof Step.Stretch last
                && last.kind() == StepKind.COOL_DOWN
                && last.extent() instanceof Extent.Time cool
                && cool.seconds() == 600;
    }

    /** On seven days one low day a week (D43), and a rest day says so. */
    static CertificateEntry lowDay(PlanUnderReview review) {
        return review.none("D43", "weeks on every day without a low day", week -> {
            if (week.phase() == Phase.TAPER || week.count(PlannedSession::running) < 7) {
                return 0;
            }
            double mean = week.durationSeconds() / 7.0;
            return week.sessions().stream()
                            .filter(PlannedSession::running)
                            .anyMatch(session -> review.seconds(session) <= Math.max(0.6 * mean, 1200) + 1)
                    ? 0
                    : 1;
        });
    }

    /** Twice a week in base, once afterwards, none in race week, never on the eve of a hard day or a long run (D42). */
    static CertificateEntry strength(PlanUnderReview review) {
        var days = review.weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .filter(session -> session.hard() || session.kind() == SessionKind.LONG)
                .map(PlannedSession::on)
                .toList();
        int last = review.race() ? review.weeks().size() : review.weeks().size() + 1;
        return review.none("D42", "strength days too many or on the eve of a hard day", week -> {
            int count = week.count(session -> session.kind() == SessionKind.STRENGTH);
            int most = week.number() == last ? 0 : week.phase() == Phase.BASE ? 2 : 1;
            int eves = week.count(session -> session.kind() == SessionKind.STRENGTH
                    && days.contains(session.on().plusDays(1)));
            boolean owed = review.request().options().strength()
                    && week.number() < last
                    && !review.afterRaces().recovering(week.start());
            int due = owed ? 1 : 0;
            return eves + (count > most || count < due ? 1 : 0);
        });
    }

    /** Not four running days in a row on five days, nor two for a beginner on three; no long run after quality (D44). */
    static CertificateEntry days(PlanUnderReview review) {
        return review.none("D44", "days that stand too close", week -> {
            var running = new HashSet<Integer>();
            int offences = 0;
            PlannedSession before = null;
            for (var session : week.sessions()) {
                if (session.running()) {
                    running.add(session.on().getDayOfWeek().getValue());
                    offences += before != null
                                    && session.kind() == SessionKind.LONG
                                    && before.quality()
                                    && before.on().plusDays(1).equals(session.on())
                            ? 1
                            : 0;
                    before = session;
                }
            }
            int most = review.daysPerWeek() == 5
                    ? 3
                    : review.daysPerWeek() == 3 && review.athlete().level() == Level.BEGINNER ? 1 : 7;
            return offences + (longestRow(running) > most ? 1 : 0);
        });
    }

    private static int longestRow(Set<Integer> days) {
        int longest = 0;
        int row = 0;
        for (int day = 1; day <= 7; day++) {
            row = days.contains(day) ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest;
    }

    /** All five zones in a plan of twelve weeks on four days and more (S20, D30). */
    static CertificateEntry allZones(PlanUnderReview review) {
        boolean due = review.weeks().size() >= 12 && review.daysPerWeek() >= 4;
        var zones = EnumSet.noneOf(Zone.class);
        for (var run : review.runs()) {
            for (var stretch : review.stretches(run)) {
                if (stretch.target() instanceof Target.InZone in) {
                    zones.add(in.zone());
                }
            }
        }
        return new CertificateEntry(
                "S20", "zones in the plan; at least", !due || zones.size() == 5, null, zones.size(), due ? 5 : 1, null);
    }

    /** Half as many different quality sessions as there are, twelve being enough (D29). */
    static CertificateEntry variety(PlanUnderReview review) {
        var different = new HashSet<Work>();
        int all = 0;
        for (var week : review.weeks()) {
            for (var session : week.sessions()) {
                if (session.quality() && !session.raced()) {
                    all++;
                    different.add(work(session));
                }
            }
        }
        double due = review.weeks().size() >= 12 ? Math.min(12, Math.ceil(all / 2.0)) : 0;
        return new CertificateEntry(
                "D29",
                "different quality sessions; at least",
                different.size() >= due,
                null,
                different.size(),
                due,
                null);
    }

    private record Work(SessionKind kind, List<Step> steps) {}

    private static Work work(PlannedSession session) {
        return new Work(
                session.kind(),
                session.steps().stream()
                        .filter(step -> step.kind() == StepKind.REPEAT || step.kind() == StepKind.RUN)
                        .toList());
    }
}
