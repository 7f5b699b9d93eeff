package run.harrier.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Relation;
import run.harrier.testkit.events.EventPublisher;

/** Publishes the golden events of the athlete-service, of a new athlete each time. */
@Singleton
public class AthleteServiceEvents extends EventPublisher {
    private final Pool pool;

    AthleteServiceEvents(Pool pool, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        super(brokers);
        this.pool = pool;
    }

    /**
     * The golden athlete, VDOT 49.81 since 2026-09-06, in Auckland: "ana" herself, "coach", "assistant", and
     * "partner-demo" with plan:read.
     */
    public UUID anyAthlete() {
        var athlete = anAthleteWithoutResult();
        publish(EventType.FITNESS_CHANGED, golden(EventType.FITNESS_CHANGED, athlete));
        return athlete;
    }

    public UUID anAthleteWithoutResult() {
        var athlete = anAthleteOnlyInAccess();
        sendProfile(athlete);
        return athlete;
    }

    public void sendProfile(UUID athlete) {
        publish(EventType.PROFILE_CHANGED, golden(EventType.PROFILE_CHANGED, athlete));
    }

    /** An athlete whose access has arrived and whose profile has not. */
    public UUID anAthleteOnlyInAccess() {
        var athlete = UUID.randomUUID();
        var squad = UUID.randomUUID();
        grant(
                athlete,
                new Grant("ana", Relation.ATHLETE, null, null),
                new Grant("coach", Relation.COACH, squad, null),
                new Grant("assistant", Relation.ASSISTANT, squad, null),
                new Grant("partner-demo", Relation.PARTNER, null, Set.of("plan:read")));
        return athlete;
    }

    /** The golden fitness with another result: every pace is so many seconds per kilometre faster. */
    public void getFitter(UUID athlete, String on, double seconds) {
        var data = golden(EventType.FITNESS_CHANGED, athlete);
        var span = (ObjectNode) data.withArray("timeline").get(0).deepCopy();
        span.put("from", on);
        var paces = (ObjectNode) span.get("paces");
        paces.properties()
                .forEach(pace -> paces.put(pace.getKey(), pace.getValue().asDouble() - seconds));
        data.withArray("timeline").add(span);
        publish(EventType.FITNESS_CHANGED, data);
    }

    public void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    /** The squad that the athlete alone is in. */
    public UUID squadOf(UUID athlete) {
        return pool.preparedQuery("select squad_id from access where athlete_id = $1 and squad_id is not null")
                .execute(Tuple.of(athlete))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getUUID(0);
    }

    public long count(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** The first column of a query whose only parameter is the athlete. */
    public List<String> rows(String sql, UUID athlete) {
        return pool.preparedQuery(sql).execute(Tuple.of(athlete)).await().indefinitely().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
