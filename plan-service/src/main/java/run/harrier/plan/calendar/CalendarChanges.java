package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.CalendarChanged;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.PlannedLoad;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/**
 * Makes the events about days whose calendar a transaction has changed: all sessions that are in force on them. The
 * transaction holds the athlete's lock.
 */
@ApplicationScoped
public class CalendarChanges {
    private final Sessions sessions;
    private final FitnessResolver fitness;

    CalendarChanges(Sessions sessions, FitnessResolver fitness) {
        this.sessions = sessions;
        this.fitness = fitness;
    }

    /** From a day to another; nothing when that is before it. */
    public Uni<List<CalendarChanged>> between(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, LocalDate from, LocalDate to) {
        var days = new TreeSet<LocalDate>();
        from.datesUntil(to.isBefore(from) ? from : to.plusDays(1)).forEach(days::add);
        return on(transaction, athleteId, athlete, days);
    }

    /** One event for days in a row, and another for each gap between them. */
    public Uni<List<CalendarChanged>> on(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, SortedSet<LocalDate> days) {
        if (days.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.between(transaction, athleteId, days.first(), days.last())
                .map(found -> found.stream()
                        .filter(session -> days.contains(session.day()))
                        .toList())
                .chain(found -> fitness.of(transaction, athleteId, athlete, found)
                        .map(resolved -> found.stream()
                                .map(session -> event(session, resolved.of(session), athlete))
                                .toList()))
                .map(planned -> ranges(days).stream()
                        .map(range -> event(athleteId, range, planned))
                        .toList());
    }

    private record Range(LocalDate from, LocalDate to) {
        boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static List<Range> ranges(SortedSet<LocalDate> days) {
        var ranges = new ArrayList<Range>();
        var from = days.first();
        var last = from;
        for (var day : days) {
            if (day.isAfter(last.plusDays(1)) || !day.isBefore(from.plusDays(CalendarChanged.MOST_DAYS))) {
                ranges.add(new Range(from, last));
                from = day;
            }
            last = day;
        }
        ranges.add(new Range(from, last));
        return ranges;
    }

    private static CalendarChanged event(UUID athleteId, Range range, List<CalendarChanged.Session> planned) {
        return new CalendarChanged(
                athleteId,
                range.from(),
                range.to(),
                planned.stream().filter(session -> range.includes(session.on())).toList());
    }

    private static CalendarChanged.Session event(CalendarSession session, InForce fitness, AthleteSnapshot athlete) {
        var planned = session.planned();
        var estimate = new PaceEstimate(fitness.paces());
        var load = PlannedLoad.of(planned, fitness, athlete.sex());
        return new CalendarChanged.Session(
                session.id(),
                session.day(),
                planned.kind().name(),
                planned.quality(),
                PlannedLoad.seconds(planned, estimate),
                planned.running() ? estimate.distanceMetres(planned.steps()) : null,
                new CalendarChanged.Load(load.value(), load.method().name()),
                planned.kind() == SessionKind.RACE ? raceMetres(planned) : null,
                planned.steps().stream().map(CalendarChanges::step).toList());
    }

    /** Of its steps the longest by distance is the race; absent where it goes by time. */
    private static @Nullable Double raceMetres(PlannedSession race) {
        return race.stretches()
                .flatMap(stretch ->
                        stretch.extent() instanceof Extent.Distance run ? Stream.of(run.metres()) : Stream.of())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static CalendarChanged.Step step(Step step) {
        return switch (step) {
            case Step.Stretch stretch ->
                new CalendarChanged.Step(
                        1, List.of(stretch(StepRow.from(List.of(stretch)).getFirst())));
            case Step.Repeat repeat ->
                new CalendarChanged.Step(
                        repeat.times(),
                        StepRow.from(List.copyOf(Step.unrolled(repeat.steps()))).stream()
                                .map(CalendarChanges::stretch)
                                .toList());
        };
    }

    private static CalendarChanged.Stretch stretch(StepRow step) {
        var target = step.target();
        return new CalendarChanged.Stretch(
                step.kind().name(),
                step.durationSeconds(),
                step.durationSecondsHighest(),
                step.distanceMetres(),
                target == null ? null : target(target),
                step.rpeLowest(),
                step.rpeHighest());
    }

    private static CalendarChanged.Target target(StepRow.TargetRow target) {
        var zone = target.zone();
        return new CalendarChanged.Target(
                zone == null ? null : zone.name(), target.raceDistanceMetres(), target.offsetSecondsPerKm());
    }
}
