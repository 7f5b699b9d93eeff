package run.harrier.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import run.harrier.testkit.database.DatabaseDigest;

/**
 * Delivers the events that a service has received of some athletes again: five times each and shuffled across athletes.
 * The service must change no row of theirs and publish nothing more.
 *
 * @param received the topics that the service consumes
 * @param published the topic of its own events
 * @param empty the tables that need no row of the athletes; the others must have some, so that they can differ
 */
public record Redelivery(Set<String> received, String published, Set<String> empty) {
    private static final int ATHLETES = 18;
    private static final int TIMES = 5;
    private static final int LEAST_DELIVERIES = 1000;

    /** Makes athletes with many events, all at the same time, each with its own random numbers. */
    public static List<UUID> squad(Random random, Function<Random, UUID> athlete) {
        var makers = Stream.generate(random::nextInt)
                .limit(ATHLETES)
                .<Callable<UUID>>map(seed -> () -> athlete.apply(new Random(seed)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(ATHLETES)) {
            var ids = new ArrayList<UUID>();
            for (var made : threads.invokeAll(makers)) {
                ids.add(made.get());
            }
            return ids;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param awaitAllReceived returns when the service has received the last record of each of its topics */
    public void changesNothing(String brokers, List<UUID> squad, Random random, Runnable awaitAllReceived) {
        var events = new PublishedEvents(brokers);
        try (var records = new Records(brokers)) {
            var deliveries = records.of(squad, received.toArray(String[]::new));
            assertThat(deliveries.size() * TIMES).isGreaterThan(LEAST_DELIVERIES);
            var before = DatabaseDigest.of(squad);
            before.forEach((table, rows) ->
                    assertThat(rows.startsWith("0 ")).as(table + ": " + rows).isEqualTo(empty.contains(table)));
            var publishedBefore = events.count(published);

            records.again(Records.shuffled(deliveries, TIMES, random));
            awaitAllReceived.run();

            assertThat(DatabaseDigest.of(squad)).isEqualTo(before);
            assertThat(events.count(published)).isEqualTo(publishedBefore);
        }
    }
}
