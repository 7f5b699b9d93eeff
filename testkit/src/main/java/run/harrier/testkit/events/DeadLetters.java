package run.harrier.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.EventHeader;
import run.harrier.contracts.EventType;
import run.harrier.testkit.database.DatabaseDigest;

/** Sends records that a service cannot read or apply, and puts its dead letters back on their topics. */
public final class DeadLetters implements AutoCloseable {
    private final Records records;

    public DeadLetters(String brokers) {
        this.records = new Records(brokers);
    }

    @Override
    public void close() {
        records.close();
    }

    /**
     * A record that cannot be read or applied.
     *
     * @param headers in place of the usual ones; an empty text removes one
     * @param reason a part of the reason that the dead letter gives
     */
    public record Poison(EventType type, @Nullable String data, Map<String, String> headers, String reason) {
        public static Poison of(EventType type, @Nullable String data, String reason) {
            return new Poison(type, data, Map.of(), reason);
        }

        private Map<String, String> headers(UUID athlete) {
            var all = new HashMap<>(Map.of(
                    EventHeader.ID, UUID.randomUUID().toString(),
                    EventHeader.SUBJECT, athlete.toString(),
                    EventHeader.TYPE, type.wireName(),
                    EventHeader.TIME, "2026-09-10T08:00:00Z",
                    EventHeader.SEQUENCE, "1000000"));
            all.putAll(headers);
            all.values().removeIf(String::isEmpty);
            return all;
        }
    }

    public void send(UUID athlete, List<Poison> poisons) {
        poisons.forEach(poison -> records.send(poison.type().topic(), athlete, poison.data(), poison.headers(athlete)));
    }

    /** The athlete's dead letters are these records, as they were sent, each with its cause, and no others. */
    public void assertAre(UUID athlete, List<Poison> poisons) {
        var dead = awaitSome(athlete, poisons.size());
        assertThat(dead).hasSize(poisons.size());
        for (var poison : poisons) {
            assertThat(dead).as(poison.toString()).anySatisfy(letter -> {
                assertThat(letter.value()).isEqualTo(poison.data());
                assertThat(Records.cause(letter, "topic"))
                        .isEqualTo(poison.type().topic());
                assertThat(Records.cause(letter, "reason")).isNotBlank().contains(poison.reason());
            });
        }
    }

    /** Waits until an athlete has so many dead letters; each names a {@linkplain DatabaseDigest#whileRefused refusal}. */
    public void awaitRefused(UUID athlete, int count) {
        assertThat(awaitSome(athlete, count))
                .allSatisfy(dead -> assertThat(Records.cause(dead, "reason")).contains("refused by the test"));
    }

    private List<ConsumerRecord<String, String>> awaitSome(UUID athlete, int count) {
        await().until(() -> records.deadLettersOf(athlete).size() >= count);
        return records.deadLettersOf(athlete);
    }

    /** Puts an athlete's dead letters back where they came from, and waits until the service has received them. */
    public void replay(UUID athlete) {
        var dead = records.deadLettersOf(athlete);
        dead.forEach(records::replay);
        dead.forEach(letter ->
                EventPublisher.awaitReceived(athlete, UUID.fromString(PublishedEvent.header(letter, EventHeader.ID))));
    }
}
