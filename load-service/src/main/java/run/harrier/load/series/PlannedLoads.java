package run.harrier.load.series;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.CalendarChanged;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.json.JsonText;

/** The load that the athletes' plans ask for on each day, as the plan-service published it last. */
@ApplicationScoped
public class PlannedLoads {
    private final JsonText json;

    PlannedLoads(JsonText json) {
        this.json = json;
    }

    /** @param load absent without a session on the day */
    private record PlannedDay(LocalDate on, @Nullable Double load) {}

    /** A column of a query, which {@link #read} takes: the days that have a session, from one day to another. */
    static String column(String athlete, String from, String to) {
        return """
                (select coalesce(json_agg(json_build_object('on', p.day, 'load', p.load)), '[]')::text
                 from planned_load p
                 where p.athlete_id = %s and p.day between %s and %s and p.load is not null)
                """.formatted(athlete, from, to);
    }

    /** Reads the text of {@link #column}. */
    Map<LocalDate, Double> read(String text) {
        return json.read(text, new TypeReference<List<PlannedDay>>() {}).stream()
                .filter(day -> day.load() != null)
                .collect(Collectors.toMap(PlannedDay::on, PlannedDay::load));
    }

    /**
     * Stores each day of the event's range, unless a newer event has set that day already: the ranges of two events
     * overlap, so a late event may be the newest for some days and not for others.
     */
    public Uni<Void> onCalendarChanged(CalendarChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        insert into planned_load as p (athlete_id, day, sequence, load)
                        select $1, "on", $2, load
                        from json_to_recordset($3::text::json) as planned("on" date, load float8)
                        on conflict (athlete_id, day) do update
                        set sequence = excluded.sequence, load = excluded.load
                        where p.sequence < excluded.sequence
                        """)
                .execute(Tuple.of(event.athleteId(), received.sequence(), json.write(days(event))))
                .replaceWithVoid();
    }

    private static List<PlannedDay> days(CalendarChanged event) {
        var loads = event.sessions().stream()
                .collect(Collectors.groupingBy(
                        CalendarChanged.Session::on,
                        Collectors.summingDouble(
                                session -> session.plannedLoad().value())));
        return event.from()
                .datesUntil(event.to().plusDays(1))
                .map(day -> new PlannedDay(day, loads.get(day)))
                .toList();
    }
}
