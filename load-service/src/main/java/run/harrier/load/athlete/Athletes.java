package run.harrier.load.athlete;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import run.harrier.contracts.ProfileChanged;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.problem.ProblemException;

/** The athletes as their owner last told of them. */
@ApplicationScoped
public class Athletes {
    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Pool pool;
    private final Clock clock;

    Athletes(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The effect of {@code profile changed}. Another sex weighs every heart beat anew. */
    public Uni<Void> apply(ProfileChanged event, Received received, SqlConnection transaction) {
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

    /**
     * The athlete's local day (D12). The event that tells of a new athlete may be under way, so it is waited for; a 503
     * problem when it does not come.
     */
    public Uni<LocalDate> today(UUID athleteId) {
        return zone(athleteId)
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(Optional::isEmpty)
                .select()
                .first(LOOKS)
                .collect()
                .last()
                .map(zone ->
                        zone.map(in -> LocalDate.ofInstant(clock.instant(), in)).orElseThrow(Athletes::notToldYet));
    }

    /** Holds the athlete until the transaction ends; its local day. */
    public Uni<LocalDate> hold(SqlConnection transaction, UUID athleteId) {
        return transaction
                .preparedQuery("select time_zone from athlete where athlete_id = $1 for update")
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString(0))))
                        .orElseThrow(Athletes::notToldYet));
    }

    /** A 503 problem: somebody asks for an athlete of whom nothing has been told here. */
    public static ProblemException notToldYet() {
        return ProblemException.unavailable("The athlete's profile has not arrived here yet.", RETRY_AFTER);
    }

    private Uni<Optional<ZoneId>> zone(UUID athleteId) {
        return pool.preparedQuery("select time_zone from athlete where athlete_id = $1")
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.stream().findFirst().map(row -> ZoneId.of(row.getString(0))));
    }
}
