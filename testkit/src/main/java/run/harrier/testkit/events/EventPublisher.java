package run.harrier.testkit.events;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Golden;
import run.harrier.contracts.Shard;
import run.harrier.testkit.database.DatabaseRows;

/**
 * Publishes golden events to the service under test, as the other services would, each with a higher number than the
 * one before.
 */
public class EventPublisher {
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong sequence = new AtomicLong();
    private final Records records;

    public EventPublisher(String brokers) {
        this.records = new Records(brokers);
    }

    @PreDestroy
    void close() {
        records.close();
    }

    /** The golden example of a type, with this athlete in it. */
    public ObjectNode golden(EventType type, UUID athlete) {
        try {
            return ((ObjectNode) json.readTree(Golden.json(type))).put("athleteId", athlete.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the event and waits until it was received. */
    public void publish(EventType type, ObjectNode data) {
        awaitReceived(athleteOf(data), send(type, data));
    }

    /** Sends the event; returns its id. */
    public UUID send(EventType type, ObjectNode data) {
        var id = UUID.randomUUID();
        send(type, data, id, sequence.incrementAndGet());
        return id;
    }

    /** Sends the event with this id and number. */
    public void send(EventType type, ObjectNode data, UUID id, long number) {
        var athlete = athleteOf(data);
        records.send(
                type.topic(),
                athlete,
                data.toString(),
                Map.of(
                        EventHeader.ID, id.toString(),
                        EventHeader.SUBJECT, athlete.toString(),
                        EventHeader.TYPE, type.wireName(),
                        EventHeader.TIME, Instant.now().toString(),
                        EventHeader.SEQUENCE, Long.toString(number)));
    }

    private static UUID athleteOf(ObjectNode data) {
        return UUID.fromString(data.get("athleteId").asText());
    }

    /** Waits until the service under test has applied the event, or has dropped it because a newer one is applied. */
    public static void awaitReceived(UUID athlete, UUID event) {
        await().until(() -> {
            try (var database = DatabaseRows.database();
                    var received =
                            database.prepareStatement("select from inbox where athlete_id = ? and event_id = ?")) {
                received.setObject(1, athlete);
                received.setObject(2, event);
                return received.executeQuery().next();
            }
        });
    }

    /** Publishes who may see the athlete from now on, and confirms all access for the next hour. */
    public void grant(UUID athlete, Grant... grants) {
        var data = json.createObjectNode().put("athleteId", athlete.toString());
        data.set("grants", json.valueToTree(List.of(grants)));
        publish(EventType.ACCESS_CHANGED, data);
        confirmAccess(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
    }

    /** Confirms in every shard that all access events up to this time were received (D23). */
    public void confirmAccess(OffsetDateTime upTo) {
        try (var database = DatabaseRows.database();
                var confirm = database.prepareStatement("""
                    insert into shard_confirmation select shard, ? from generate_series(0, ? - 1) shard
                    on conflict (shard) do update set confirmed_at = excluded.confirmed_at
                    """)) {
            confirm.setObject(1, upTo);
            confirm.setInt(2, Shard.COUNT);
            confirm.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
