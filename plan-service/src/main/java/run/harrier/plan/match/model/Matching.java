package run.harrier.plan.match.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.CompletedActivity;
import run.harrier.plan.prescription.model.Zone;

/**
 * Pairs sessions with activities of the same day and a fitting sport, the closest in duration and intensity first. The
 * result depends on these alone, not on the order in which they became known.
 */
public final class Matching {
    private static final double WRONG_INTENSITY = 1;
    private static final double WALKED = 1;
    private static final double HARD_SHARE = 0.1;
    private static final int HARD_RPE = 7;

    private Matching() {}

    private record Candidate(CalendarSession session, CompletedActivity activity, double distance) {}

    /** The activity of each session that has one, by the session's id. */
    public static Map<UUID, CompletedActivity> of(List<CalendarSession> sessions, List<CompletedActivity> activities) {
        var pairs = sessions.stream()
                .flatMap(session -> activities.stream()
                        .filter(activity -> activity.day().equals(session.day()))
                        .filter(activity ->
                                activity.sport().fits(session.planned().kind()))
                        .map(activity -> new Candidate(session, activity, distance(session, activity))))
                .sorted(Comparator.comparingDouble(Candidate::distance)
                        .thenComparing((Candidate pair) -> pair.session().day(), Comparator.<LocalDate>naturalOrder())
                        .thenComparing(pair -> pair.activity().startedAt())
                        .thenComparing(pair -> pair.activity().id())
                        .thenComparing(pair -> pair.session().id()))
                .toList();
        var matched = new HashMap<UUID, CompletedActivity>();
        var taken = new HashSet<UUID>();
        for (var pair : pairs) {
            if (!matched.containsKey(pair.session().id())
                    && taken.add(pair.activity().id())) {
                matched.put(pair.session().id(), pair.activity());
            }
        }
        return matched;
    }

    private static double distance(CalendarSession session, CompletedActivity activity) {
        var kind = session.planned().kind();
        var walked = kind.running()
                && activity.sport() != CompletedActivity.Sport.RUN
                && activity.sport() != CompletedActivity.Sport.TRAIL_RUN;
        var planned = session.planned().hard();
        return duration(session, activity) + (walked ? WALKED : 0) + (planned == hard(activity) ? 0 : WRONG_INTENSITY);
    }

    /** How many times too long or too short, on a scale of logarithms. */
    private static double duration(CalendarSession session, CompletedActivity activity) {
        return session.plannedSeconds() <= 0 || activity.seconds() <= 0
                ? 0
                : Math.abs(Math.log(activity.seconds() / session.plannedSeconds()));
    }

    private static boolean hard(CompletedActivity activity) {
        var rpe = activity.rpe();
        return (rpe != null && rpe >= HARD_RPE)
                || activity.secondsAbove(Zone.MARATHON) > HARD_SHARE * activity.secondsInAllZones();
    }
}
