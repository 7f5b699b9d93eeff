package run.harrier.load.athlete;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.FitnessChanged;
import run.harrier.contracts.ProfileChanged;
import run.harrier.load.athlete.model.Sex;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/**
 * The one owner of the athlete's row: who the athlete is, as the athlete-service published it last, and the lock, the
 * version and the recomputation that every writer of the athlete's figures shares. Only the commit of an upload, which
 * is one statement, locks and changes the row by itself.
 */
@ApplicationScoped
public class Athletes {
    private static final String NOT_ARRIVED = "The athlete's profile has not arrived here yet.";

    /** The first day that PostgreSQL and people agree on: every activity is later. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** Of the athlete {@code a} with the thresholds {@code t}; {@link #athlete} takes them. */
    public static final String COLUMNS = "a.version, a.time_zone, a.sex, t.thresholds::text as thresholds";

    private final Pool pool;
    private final JsonText json;
    private final Clock clock;

    Athletes(Pool pool, JsonText json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** Which activities a change of the athlete makes due to be computed again. */
    public enum Affected {
        ALL("exists (select from activity where athlete_id = $1 and day >= $2)"),
        /** Those whose session load is on the athlete's own scale. */
        SCALED("exists (select from activity where athlete_id = $1 and day >= $2 and load_method = 'RPE')");

        private final String condition;

        Affected(String condition) {
            this.condition = condition;
        }
    }

    /** Another sex weighs every heart beat anew. */
    Uni<Void> onProfileChanged(ProfileChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        insert into athlete as a (athlete_id, display_name, birth_date, sex, time_zone)
                        values ($1, $2, $3, $4, $5)
                        on conflict (athlete_id) do update
                        set display_name = excluded.display_name, birth_date = excluded.birth_date,
                            sex = excluded.sex, time_zone = excluded.time_zone, version = a.version + 1,
                            recompute_from = case when a.sex <> excluded.sex then date '0001-01-01'
                                             else a.recompute_from end
                        """)
                .execute(Tuple.of(
                        event.athleteId(),
                        event.displayName(),
                        event.birthDate(),
                        event.sex(),
                        ZoneId.of(event.timeZone()).getId()))
                .replaceWithVoid();
    }

    /** The new thresholds instead of the old; what was computed from the first changed day on is due again (U24). */
    Uni<Void> onFitnessChanged(FitnessChanged event, Received received, SqlConnection transaction) {
        var athleteId = event.athleteId();
        var changed = ThresholdTimeline.of(event);
        return lockedZone(transaction, athleteId)
                .chain(() -> transaction
                        .preparedQuery("select thresholds::text from threshold_timeline where athlete_id = $1")
                        .execute(Tuple.of(athleteId)))
                .map(rows -> timeline(
                        rows.size() == 0 ? null : rows.iterator().next().getString(0)))
                .call(() -> transaction.preparedQuery("""
                                insert into threshold_timeline (athlete_id, thresholds) values ($1, $2::text::jsonb)
                                on conflict (athlete_id) do update set thresholds = excluded.thresholds
                                """).execute(Tuple.of(athleteId, json.write(changed))))
                .map(known -> changed.firstChange(known).map(day -> day.isBefore(EVER) ? EVER : day))
                .chain(change -> change.isPresent()
                        ? markForRecomputation(transaction, athleteId, Affected.ALL, change.get())
                        : bumpVersion(transaction, athleteId));
    }

    /** From a row with {@link #COLUMNS}. */
    public Athlete athlete(UUID athleteId, Row row) {
        return new Athlete(
                athleteId,
                row.getLong("version"),
                ZoneId.of(row.getString("time_zone")),
                Sex.valueOf(row.getString("sex")),
                timeline(row.getString("thresholds")));
    }

    /**
     * The athlete's local day (D12). The profile of a new athlete may still be on its way, so it is waited for; a 503
     * problem when it does not come.
     */
    public Uni<LocalDate> today(UUID athleteId) {
        return pool.preparedQuery("select time_zone from athlete where athlete_id = $1")
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.stream().findFirst())
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(Optional::isEmpty)
                .select()
                .first(LOOKS)
                .collect()
                .last()
                .map(row -> today(row.orElse(null)));
    }

    /**
     * Does the work again, once, when it failed because the profile of a new athlete had not arrived, and has arrived now:
     * who has just signed up is not told to come again.
     */
    public <T> Uni<T> whenArrived(UUID athleteId, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(Athletes::hasNotArrived)
                .recoverWithUni(() -> today(athleteId).chain(arrived -> work.get()));
    }

    private static boolean hasNotArrived(Throwable failure) {
        return failure instanceof ProblemException problem
                && NOT_ARRIVED.equals(problem.problem().detail());
    }

    /** The athlete's local day from a row of a query that reads {@code time_zone}; a 503 problem when it has none. */
    public LocalDate today(@Nullable Row row) {
        var zone = row == null ? null : row.getString("time_zone");
        if (zone == null) {
            throw ProblemException.unavailable(NOT_ARRIVED, RETRY_AFTER);
        }
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }

    /**
     * Locks the athlete's row until the transaction ends: nobody else changes the athlete's figures, and what is read
     * after it is the newest. Gives the athlete's local day; a 503 problem when the profile has not arrived.
     */
    public Uni<LocalDate> lockForUpdate(SqlConnection transaction, UUID athleteId) {
        return lockedZone(transaction, athleteId).map(row -> today(row.orElse(null)));
    }

    /** Invalidates figures computed from the previous version. */
    public Uni<Void> bumpVersion(SqlConnection transaction, UUID athleteId) {
        return transaction
                .preparedQuery("update athlete set version = version + 1 where athlete_id = $1")
                .execute(Tuple.of(athleteId))
                .replaceWithVoid();
    }

    /**
     * Invalidates figures computed from the previous version, and makes the loads from a day on due to be computed again
     * if there is an activity that the change affects.
     */
    public Uni<Void> markForRecomputation(
            SqlConnection transaction, UUID athleteId, Affected affected, LocalDate from) {
        return transaction
                .preparedQuery("""
                        update athlete set version = version + 1,
                            recompute_from = case when %s then least(recompute_from, $2) else recompute_from end
                        where athlete_id = $1
                        """.formatted(affected.condition))
                .execute(Tuple.of(athleteId, from))
                .replaceWithVoid();
    }

    /** The athletes whose loads are due to be computed again. */
    public Uni<List<UUID>> dueForRecomputation() {
        return pool.query("select athlete_id from athlete where recompute_from is not null order by athlete_id")
                .execute()
                .map(rows -> rows.stream().map(row -> row.getUUID("athlete_id")).toList());
    }

    /** Locks an athlete who is due and says from which day on; empty when another instance is at it or has done it. */
    public Uni<Optional<LocalDate>> lockDue(SqlConnection transaction, UUID athleteId) {
        return transaction
                .preparedQuery("""
                        select recompute_from from athlete
                        where athlete_id = $1 and recompute_from is not null for update skip locked
                        """)
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.stream().findFirst().map(row -> row.getLocalDate("recompute_from")));
    }

    /** The athlete's loads are those of the thresholds in force; invalidates figures of the previous version. */
    public Uni<Void> markRecomputed(SqlConnection transaction, UUID athleteId) {
        return transaction
                .preparedQuery("update athlete set version = version + 1, recompute_from = null where athlete_id = $1")
                .execute(Tuple.of(athleteId))
                .replaceWithVoid();
    }

    private static Uni<Optional<Row>> lockedZone(SqlConnection transaction, UUID athleteId) {
        return transaction
                .preparedQuery("select time_zone from athlete where athlete_id = $1 for update")
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.stream().findFirst());
    }

    private ThresholdTimeline timeline(@Nullable String text) {
        return text == null ? ThresholdTimeline.NONE : json.read(text, ThresholdTimeline.class);
    }
}
