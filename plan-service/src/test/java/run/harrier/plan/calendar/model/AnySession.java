package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.model.CompletedActivity.Sport;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;

/** Sessions of one Monday, and what was run on it. */
public final class AnySession {
    public static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    /** Those of VDOT 50, rounded. */
    public static final Paces PACES = new Paces(
            295,
            340,
            272,
            256,
            236,
            218,
            List.of(new Paces.Equivalent(5000, 1200), new Paces.Equivalent(10_000, 2488)));

    private AnySession() {}

    public static CalendarSession session(SessionKind kind, int seconds, Step... steps) {
        return session(kind, List.of(), seconds, steps);
    }

    public static CalendarSession session(
            SessionKind kind, List<SessionKind> alternatives, int seconds, Step... steps) {
        var hard = kind == SessionKind.INTERVAL || kind == SessionKind.PROGRESSION || kind == SessionKind.RACE;
        return on(MONDAY, new PlannedSession(MONDAY, kind, hard, "any", alternatives, List.of(steps)), seconds);
    }

    public static CalendarSession on(LocalDate day, PlannedSession session, int seconds) {
        var planned = new PlannedSession(
                day, session.kind(), session.quality(), session.purpose(), session.alternatives(), session.steps());
        return new CalendarSession(
                UUID.randomUUID(), UUID.randomUUID(), 0, day, Instant.EPOCH, false, planned, seconds, null, null);
    }

    public static ActivityOf anActivity() {
        return new ActivityOf(Sport.RUN, 2700, 2700, null, null, Map.of(), List.of());
    }

    /** A run of 45 minutes at noon, of which nothing else is known, with changes. */
    public record ActivityOf(
            Sport sport,
            double seconds,
            double elapsed,
            @Nullable Double metres,
            @Nullable Integer rpe,
            Map<Zone, Double> zones,
            List<Double> thirds) {

        public ActivityOf sport(Sport other) {
            return new ActivityOf(other, seconds, elapsed, metres, rpe, zones, thirds);
        }

        public ActivityOf seconds(double moving) {
            return new ActivityOf(sport, moving, moving, metres, rpe, zones, thirds);
        }

        public ActivityOf elapsed(double all) {
            return new ActivityOf(sport, seconds, all, metres, rpe, zones, thirds);
        }

        public ActivityOf metres(double distance) {
            return new ActivityOf(sport, seconds, elapsed, distance, rpe, zones, thirds);
        }

        public ActivityOf rpe(int effort) {
            return new ActivityOf(sport, seconds, elapsed, metres, effort, zones, thirds);
        }

        public ActivityOf zone(Zone zone, double spent) {
            var more = new EnumMap<Zone, Double>(Zone.class);
            more.putAll(zones);
            more.put(zone, spent);
            return new ActivityOf(sport, seconds, elapsed, metres, rpe, more, thirds);
        }

        public ActivityOf thirds(double first, double second, double third) {
            return new ActivityOf(sport, seconds, elapsed, metres, rpe, zones, List.of(first, second, third));
        }

        public CompletedActivity done() {
            return done(MONDAY);
        }

        public CompletedActivity done(LocalDate day) {
            return done(day, null, null);
        }

        /** As a run whose heart rate and pace were too hard for an easy one for so long. */
        public CompletedActivity aboveEasy(@Nullable Double heartSeconds, @Nullable Double paceSeconds) {
            return done(MONDAY, heartSeconds, paceSeconds);
        }

        /** As a recognised progression run. */
        public CompletedActivity progression(double first, double second, double third) {
            return done(MONDAY, null, null, List.of(first, second, third));
        }

        private CompletedActivity done(LocalDate day, @Nullable Double heartSeconds, @Nullable Double paceSeconds) {
            return done(day, heartSeconds, paceSeconds, List.of());
        }

        private CompletedActivity done(
                LocalDate day, @Nullable Double heartSeconds, @Nullable Double paceSeconds, List<Double> progression) {
            return new CompletedActivity(
                    UUID.randomUUID(),
                    day,
                    sport,
                    Instant.parse(day + "T12:00:00Z"),
                    seconds,
                    elapsed,
                    metres,
                    rpe,
                    zones,
                    thirds,
                    progression,
                    heartSeconds,
                    paceSeconds,
                    Instant.parse(day + "T14:00:00Z"));
        }
    }
}
