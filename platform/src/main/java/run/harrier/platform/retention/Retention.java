package run.harrier.platform.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Deletes the answers kept for an {@code Idempotency-Key} after 24 hours, and the events of the inbox after 31 days. An
 * event is delivered again only while a topic keeps it, the dead letters too, and that is 30 days at most.
 *
 * <p>A statement deletes at most {@value #BATCH} rows and is repeated while it finds as many. Rows that another replica
 * is deleting are skipped.
 */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int BATCH = 1_000;
    private static final Duration OF_ANSWERS = Duration.ofHours(24);
    private static final Duration OF_EVENTS = Duration.ofDays(31);

    private static final String DELETE_ANSWERS = """
            delete from idempotency where ctid = any (array(
                select ctid from idempotency where started_at < $1 limit %d for update skip locked))
            """.formatted(BATCH);

    private static final String DELETE_EVENTS = """
            delete from inbox where ctid = any (array(
                select ctid from inbox where received_at < $1 limit %d for update skip locked))
            """.formatted(BATCH);

    private final Pool pool;

    Retention(Pool pool) {
        this.pool = pool;
    }

    /** By real time, as the database stamps the rows, whatever day the business clock shows. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteExpired() {
        return Uni.createFrom()
                .deferred(() -> deleteExpired(Instant.now()))
                .onFailure()
                .invoke(e -> LOG.warnf("expired rows stay for another hour: %s", e.toString()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> deleteExpired(Instant now) {
        return delete(DELETE_ANSWERS, now.minus(OF_ANSWERS)).chain(() -> delete(DELETE_EVENTS, now.minus(OF_EVENTS)));
    }

    private Uni<Void> delete(String batch, Instant before) {
        return pool.preparedQuery(batch)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .chain(deleted -> deleted.rowCount() < BATCH ? Uni.createFrom().voidItem() : delete(batch, before));
    }
}
