package run.harrier.devstack;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Shard;

/** A Kafka broker (KRaft) inside this JVM, on kept data. */
public final class Broker implements Server {

    private static final String CLUSTER = "harrierHarrierHarrierA"; // 22 characters, the same on every start

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
