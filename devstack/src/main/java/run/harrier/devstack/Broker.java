package run.harrier.devstack;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;

/** A Kafka broker (KRaft) inside this JVM, on kept data. */
public final class Broker implements Server {

    private static final String CLUSTER = "harrierHarrierHarrierA"; // 22 characters, the same on every start

    /**
     * What nobody repairs fills no disk: it is kept for 30 days, and 64 MiB of each partition at most. Only whole segments
     * are deleted, so they are small.
     */
    private static final Map<String, String> DEAD_LETTERS = Map.of(
            "retention.ms", Long.toString(Duration.ofDays(30).toMillis()),
            "retention.bytes", Integer.toString(64 << 20),
            "segment.bytes", Integer.toString(8 << 20));

    private final Path data;
    private final int port;
    private @Nullable EmbeddedKafkaBroker running;

    Broker(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** What a small broker needs to have consumers at work at once; the same in component tests. */
    public static void settings(Properties properties) {
        properties.put("num.partitions", Integer.toString(Shard.COUNT));
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
    }

    @Override
    public void start() {
        // by default a broker in trouble halts its JVM, and the children of this one would be left running
        Exit.setHaltProcedure(Broker::giveUp);
        Exit.setExitProcedure(Broker::giveUp);
        running = new EmbeddedKafkaBroker()
                .withKafkaPort(port)
                .withClusterId(CLUSTER)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> {
                    settings(properties);
                    properties.put("log.dir", data.toString());
                    // a broker that was killed is forgotten, and one that returns is taken, within a second
                    properties.put("broker.session.timeout.ms", "1000");
                    properties.put("broker.heartbeat.interval.ms", "200");
                })
                .start();
        boundDeadLetters();
    }

    private void boundDeadLetters() {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.DEAD_LETTERS);
        var bounds = DEAD_LETTERS.entrySet().stream()
                .map(bound ->
                        new AlterConfigOp(new ConfigEntry(bound.getKey(), bound.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + port))) {
            if (!admin.listTopics().names().get().contains(Topic.DEAD_LETTERS)) {
                admin.createTopics(List.of(new NewTopic(Topic.DEAD_LETTERS, Optional.empty(), Optional.empty())))
                        .all()
                        .get();
            }
            admin.incrementalAlterConfigs(Map.of(topic, bounds)).all().get();
        } catch (ExecutionException e) {
            throw new StackFailure("Kafka refuses bounds for the dead letters", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Kafka was interrupted", e);
        }
    }

    private static void giveUp(int status, @Nullable String message) {
        throw new IllegalStateException("Kafka gave up with status " + status + ": " + message);
    }

    @Override
    public boolean isReady() {
        return running != null;
    }

    @Override
    public boolean isAlive() {
        return running != null;
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** As {@link #stop}: it lives in this process. A client sees the same, a connection that breaks. */
    @Override
    public void kill() {
        stop();
    }
}
