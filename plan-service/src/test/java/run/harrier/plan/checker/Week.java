package run.harrier.plan.checker;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.SessionKind;

/**
 * A week with the figures of its runs.
 *
 * @param metres of its finished sessions with tests, without the race (D56)
 * @param taperBegins the taper begins in it, or has begun before
 * @param raceWeek the race is in it
 * @param recovering after an earlier race (D37), so that it is no loading week
 */
record Week(
        TrainingWeek week,
        List<Run> runs,
        double metres,
        double seconds,
        boolean taperBegins,
        boolean raceWeek,
        boolean recovering) {

    int number() {
        return week.number();
    }

    Phase phase() {
        return week.phase();
    }

    boolean is(Phase phase) {
        return week.phase() == phase;
    }

    boolean down() {
        return week.down();
    }

    LocalDate start() {
        return week.start();
    }

    /** Before the taper and not down (D4); a week in which the taper begins is none. */
    boolean loading() {
        return !down() && !recovering && !taperBegins && phase() != Phase.TAPER;
    }

    boolean afterBase() {
        return phase() != Phase.BASE;
    }

    Optional<Run> longRun() {
        return runs.stream()
                .filter(run -> run.is(SessionKind.LONG))
                .max((a, b) -> Double.compare(a.seconds(), b.seconds()));
    }

    int count(Predicate<Run> which) {
        return (int) runs.stream().filter(which).count();
    }

    boolean any(Predicate<Run> which) {
        return runs.stream().anyMatch(which);
    }

    boolean has(Work work) {
        return any(run -> !run.raced() && run.has(work));
    }

    double hardTrainingSeconds() {
        return runs.stream().mapToDouble(Run::hardTrainingSeconds).sum();
    }

    Optional<Run> on(DayOfWeek day) {
        return runs.stream().filter(run -> run.on().getDayOfWeek() == day).findFirst();
    }
}
