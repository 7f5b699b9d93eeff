package run.harrier.plan.checker;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;

/** A running session with its figures. */
record Run(PlannedSession session, List<Piece> pieces) {

    LocalDate on() {
        return session.on();
    }

    boolean is(SessionKind kind) {
        return session.kind() == kind;
    }

    boolean race() {
        return is(SessionKind.RACE);
    }

    boolean raced() {
        return session.raced();
    }

    boolean hard() {
        return session.hard();
    }

    double seconds() {
        return seconds(_ -> true);
    }

    double metres() {
        return metres(_ -> true);
    }

    double seconds(Predicate<Work> which) {
        double sum = 0;
        for (var piece : pieces) {
            sum += which.test(piece.work()) ? piece.seconds() : 0;
        }
        return sum;
    }

    double metres(Predicate<Work> which) {
        double sum = 0;
        for (var piece : pieces) {
            sum += which.test(piece.work()) ? piece.metres() : 0;
        }
        return sum;
    }

    double seconds(Work work) {
        return seconds(work::equals);
    }

    double metres(Work work) {
        return metres(work::equals);
    }

    boolean has(Work work) {
        return pieces.stream().anyMatch(piece -> piece.work() == work);
    }

    boolean has(StepKind kind) {
        return pieces.stream().anyMatch(piece -> piece.is(kind));
    }

    List<Piece> pieces(Work work) {
        return pieces.stream().filter(piece -> piece.work() == work).toList();
    }

    /** Hard time of training: T, I, R, faster race pace, hills, without strides; none of a race or test (D30). */
    double hardTrainingSeconds() {
        return raced() ? 0 : seconds(Work::hard);
    }

    boolean marathonPart() {
        return is(SessionKind.LONG) && (has(Work.MARATHON) || has(Work.HALF));
    }

    /** A progression run, or a quality long run that finishes fast (D41). */
    boolean progression() {
        if (is(SessionKind.PROGRESSION)) {
            return true;
        }
        if (!is(SessionKind.LONG) || !hard()) {
            return false;
        }
        var ran = pieces.stream().filter(piece -> !piece.is(StepKind.COOL_DOWN)).toList();
        if (ran.isEmpty()) {
            return false;
        }
        var last = ran.getLast();
        return last.work().fasterThanEasy() && last.seconds() >= 300;
    }
}
