package run.harrier.load.squad;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Shard;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.diary.RecordedActivity;
import run.harrier.load.series.LoadYears;
import run.harrier.load.series.model.LoadHistory;
import run.harrier.load.wellness.WellnessEntries;
import run.harrier.load.wellness.WellnessRow;
import run.harrier.load.wellness.model.Mornings;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.squad.SquadRows;

/** Reads all athletes of a squad in one query; an athlete is of the squad when a row of {@code access} names both. */
@ApplicationScoped
class SquadConditionQuery {
    private static final String QUERY = "with asked as (select " + AccessInQuery.SQUAD_COLUMNS
            + """
            ), member as (
                select distinct athlete_id from access where squad_id = $1
            )
            select asked.*, a.athlete_id, a.display_name, a.time_zone,
                (select coalesce(json_agg(json_build_object(
                        'averageBpm', r.figures->'averageHeartRateBpm',
                        'progression', r.figures->>'progression' is not null,
                        'activity', %1$s)), '[]')::text
                 from activity r
                 where r.athlete_id = m.athlete_id and r.day between $4::date - 22 and $4::date + 1) as recent,
                (select coalesce(json_agg(json_build_object('on', w.day, 'entry', w.entry, 'byAthlete', %2$s)), '[]')::text
                 from wellness w
                 where w.athlete_id = m.athlete_id and %3$s) as wellness,
                f.signs_from, %4$s,
                (select max(l.day) from activity l
                 where l.athlete_id = m.athlete_id and l.day < $4::date - 22) as last_activity,""".formatted(
                            RecordedActivity.column("r"),
                            WellnessEntries.BY_ATHLETE,
                            WellnessEntries.bearing(7),
                            WellnessEntries.CLOSING_WORDS)
            + LoadYears.column("m.athlete_id", "$5", "$6") + """
                 as history
            from asked left join (member m join athlete a using (athlete_id) cross join %s) on true
            """.formatted(WellnessEntries.signsFrom(7));

    private final Athletes athletes;
    private final SquadRows rows;
    private final LoadYears years;
    private final WellnessEntries entries;
    private final JsonText json;

    SquadConditionQuery(Athletes athletes, SquadRows rows, LoadYears years, WellnessEntries entries, JsonText json) {
        this.athletes = athletes;
        this.rows = rows;
        this.years = years;
        this.entries = entries;
        this.json = json;
    }

    /** What is computed of each athlete of the squad, if the caller may read it ({@link SquadRows}). */
    <T> Uni<List<T>> read(UUID squadId, String subject, LocalDate around, Function<Member, T> athlete) {
        return rows.read(
                squadId,
                QUERY,
                Tuple.from(List.of(
                        squadId,
                        subject,
                        (long) Shard.COUNT,
                        around,
                        around.minusDays(1).getYear(),
                        around.plusDays(1).getYear(),
                        around.plusDays(1))),
                row -> athlete.apply(member(row)));
    }

    /** An athlete with the activities, the wellness entries and the loads of the last weeks. */
    record Member(
            UUID athleteId,
            String displayName,
            LocalDate today,
            List<RecentActivity> recent,
            Mornings mornings,
            @Nullable LocalDate lastActivity,
            LoadHistory history) {}

    record RecentActivity(
            RecordedActivity activity, @Nullable Double averageBpm, boolean progression) {

        LocalDate on() {
            return activity.on();
        }
    }

    private record DatedEntry(LocalDate on, WellnessRow entry, boolean byAthlete) {
        Wellness wellness() {
            return entry.toModel(on, byAthlete);
        }
    }

    private Member member(Row row) {
        return new Member(
                row.getUUID("athlete_id"),
                row.getString("display_name"),
                athletes.today(row),
                json.read(row.getString("recent"), new TypeReference<List<RecentActivity>>() {}),
                new Mornings(
                        json.read(row.getString("wellness"), new TypeReference<List<DatedEntry>>() {}).stream()
                                .map(DatedEntry::wellness)
                                .toList(),
                        row.getLocalDate("signs_from"),
                        entries.closingWords(row)),
                row.getLocalDate("last_activity"),
                years.read(row.getString("history")));
    }
}
