package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Softening;
import run.harrier.plan.prescription.model.Step;

/**
 * A week of a plan, Monday to Sunday. Its distance and its durations are estimates of its running without the race, so
 * that a taper can be seen to fall; the two shares count the race (D2).
 *
 * @param number from 1
 * @param phase that of its Monday (D7)
 * @param durationSecondsHighest more than {@code durationSeconds} only where a session is given as a range (S61)
 * @param down a down week, a quarter lower than the week before (S54)
 * @param hardShare hard sessions as a share of the running sessions (D2), 0 to 1
 * @param hardTimeShare hard running as a share of the running time (D2), 0 to 1
 */
public record TrainingWeek(
        int number,
        LocalDate start,
        Phase phase,
        double distanceMetres,
        int durationSeconds,
        int durationSecondsHighest,
        boolean down,
        double hardShare,
        double hardTimeShare,
        List<PlannedSession> sessions) {

    public TrainingWeek {
        sessions = List.copyOf(sessions);
    }

    /** The week with the figures of its sessions. */
    public static TrainingWeek of(
            int number,
            LocalDate start,
            Phase phase,
            boolean down,
            List<PlannedSession> sessions,
            PaceEstimate estimate) {
        var runs = new ArrayList<PlannedSession>();
        var training = new ArrayList<PlannedSession>();
        int hard = 0;
        for (var session : sessions) {
            if (session.running()) {
                runs.add(session);
                hard += session.hard() ? 1 : 0;
                if (session.kind() != SessionKind.RACE) {
                    training.add(session);
                }
            }
        }
        return new TrainingWeek(
                number,
                start,
                phase,
                sum(training, estimate::distanceMetres),
                (int) Math.round(sum(training, estimate::durationSeconds)),
                (int) Math.round(sum(training, estimate::highestDurationSeconds)),
                down,
                share(hard, runs.size()),
                share(
                        runs.stream()
                                .mapToDouble(run -> run.hardSeconds(estimate))
                                .sum(),
                        sum(runs, estimate::durationSeconds)),
                sessions);
    }

    TrainingWeek withQualityFrom(LocalDate first, PaceEstimate estimate) {
        return of(
                number,
                start,
                phase,
                down,
                sessions.stream()
                        .map(session -> session.hard() && session.on().isBefore(first)
                                ? Softening.easy(session, (int) estimate.durationSeconds(session.steps()), Set.of())
                                : session)
                        .toList(),
                estimate);
    }

    public int count(Predicate<PlannedSession> which) {
        int count = 0;
        for (var session : sessions) {
            count += which.test(session) ? 1 : 0;
        }
        return count;
    }

    private static double sum(List<PlannedSession> sessions, ToDoubleFunction<List<Step>> figure) {
        double sum = 0;
        for (var session : sessions) {
            sum += figure.applyAsDouble(session.steps());
        }
        return sum;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
