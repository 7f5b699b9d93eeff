package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The planned sessions of an athlete on a range of days after a change; it replaces what earlier events said of those days.
 * Ranges overlap: a year for a new plan, a day for a session that was made easy. Of two events about a day the one with
 * the higher sequence holds.
 *
 * @param from the first day of at most {@value #MOST_DAYS}
 * @param to the last day, included
 * @param sessions all that are in force in the range, by day; a day without any has none
 */
public record CalendarChanged(UUID athleteId, LocalDate from, LocalDate to, List<Session> sessions) implements Event {
    /** A year; a longer range takes several events. */
    public static final int MOST_DAYS = 366;

    public CalendarChanged {
        if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("no range of at most a year: " + from + " to " + to);
        }
        sessions = List.copyOf(sessions);
        for (var session : sessions) {
            if (session.on().isBefore(from) || session.on().isAfter(to)) {
                throw new IllegalArgumentException(session.on() + " is not from " + from + " to " + to);
            }
        }
    }

    /**
     * @param kind EASY, LONG, TEMPO, INTERVAL, REPETITION, PROGRESSION, RACE, TEST, STRENGTH, CROSS_TRAINING or REST
     * @param quality whether it is a hard session by D13
     * @param seconds an estimate, as are the metres
     * @param metres absent for what is no running
     * @param plannedLoad by what was known of the athlete when the calendar changed; 0 for rest
     * @param raceDistanceMetres of a race; absent for what is none
     * @param steps with their targets and no paces, in their order; empty for rest and strength, and in events from before
     *     there was this field
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Session(
            UUID sessionId,
            LocalDate on,
            String kind,
            boolean quality,
            double seconds,
            @Nullable Double metres,
            Load plannedLoad,
            @Nullable Double raceDistanceMetres,
            List<Step> steps) {

        public Session {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }
    }

    /**
     * Stretches, done once or repeated.
     *
     * @param times 1 but for a repeat
     */
    public record Step(int times, List<Stretch> stretches) {
        public Step {
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * @param kind WARM_UP, RUN, RECOVERY, WALK, COOL_DOWN or STRIDES
     * @param durationSeconds absent where it goes by distance
     * @param durationSecondsHighest absent unless the duration is a range
     * @param target absent where the effort is all there is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stretch(
            String kind,
            @Nullable Integer durationSeconds,
            @Nullable Integer durationSecondsHighest,
            @Nullable Double distanceMetres,
            @Nullable Target target,
            @Nullable Integer rpeLowest,
            @Nullable Integer rpeHighest) {}

    /**
     * Either a zone (EASY, MARATHON, THRESHOLD, INTERVAL or REPETITION), or the pace over a race distance.
     *
     * @param offsetSecondsPerKm slower than the race's pace; absent for that pace itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(
            @Nullable String zone,
            @Nullable Double raceDistanceMetres,
            @Nullable Double offsetSecondsPerKm) {}

    /**
     * On the scale on which an hour at threshold is 100.
     *
     * @param method HEART_RATE, PACE or RPE
     */
    public record Load(double value, String method) {}

    @Override
    public String about() {
        return "calendar " + from + " to " + to;
    }
}
