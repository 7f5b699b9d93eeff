package run.harrier.load.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.FitnessChanged;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.series.LoadYears;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.json.JsonText;

/** The athletes, with their thresholds and the loads of their days. */
@ApplicationScoped
public class Runners {
    /** The first day that PostgreSQL and people agree on: every activity is later. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** Of the athlete {@code a} with the timeline {@code t}. */
    static final String COLUMNS = "a.version, a.time_zone, a.sex, t.thresholds::text as thresholds";

    private final JsonText json;
    private final LoadYears years;

    Runners(JsonText json, LoadYears years) {
        this.json = json;
        this.years = years;
    }

    /** From a row with {@link #COLUMNS} and the years as {@code history}. */
    Runner runner(UUID athleteId, Row row) {
        var thresholds = timeline(row.getString("thresholds"));
        return new Runner(
                athleteId,
                row.getLong("version"),
                ZoneId.of(row.getString("time_zone")),
                Sex.valueOf(row.getString("sex")),
                thresholds.hearts(),
                thresholds.paces(),
                years.read(row.getString("history")));
    }

    /** The athlete, held until the transaction ends, with the years from a day's on. */
    Uni<Runner> hold(SqlConnection transaction, UUID athleteId, LocalDate from) {
        return lock(transaction, athleteId)
                .chain(() -> transaction
                        .preparedQuery("select " + COLUMNS + ", " + LoadYears.column("$1", "$2", "9999") + " as history"
                                + " from athlete a left join threshold_timeline t using (athlete_id)"
                                + " where a.athlete_id = $1")
                        .execute(Tuple.of(athleteId, from.getYear())))
                .map(rows -> runner(athleteId, rows.iterator().next()));
    }

    /**
     * Says that what others computed from the athlete before is no longer to be stored.
     *
     * @param pairedOn the day of a pair that came, changed or went; absent without one
     */
    static Uni<Void> touch(SqlConnection transaction, UUID athleteId, @Nullable LocalDate pairedOn) {
        return transaction
                .preparedQuery("""
                        update athlete set version = version + 1,
                            recompute_from = case when %s then least(recompute_from, $2) else recompute_from end
                        where athlete_id = $1
                        """.formatted(SessionLoadCalibration.due("$1", "$2")))
                .execute(Tuple.of(athleteId, pairedOn))
                .replaceWithVoid();
    }

    /**
     * The effect of {@code fitness changed}: the new timeline instead of the old. What was computed from the first
     * changed day on is due to be computed again (U24).
     */
    public Uni<Void> apply(FitnessChanged event, Received received, SqlConnection transaction) {
        var told = ThresholdTimeline.of(event);
        return lock(transaction, event.athleteId())
                .chain(() -> transaction
                        .preparedQuery("select thresholds::text from threshold_timeline where athlete_id = $1")
                        .execute(Tuple.of(event.athleteId())))
                .map(rows -> timeline(
                        rows.size() == 0 ? null : rows.iterator().next().getString(0)))
                .call(() -> transaction.preparedQuery("""
                                insert into threshold_timeline (athlete_id, thresholds) values ($1, $2::text::jsonb)
                                on conflict (athlete_id) do update set thresholds = excluded.thresholds
                                """).execute(Tuple.of(event.athleteId(), json.write(told))))
                .map(known -> told.firstChange(known).map(day -> day.isBefore(EVER) ? EVER : day))
                .chain(change ->
                        transaction.preparedQuery("""
                                update athlete set version = version + 1,
                                    recompute_from = case
                                        when exists (select from activity where athlete_id = $1 and on_day >= $2)
                                        then least(recompute_from, $2) else recompute_from end
                                where athlete_id = $1
                                """).execute(Tuple.of(event.athleteId(), change.orElse(null))))
                .replaceWithVoid();
    }

    /** Nobody else changes the athlete's figures until the transaction ends; what is read after it is the newest. */
    static Uni<Void> lock(SqlConnection transaction, UUID athleteId) {
        return transaction
                .preparedQuery("select 1 from athlete where athlete_id = $1 for update")
                .execute(Tuple.of(athleteId))
                .replaceWithVoid();
    }

    private ThresholdTimeline timeline(@Nullable String text) {
        return text == null ? ThresholdTimeline.NONE : json.read(text, ThresholdTimeline.class);
    }
}
