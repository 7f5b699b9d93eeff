package run.harrier.load.series;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.LoadUpdated;
import run.harrier.load.series.model.Curves;
import run.harrier.load.series.model.Day;
import run.harrier.load.series.model.DayFigures;
import run.harrier.load.series.model.LoadHistory;
import run.harrier.load.series.model.LoadYear;
import run.harrier.platform.json.JsonText;

/** The years of daily loads, a row each: a chart of five years reads five rows. */
@ApplicationScoped
public class LoadYears {
    private final JsonText json;

    LoadYears(JsonText json) {
        this.json = json;
    }

    /**
     * A column of a query, which {@link #read} takes: the years of an athlete from one year to another. Where the first is
     * not stored, the last one before it is read too, because the later ones carry its loads in.
     */
    public static String column(String athlete, String from, String to) {
        return """
                (select coalesce(json_agg(json_build_object(
                        'year', y.year, 'firstDay', y.first_day, 'fitness', y.fitness, 'fatigue', y.fatigue,
                        'acute', y.acute, 'chronic', y.chronic, 'loads', y.loads, 'runningLoads', y.running_loads,
                        'activities', y.activities, 'absences', y.absences) order by y.year), '[]')::text
                 from load_year y
                 where y.athlete_id = %1$s and y.year <= %3$s and y.year >= coalesce(
                    (select max(b.year) from load_year b where b.athlete_id = %1$s and b.year <= %2$s), 0))
                """.formatted(athlete, from, to);
    }

    /** The part of a statement that stores the years of {@link #rows} where the condition holds. */
    public static String saved(String athlete, String rows, String condition) {
        return """
                insert into load_year (athlete_id, year, first_day, fitness, fatigue, acute, chronic,
                                       loads, running_loads, activities, absences)
                select %s, year, "firstDay", fitness, fatigue, acute, chronic, loads, "runningLoads", activities, absences
                from json_to_recordset(%s::text::json)
                    as y(year int, "firstDay" date, fitness float8, fatigue float8, acute float8, chronic float8,
                         loads float8[], "runningLoads" float8[], activities int[], absences jsonb)
                where %s
                order by year
                on conflict (athlete_id, year) do update
                set first_day = excluded.first_day, fitness = excluded.fitness, fatigue = excluded.fatigue,
                    acute = excluded.acute, chronic = excluded.chronic, loads = excluded.loads,
                    running_loads = excluded.running_loads, activities = excluded.activities,
                    absences = excluded.absences
                """.formatted(athlete, rows, condition);
    }

    /** Reads the text of {@link #column}. */
    public LoadHistory read(String text) {
        return new LoadHistory(json.read(text, new TypeReference<List<YearRow>>() {}).stream()
                .map(YearRow::toYear)
                .toList());
    }

    /** The years that changed, as JSON; a year that did not change is the same object as was read. */
    public String rows(LoadHistory read, LoadHistory changed) {
        return json.write(changed.years().stream()
                .filter(year -> !read.years().contains(year))
                .map(YearRow::of)
                .toList());
    }

    /** The history from a year on. */
    public Uni<LoadHistory> from(SqlClient client, UUID athleteId, int year) {
        return client.preparedQuery("select " + column("$1", "$2", "9999"))
                .execute(Tuple.of(athleteId, year))
                .map(rows -> read(rows.iterator().next().getString(0)));
    }

    /** Stores the years that changed. */
    public Uni<Void> save(SqlClient transaction, UUID athleteId, LoadHistory read, LoadHistory changed) {
        return transaction
                .preparedQuery(saved("$1", "$2", "true"))
                .execute(Tuple.of(athleteId, rows(read, changed)))
                .replaceWithVoid();
    }

    /** The event that the loads from a day on are now those of a history. */
    public static LoadUpdated updated(UUID athleteId, LoadHistory changed, LocalDate from, LocalDate today) {
        var day = changed.figures(today, today).stream().findFirst();
        var band = day.flatMap(DayFigures::band).map(Enum::name).orElse(null);
        var acwr = day.flatMap(DayFigures::acwr)
                .map(ratio -> new LoadUpdated.Acwr(ratio.value(), ratio.coverageDays(), ratio.provisional(), band));
        return new LoadUpdated(athleteId, from, today, acwr.orElse(null));
    }

    /**
     * A row. Its lists have a cell for each day that is carried in, and for each day of the year.
     *
     * @param absences by the number of the cell; most have none
     */
    record YearRow(
            int year,
            @Nullable LocalDate firstDay,
            double fitness,
            double fatigue,
            double acute,
            double chronic,
            List<Double> loads,
            List<Double> runningLoads,
            List<Integer> activities,
            Map<Integer, Day.Absence> absences) {

        static YearRow of(LoadYear year) {
            var days = new ArrayList<Day>(year.lead());
            days.addAll(year.days());
            var absences = new TreeMap<Integer, Day.Absence>();
            for (int cell = 0; cell < days.size(); cell++) {
                if (days.get(cell).absence() != Day.Absence.NONE) {
                    absences.put(cell, days.get(cell).absence());
                }
            }
            return new YearRow(
                    year.year(),
                    year.carriedIn().firstDay().orElse(null),
                    year.carriedIn().fitness(),
                    year.carriedIn().fatigue(),
                    year.carriedIn().acute(),
                    year.carriedIn().chronic(),
                    days.stream().map(Day::load).toList(),
                    days.stream().map(Day::runningLoad).toList(),
                    days.stream().map(Day::activities).toList(),
                    absences);
        }

        LoadYear toYear() {
            var days = new ArrayList<Day>(loads.size());
            for (int cell = 0; cell < loads.size(); cell++) {
                days.add(new Day(
                        loads.get(cell),
                        runningLoads.get(cell),
                        activities.get(cell),
                        absences.getOrDefault(cell, Day.Absence.NONE)));
            }
            return LoadYear.of(
                    year,
                    new Curves(Optional.ofNullable(firstDay), fitness, fatigue, acute, chronic),
                    days.subList(0, LoadYear.LEAD),
                    days.subList(LoadYear.LEAD, days.size()));
        }
    }
}
