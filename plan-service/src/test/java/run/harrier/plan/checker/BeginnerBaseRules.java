package run.harrier.plan.checker;

import static run.harrier.plan.checker.Findings.min;

import java.time.DayOfWeek;
import java.util.Map;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** The beginner's base plan (D9): its first weeks are S61 and S62 exactly, the later ones go on by a tenth at most. */
final class BeginnerBaseRules {
    private static final int MOST_WEEKS = 12;
    private static final double RISE = 1.10;

    private record Day(SessionKind kind, int lowestMinutes, int highestMinutes) {}

    private static final Map<DayOfWeek, Day> FIRST = Map.of(
            DayOfWeek.MONDAY, new Day(SessionKind.STRENGTH, 0, 0),
            DayOfWeek.TUESDAY, new Day(SessionKind.EASY, 20, 30),
            DayOfWeek.WEDNESDAY, new Day(SessionKind.STRENGTH, 0, 0),
            DayOfWeek.THURSDAY, new Day(SessionKind.EASY, 20, 30),
            DayOfWeek.FRIDAY, new Day(SessionKind.CROSS_TRAINING, 45, 45),
            DayOfWeek.SATURDAY, new Day(SessionKind.LONG, 40, 40),
            DayOfWeek.SUNDAY, new Day(SessionKind.REST, 0, 0));

    private final Subject plan;
    private final Findings findings;

    private BeginnerBaseRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        if (plan.plan().kind() != PlanKind.BEGINNER_BASE) {
            return;
        }
        var rules = new BeginnerBaseRules(plan, findings);
        rules.article();
        rules.minutes();
        if (plan.weeks().size() > MOST_WEEKS) {
            findings.add("D9", plan.weeks().size() + " weeks, at most " + MOST_WEEKS);
        }
    }

    private void article() {
        for (var week : plan.weeks()) {
            for (var session : week.week().sessions()) {
                var day = FIRST.get(session.on().getDayOfWeek());
                boolean sameKind = session.kind() == day.kind()
                        || session.running() && day.kind().running()
                        || session.kind() == SessionKind.REST && day.kind() == SessionKind.CROSS_TRAINING;
                if (!sameKind && session.kind() != SessionKind.TEST) {
                    findings.add(
                            "S61", week, session.kind() + " on " + session.on().getDayOfWeek() + ", " + day.kind());
                }
                if (week.number() > 2 || day.kind() == SessionKind.STRENGTH || day.kind() == SessionKind.REST) {
                    continue;
                }
                double growth = week.number() == 2 && day.kind().running() ? RISE : 1;
                check(week, session, day, growth);
            }
        }
    }

    private void check(Week week, PlannedSession session, Day day, double growth) {
        var rule = week.number() == 1 ? "S61" : "S62";
        double lowest = seconds(session, false);
        double highest = seconds(session, true);
        if (Math.abs(lowest - 60 * growth * day.lowestMinutes()) > 1
                || Math.abs(highest - 60 * growth * day.highestMinutes()) > 1) {
            findings.add(
                    rule,
                    week,
                    session.on().getDayOfWeek() + " has " + min(lowest) + " to " + min(highest) + ", "
                            + min(60 * growth * day.lowestMinutes()) + " to "
                            + min(60 * growth * day.highestMinutes()));
        }
        if (day.kind() == SessionKind.CROSS_TRAINING && !session.alternatives().contains(SessionKind.REST)) {
            findings.add("S65", week, "no choice of rest on " + session.on());
        }
    }

    private double seconds(PlannedSession session, boolean highest) {
        double sum = 0;
        for (var piece : plan.pacing().pieces(session)) {
            sum += highest && piece.stretch().extent() instanceof Extent.Time time
                    ? time.highestSeconds()
                    : piece.seconds();
        }
        return sum;
    }

    private void minutes() {
        double before = 0;
        for (var week : plan.weeks()) {
            double running = week.runs().stream()
                    .mapToDouble(run -> run.pieces().stream()
                            .filter(piece -> !piece.is(StepKind.WALK))
                            .mapToDouble(Piece::seconds)
                            .sum())
                    .sum();
            if (before > 0 && running > RISE * before + 61) {
                findings.add(
                        "D9",
                        week,
                        min(running) + " of running after " + min(before) + ", limit " + min(RISE * before));
            }
            before = Math.max(before, running);
            if (week.any(Run::hard)
                    && week.runs().stream().anyMatch(run -> run.session().quality() && !run.raced())) {
                findings.add("D9", week, "quality in a beginner's base");
            }
        }
    }
}
