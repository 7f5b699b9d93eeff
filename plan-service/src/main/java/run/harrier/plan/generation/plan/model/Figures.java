package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/** Distance, time and hard share of finished sessions. */
public final class Figures {

    private Figures() {}

    public static GeneratedPlan.Week week(
            int number,
            LocalDate monday,
            Phase phase,
            boolean down,
            List<PlannedSession> sessions,
            PaceEstimate estimate) {
        double metres = 0;
        double seconds = 0;
        double highestSeconds = 0;
        double allSeconds = 0;
        double hardSeconds = 0;
        int running = 0;
        int hard = 0;
        for (PlannedSession session : sessions) {
            if (!session.running()) {
                continue;
            }
            running++;
            hard += hard(session) ? 1 : 0;
            hardSeconds += hardSeconds(session, estimate);
            allSeconds += estimate.durationSeconds(session.steps());
            if (session.kind() != SessionKind.RACE) {
                metres += estimate.distanceMetres(session.steps());
                seconds += estimate.durationSeconds(session.steps());
                highestSeconds += estimate.highestDurationSeconds(session.steps());
            }
        }
        return new GeneratedPlan.Week(
                number,
                monday,
                phase,
                metres,
                (int) Math.round(seconds),
                (int) Math.round(highestSeconds),
                down,
                running == 0 ? 0 : (double) hard / running,
                allSeconds == 0 ? 0 : hardSeconds / allSeconds,
                sessions);
    }

    /** A hard session by D2: quality, test or race. */
    public static boolean hard(PlannedSession session) {
        return session.quality() || session.kind() == SessionKind.TEST || session.kind() == SessionKind.RACE;
    }

    /** Time at T, I, R or faster, and all of a race or test (D2). */
    public static double hardSeconds(PlannedSession session, PaceEstimate estimate) {
        boolean raced = session.kind() == SessionKind.RACE || session.kind() == SessionKind.TEST;
        double[] seconds = {0};
        Step.forEachStretch(session.steps(), stretch -> {
            Intensity intensity = stretch.intensity();
            if (intensity == Intensity.HIGH || (raced && intensity != Intensity.LOW)) {
                seconds[0] += estimate.durationSeconds(stretch);
            }
        });
        return seconds[0];
    }

    public static String kilometres(double metres) {
        String km = String.format(Locale.ROOT, "%.3f", metres / 1000);
        return km.replaceAll("\\.?0+$", "") + " km";
    }

    public static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
