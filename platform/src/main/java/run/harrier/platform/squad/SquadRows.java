package run.harrier.platform.squad;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.access.AccessInQuery.ShownAthletes;

/**
 * Reads the athletes of a squad, of any size, by one query that decides as well whether the caller may read them. An
 * instance holds few rows at once: it reads {@value #AT_ONCE} squads at a time, by {@value #BATCH} rows each, while up
 * to {@value #MOST_WAITING} wait. Reading ends when the caller has left.
 */
@ApplicationScoped
public class SquadRows {
    static final int AT_ONCE = 2;
    static final int MOST_WAITING = 64;
    static final int BATCH = 100;

    private final Turns turns = new Turns(AT_ONCE, MOST_WAITING);
    private final AccessInQuery access;
    private final Pool pool;
    private final Vertx vertx;

    SquadRows(AccessInQuery access, Pool pool, Vertx vertx, MeterRegistry meters) {
        this.access = access;
        this.pool = pool;
        this.vertx = vertx;
        Gauge.builder("harrier.squads.waiting", turns, Turns::waiting)
                .description("Requests that wait until fewer squads are being read")
                .register(meters);
    }

    /**
     * What each athlete's row is computed to, off the event loop. Fails with a 404 or 403 problem for a caller without the
     * right, and with a 503 problem when too many squads are being read.
     *
     * @param query with {@link AccessInQuery#SQUAD_COLUMNS} and {@code athlete_id}; its {@code $1} is the squad
     */
    public <T> Uni<List<T>> read(UUID squadId, String query, Tuple parameters, Function<Row, T> athlete) {
        var left = new AtomicBoolean();
        return turns.take(() -> pool.withTransaction(transaction -> transaction
                        .prepare(query)
                        .map(prepared -> prepared.cursor(parameters))
                        .chain(cursor -> read(squadId, cursor, left, athlete))))
                .onCancellation()
                .invoke(() -> left.set(true));
    }

    private <T> Uni<List<T>> read(UUID squadId, Cursor cursor, AtomicBoolean left, Function<Row, T> athlete) {
        var athletes = new ArrayList<T>();
        return cursor.read(BATCH)
                .chain(first -> access.requireSquad(squadId, first.iterator().next())
                        .chain(shown -> compute(first, shown, athlete, athletes)
                                .chain(() -> more(cursor, shown, left, athlete, athletes))
                                .invoke(() -> shown.requireArrived(athletes))))
                .replaceWith(athletes);
    }

    private <T> Uni<Void> more(
            Cursor cursor, ShownAthletes shown, AtomicBoolean left, Function<Row, T> athlete, List<T> athletes) {
        if (!cursor.hasMore()) {
            return Uni.createFrom().voidItem();
        }
        if (left.get()) {
            return Uni.createFrom().failure(new CancellationException("the caller has left"));
        }
        return cursor.read(BATCH)
                .chain(rows -> compute(rows, shown, athlete, athletes))
                .chain(() -> more(cursor, shown, left, athlete, athletes));
    }

    private <T> Uni<Void> compute(RowSet<Row> rows, ShownAthletes shown, Function<Row, T> athlete, List<T> athletes) {
        return vertx.executeBlocking(
                        () -> StreamSupport.stream(rows.spliterator(), false)
                                .filter(shown::has)
                                .map(athlete)
                                .toList(),
                        false)
                .invoke(athletes::addAll)
                .replaceWithVoid();
    }
}
