package run.harrier.plan.checker;

import java.time.DayOfWeek;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** Strength (D42), strides (D5) and the effort of easy running (D1). */
final class CareRules {
    private static final int MOST_STRIDES = 8;
    private static final double LONGEST_STRIDE = 20;

    private final Subject plan;
    private final Findings findings;

    private CareRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new CareRules(plan, findings);
        rules.strides();
        rules.efforts();
        if (plan.race()) {
            rules.strength();
        }
    }

    private void strength() {
        if (plan.injured()) {
            return;
        }
        boolean asked = plan.request().options().strength();
        for (var week : plan.weeks()) {
            var sessions = week.week().sessions().stream()
                    .filter(session -> session.kind() == SessionKind.STRENGTH)
                    .toList();
            int expected = !asked || week.raceWeek() ? 0 : week.is(Phase.BASE) ? 2 : 1;
            if (sessions.size() != expected) {
                boolean room = sessions.size() > expected || daysForStrength(week) >= expected;
                findings.add("D42", week, sessions.size() + " strength sessions, " + expected, !room);
            }
            for (var session : sessions) {
                if (forbidden(session)) {
                    findings.add(
                            "D42",
                            week,
                            "strength on " + session.on()
                                    + ", the day before quality, a test, the race or the long run");
                }
            }
        }
    }

    private boolean forbidden(PlannedSession session) {
        return before(session.on().plusDays(1));
    }

    private boolean before(java.time.LocalDate next) {
        return plan.runs().stream().anyMatch(run -> run.on().equals(next) && (run.hard() || run.is(SessionKind.LONG)));
    }

    private int daysForStrength(Week week) {
        int days = 0;
        for (var day : DayOfWeek.values()) {
            days += before(week.start().plusDays(day.getValue())) ? 0 : 1;
        }
        return days;
    }

    private void strides() {
        for (var week : plan.weeks()) {
            for (var run : week.runs()) {
                long count = run.pieces().stream()
                        .filter(piece -> piece.is(StepKind.STRIDES))
                        .count();
                if (count == 0) {
                    continue;
                }
                if (count > MOST_STRIDES) {
                    findings.add("D5", week, count + " strides on " + run.on() + ", limit " + MOST_STRIDES);
                }
                if (run.pieces().stream()
                        .anyMatch(piece -> piece.is(StepKind.STRIDES) && piece.seconds() > LONGEST_STRIDE + 1)) {
                    findings.add("D5", week, "strides longer than 20 s on " + run.on());
                }
                if (week.is(Phase.BASE) && week.number() < 3 && !run.raced()) {
                    findings.add("D5", week, "strides on " + run.on() + " before base's third week");
                }
            }
        }
    }

    private void efforts() {
        for (var week : plan.weeks()) {
            for (var run : week.runs()) {
                for (var piece : run.pieces()) {
                    var rpe = piece.stretch().rpe();
                    if (rpe == null) {
                        continue;
                    }
                    if (rpe.highest() >= 10 && !run.raced()) {
                        findings.add("D1", week, "RPE 10 on " + run.on());
                        break;
                    }
                    boolean easyRun = run.is(SessionKind.EASY) || run.is(SessionKind.LONG);
                    int expected = week.is(Phase.BASE) ? 3 : 4;
                    if (easyRun && piece.is(StepKind.RUN) && piece.work() == Work.EASY && rpe.highest() != expected) {
                        findings.add(
                                "D1",
                                week,
                                "easy running at RPE " + rpe.lowest() + "-" + rpe.highest() + " on " + run.on() + " in "
                                        + week.phase());
                        break;
                    }
                }
            }
        }
    }
}
