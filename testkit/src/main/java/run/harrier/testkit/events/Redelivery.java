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
 * What a service has heard of some athletes, delivered again: five times each and shuffled across athletes. It must
 * change no row of theirs and tell nothing more.
 *
 * @param heard the topics that the service listens to
 * @param told the topic of its own events
 * @param empty the tables that need no row of the athletes; the others must have some, so that they can differ
 */
public record Redelivery(Set<String> heard, String told, Set<String> empty) {
    private static final int ATHLETES = 18;
    private static final int TIMES = 5;
    private static final int LEAST_DELIVERIES = 1000;

    /** Athletes of whom much is told at once, each with its own chance. */
    public static List<UUID> squad(Random random, Function<Random, UUID> athlete) {
        var tellings = Stream.generate(random::nextInt)
                .limit(ATHLETES)
                .<Callable<UUID>>map(chance -> () -> athlete.apply(new Random(chance)))
                .toList();
        try (var tellers = Executors.newFixedThreadPool(ATHLETES)) {
            var ids = new ArrayList<UUID>();
            for (var told : tellers.invokeAll(tellings)) {
                ids.add(told.get());
            }
            return ids;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param awaitHeardAll returns when the service has received what lies behind everything on its topics */
    public void changesNothing(String brokers, List<UUID> squad, Random random, Runnable awaitHeardAll) {
        try (var records = new Records(brokers)) {
            var deliveries = records.of(squad, heard.toArray(String[]::new));
            assertThat(deliveries.size() * TIMES).isGreaterThan(LEAST_DELIVERIES);
            var before = DatabaseDigest.of(squad);
            before.forEach((table, rows) ->
                    assertThat(rows.startsWith("0 ")).as(table + ": " + rows).isEqualTo(empty.contains(table)));
            var toldBefore = records.count(told);

            records.again(Records.shuffled(deliveries, TIMES, random));
            awaitHeardAll.run();

            assertThat(DatabaseDigest.of(squad)).isEqualTo(before);
            assertThat(records.count(told)).isEqualTo(toldBefore);
        }
    }
}
