package run.harrier.plan.checker;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;

/** A plan with its request and athlete, measured. */
record Subject(
        GeneratedPlan plan,
        PlanRequest request,
        AthleteFacts athlete,
        Pacing pacing,
        List<Week> weeks,
        List<Run> runs) {

    /** For rounding of binary fractions only. */
    static final double EXACT = 1.0005;

    /** A result over more than F2's 3.1 miles was a race. */
    static final double LONGEST_TIME_TRIAL = 5100;

    static Subject of(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        var pacing = Pacing.of(athlete, request.currentWeeklyDistanceMetres(athlete));
        var weeks = new ArrayList<Week>();
        var all = new ArrayList<Run>();
        LocalDate taper = plan.taperFrom();
        for (var week : plan.weeks()) {
            var runs = new ArrayList<Run>();
            double metres = 0;
            double seconds = 0;
            for (var session : week.sessions()) {
                if (!session.running()) {
                    continue;
                }
                var run = new Run(session, pacing.pieces(session));
                runs.add(run);
                metres += run.race() ? 0 : run.metres();
                seconds += run.race() ? 0 : run.seconds();
            }
            runs.sort((a, b) -> a.on().compareTo(b.on()));
            all.addAll(runs);
            boolean tapers = taper != null && week.start().plusDays(6).compareTo(taper) >= 0;
            weeks.add(new Week(
                    week,
                    List.copyOf(runs),
                    metres,
                    seconds,
                    tapers,
                    runs.stream().anyMatch(Run::race),
                    recovering(athlete, week.start())));
        }
        return new Subject(plan, request, athlete, pacing, List.copyOf(weeks), List.copyOf(all));
    }

    /** The weeks of D37, which reach into the fourth week after a marathon, the second after a shorter race. */
    private static boolean recovering(AthleteFacts athlete, LocalDate monday) {
        return athlete.record().races().races().stream()
                .anyMatch(race -> monday.isAfter(race.on())
                        && !monday.isAfter(race.on().plusDays(race.distanceMetres() >= 30_000 ? 21 : 7)));
    }

    boolean race() {
        return plan.kind() == PlanKind.RACE && request.goal() != null;
    }

    double raceMetres() {
        var goal = request.goal();
        return goal == null ? 0 : goal.distanceMetres();
    }

    @Nullable
    LocalDate raceDay() {
        var goal = request.goal();
        return goal == null ? null : goal.date();
    }

    Distance distance() {
        return Distance.of(raceMetres());
    }

    boolean beginner() {
        return athlete.level() == Level.BEGINNER;
    }

    boolean injured() {
        return athlete.openInjury();
    }

    int days() {
        return request.daysPerWeek(athlete);
    }

    @Nullable
    Focus focus() {
        if (request.focus() != null) {
            return request.focus();
        }
        return beginner() || raceMetres() > 16_000 ? Focus.DISTANCE : null;
    }

    boolean distanceFocus() {
        return focus() == Focus.DISTANCE;
    }

    boolean speedFocus() {
        return focus() == Focus.SPEED;
    }

    /** The most quality sessions a week by D13, the asked number where there is one. */
    int quality() {
        Integer asked = request.qualityPerWeek();
        if (asked != null) {
            return asked;
        }
        return beginner() || days() <= 4 ? 1 : 2;
    }

    /** With one quality session or a distance focus each due is due in every second loading week (D30). */
    boolean everySecond() {
        return quality() == 1 || distanceFocus();
    }

    /** The starting volume as time: growth is by time. */
    double startSeconds() {
        return startVolume() / 1000 * pacing().easy();
    }

    double startVolume() {
        return request.currentWeeklyDistanceMetres(athlete);
    }

    boolean hasBase() {
        return weeks.stream().anyMatch(week -> week.is(Phase.BASE));
    }

    List<Week> in(Phase phase) {
        return weeks.stream().filter(week -> week.is(phase)).toList();
    }

    List<Week> loading(Phase phase) {
        return weeks.stream().filter(week -> week.is(phase) && week.loading()).toList();
    }

    List<Week> loading() {
        return weeks.stream().filter(Week::loading).toList();
    }

    /** Weeks of which no day is in the taper. */
    List<Week> beforeTaper() {
        return weeks.stream().filter(week -> !week.taperBegins()).toList();
    }

    List<PlannedSession> sessions() {
        return plan.weeks().stream().flatMap(week -> week.sessions().stream()).toList();
    }

    long daysToRace(LocalDate day) {
        var race = raceDay();
        return race == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(day, race);
    }

    Week weekOf(Run run) {
        return weeks.stream()
                .filter(week -> week.runs().contains(run))
                .findFirst()
                .orElseThrow();
    }

    /** The highest distance a week may have by D4. */
    double growthLimit() {
        Double asked = request.options().maxGrowth();
        if (asked != null) {
            return Math.max(asked * startVolume(), startVolume() + 12_000);
        }
        double usual = Math.max(1.5 * startVolume(), startVolume() + 12_000);
        double needed = race() ? distance().highestWeek(beginner()) : 0;
        return needed > usual && weeks.size() >= 12 ? Math.max(usual, 2 * startVolume()) : usual;
    }

    static boolean isTest(Run run) {
        return run.is(SessionKind.TEST);
    }

    /** Whether D2's share of sessions leaves no room for another hard one. */
    boolean sharesSpent() {
        return (hardSessions() + 1) / countedSessions() > mostHardSessions();
    }

    double hardSessions() {
        return runs.stream().filter(Run::hard).count();
    }

    /** D35's six recorded weeks count as base. */
    double countedSessions() {
        return runs.size() + (hasBase() || !race() ? 0 : 6 * days());
    }

    double mostHardSessions() {
        return beginner() ? 0.24 : 0.28;
    }
}
