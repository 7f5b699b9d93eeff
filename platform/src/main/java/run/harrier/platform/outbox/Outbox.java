package run.harrier.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Event;
import run.harrier.contracts.Shard;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.time.Uuid7;

/**
 * Writes events in the transaction that causes them; the {@link OutboxRelay} publishes what was committed. The
 * statement takes each athlete's next sequence numbers under a row lock that the transaction holds until it ends, so
 * the numbers have no gaps and follow the order of the commits.
 */
@ApplicationScoped
public class Outbox {
    private static final String EXPRESSIONS = """
            event as (
                select * from json_to_recordset(cast(%s as json))
                    as e(n bigint, "athleteId" uuid, shard int, id uuid, topic text, type text, payload text, "traceParent" text)
                where %s
            ), head as (
                insert into outbox_head as h (athlete_id, last_sequence)
                select "athleteId", count(*) from event group by "athleteId" order by "athleteId"
                on conflict (athlete_id) do update set last_sequence = h.last_sequence + excluded.last_sequence
                returning athlete_id, last_sequence
            )
            """;

    private static final String INSERT = """
            insert into outbox (athlete_id, sequence, shard, id, topic, type, payload, traceparent)
            select athlete_id,
                   last_sequence + 1 - row_number() over (partition by athlete_id order by n desc),
                   shard, id, topic, type, payload, "traceParent"
            from event join head on athlete_id = "athleteId"
            order by n
            """;

    /** One statement for any number of events of any athletes; its only parameter is what {@link #rows} makes. */
    private static final String APPEND = "with " + EXPRESSIONS + INSERT;

    private final JsonText json;
    private final Uuid7 ids;

    Outbox(JsonText json, Uuid7 ids) {
        this.json = json;
        this.ids = ids;
    }

    /** Adds the events to the session's transaction, in their order, in one statement. */
    public Uni<Void> publish(Mutiny.Session session, Event... events) {
        return publish(session, Arrays.asList(events));
    }

    /** Adds the events to the session's transaction, in their order, in one statement. */
    public Uni<Void> publish(Mutiny.Session session, Collection<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.flush()
                .chain(() -> session.createNativeQuery(APPEND.formatted("cast(:events as text)", "true"))
                        .setParameter("events", rows(events))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Adds the events to the connection's transaction, in their order, in one statement. */
    public Uni<Void> publish(SqlClient transaction, Collection<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(APPEND.formatted("$1::text", "true"))
                .execute(Tuple.of(rows(events)))
                .replaceWithVoid();
    }

    /**
     * The append as common table expressions {@code event}, {@code head} and {@code published}, for an operation that commits
     * all it does in one statement.
     *
     * @param parameter the parameter that takes {@link #rows}, such as {@code $1}
     * @param condition when it is false, nothing is published and no number is taken
     */
    public static String expressions(String parameter, String condition) {
        return EXPRESSIONS.formatted(parameter + "::text", condition) + ", published as (" + INSERT + ")";
    }

    /** The events as {@link #expressions} takes them. */
    public String rows(Collection<? extends Event> events) {
        var rows = new ArrayList<Row>(events.size());
        events.forEach(event -> rows.add(row(rows.size(), event)));
        return json.write(rows);
    }

    private Row row(int n, Event event) {
        var type = event.type();
        return new Row(
                n,
                event.athleteId(),
                Shard.of(event.athleteId()),
                ids.next(),
                type.topic(),
                type.wireName(),
                json.write(event),
                traceParent());
    }

    private static @Nullable String traceParent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    record Row(
            int n,
            UUID athleteId,
            int shard,
            UUID id,
            String topic,
            String type,
            String payload,
            @Nullable String traceParent) {}
}
