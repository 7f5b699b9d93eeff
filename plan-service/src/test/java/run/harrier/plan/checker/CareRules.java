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
        rules.afterRace();
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

    /** A day without quality per 1.6 km raced; no running for 5 days after a marathon, 2 after a half (D37). */
    private void afterRace() {
        var result = plan.athlete().lastResult();
        if (result == null || result.distanceMetres() < Subject.LONGEST_TIME_TRIAL) {
            return;
        }
        int easyDays = (int) (result.distanceMetres() / 1600);
        int restDays = result.distanceMetres() > 42_000 ? 5 : result.distanceMetres() > 21_000 ? 2 : 0;
        for (var run : plan.runs()) {
            if (!run.on().isAfter(result.on())) {
                continue;
            }
            if (!run.on().isAfter(result.on().plusDays(restDays))) {
                findings.add(
                        "D37",
                        plan.weekOf(run),
                        "a run on " + run.on() + ", none for " + restDays + " days after the race of " + result.on());
            } else if (run.hard() && !run.on().isAfter(result.on().plusDays(easyDays))) {
                findings.add(
                        "D37",
                        plan.weekOf(run),
                        run.session().kind() + " on " + run.on() + ", none for " + easyDays + " days after the race of "
                                + result.on());
            }
        }
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
