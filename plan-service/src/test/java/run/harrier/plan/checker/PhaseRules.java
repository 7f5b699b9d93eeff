package run.harrier.plan.checker;

import java.time.LocalDate;
import run.harrier.plan.generation.plan.model.Phase;

/** The phases: their order (S40) and length (D7, D35), the taper's first day, the race on its day. */
final class PhaseRules {
    private final Subject plan;
    private final Findings findings;

    private PhaseRules(Subject plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    static void check(Subject plan, Findings findings) {
        var rules = new PhaseRules(plan, findings);
        rules.weeks();
        if (plan.race()) {
            rules.order();
            rules.taperDay();
            rules.race();
            if (plan.quality() > 0) {
                rules.base();
                rules.restOfTheWeeks();
            }
        }
    }

    private void weeks() {
        LocalDate expected = plan.plan().start();
        int number = 1;
        for (var week : plan.weeks()) {
            if (!week.start().equals(expected) || week.number() != number) {
                findings.add("D12", week, "week " + week.number() + " starts on " + week.start() + ", not " + expected);
            }
            for (var session : week.week().sessions()) {
                if (session.on().isBefore(week.start())
                        || session.on().isAfter(week.start().plusDays(6))) {
                    findings.add("D12", week, session.kind() + " on " + session.on() + " is outside its week");
                }
            }
            expected = expected.plusWeeks(1);
            number++;
        }
    }

    private void order() {
        Phase before = null;
        for (var week : plan.weeks()) {
            if (before != null && week.phase().compareTo(before) < 0) {
                findings.add("S40", week, week.phase() + " after " + before);
            }
            before = week.phase();
        }
    }

    private void taperDay() {
        var race = plan.raceDay();
        var taper = plan.plan().taperFrom();
        if (race == null) {
            return;
        }
        var expected = race.minusDays(plan.distance().taperDays - 1);
        if (!expected.equals(taper)) {
            findings.add("D7", "the taper starts on " + taper + ", not " + expected);
        }
        for (var week : plan.weeks()) {
            boolean tapers = !week.start().isBefore(expected);
            if (tapers != week.is(Phase.TAPER)) {
                findings.add("D7", week, week.phase() + " while the taper starts on " + expected);
            }
        }
    }

    private void race() {
        var race = plan.raceDay();
        var races = plan.runs().stream().filter(Run::race).toList();
        if (races.size() != 1 || !races.getFirst().on().equals(race)) {
            findings.add("D7", races.size() + " races, one on " + race);
            return;
        }
        boolean distance =
                races.getFirst().pieces().stream().anyMatch(piece -> Math.abs(piece.metres() - plan.raceMetres()) < 1);
        if (!distance) {
            findings.add("D7", "the race has no step of " + Findings.km(plan.raceMetres()));
        }
        if (plan.runs().stream().anyMatch(run -> run.on().isAfter(race))) {
            findings.add("D7", "a run after the race");
        }
    }

    private void base() {
        int weeks = plan.weeks().size();
        int base = plan.in(Phase.BASE).size();
        if (base == 0) {
            if (plan.beginner()) {
                findings.add("D35", "a beginner without base");
            } else if (!plan.request().options().baseDone() && !recordedBase()) {
                findings.add("D35", "no base without six recorded weeks or the coach's word");
            }
            return;
        }
        double third = Math.clamp(weeks / 3.0, 4, 12);
        if (base < 4 || base > 12 || Math.abs(base - third) >= 1) {
            findings.add("S47", "a base of " + base + " of " + weeks + " weeks, a third within 4 to 12");
        }
    }

    /** Six weeks at 80 % of the starting volume (D35). */
    private boolean recordedBase() {
        var recorded = plan.athlete().record().weeklySeconds();
        double usual = plan.startVolume() / 1000 * plan.pacing().easy();
        return recorded.stream()
                        .filter(seconds -> seconds >= 0.8 * usual * 0.98)
                        .count()
                >= 6;
    }

    private void restOfTheWeeks() {
        if (!plan.hasBase()) {
            return;
        }
        int early = plan.in(Phase.EARLY_QUALITY).size();
        int build = plan.in(Phase.BUILD).size();
        int peak = plan.in(Phase.PEAK).size();
        int all = early + build + peak;
        int expectedEarly = nearest(0.3 * all);
        int expectedBuild = nearest(0.4 * all);
        int expectedPeak = nearest(0.3 * all);
        int left = all - expectedEarly - expectedBuild - expectedPeak;
        if (left > 0) {
            expectedPeak += left;
        } else {
            expectedEarly += left;
        }
        if (expectedEarly < 1) {
            int lent = 1 - expectedEarly;
            expectedEarly = 1;
            expectedBuild -= lent;
        }
        if (early < 1 || build < 1 || peak < 1) {
            findings.add("S40", "early quality, build and peak of " + early + ", " + build + ", " + peak + " weeks");
        } else if (early != expectedEarly || build != expectedBuild || peak != expectedPeak) {
            findings.add(
                    "D7",
                    "early quality, build and peak of " + early + ", " + build + ", " + peak + " weeks, expected "
                            + expectedEarly + ", " + expectedBuild + ", " + expectedPeak);
        }
    }

    private static int nearest(double weeks) {
        return (int) Math.floor(weeks + 0.5 + 1e-9);
    }
}
