package run.harrier.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.harrier.contracts.Topic;

/** What was acknowledged is there after a stop, and after a crash. */
class KeptDataTest {

    @TempDir
    Path folder;

    @Test
    void postgresql_keeps_what_was_committed_before_a_crash() throws IOException, SQLException {
        var config = StackConfig.onFreePorts(folder, folder);
        var log = Files.createDirectories(folder.resolve("logs")).resolve("postgresql.log");
        var postgres = new Postgres(
                folder.resolve("postgresql"), config.port(Part.POSTGRESQL), log, List.of("athlete", "plan"));
        var url = config.jdbcUrl(Part.PLAN);
        try {
            postgres.start();
            try (var connection = DriverManager.getConnection(url, "plan", "plan");
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (n int)");
                statement.execute("insert into kept values (42)");
                postgres.kill();
            }

            postgres.start();
            try (var connection = DriverManager.getConnection(url, "plan", "plan");
                    var statement = connection.createStatement();
                    var found = statement.executeQuery("select n from kept")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getInt(1)).isEqualTo(42);
            }
        } finally {
            postgres.stop();
        }
    }

    @Test
    void kafka_keeps_what_was_acknowledged_before_a_stop_and_bounds_the_dead_letters() throws Exception {
        var config = StackConfig.onFreePorts(folder, folder);
        var servers = "localhost:" + config.port(Part.KAFKA);
        var broker = new Broker(folder.resolve("kafka"), config.port(Part.KAFKA));
        var partition = new TopicPartition("kept", 0);
        try {
            broker.start();
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers, "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", 0, "ana", "still here"))
                        .get();
            }
            broker.stop();

            broker.start();
            try (var consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                assertThat(consumer.poll(Duration.ofSeconds(30)))
                        .singleElement()
                        .satisfies(record -> assertThat(record.value()).isEqualTo("still here"));
            }
            try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.DEAD_LETTERS);
                var bounds = admin.describeConfigs(List.of(topic)).all().get().get(topic);
                assertThat(bounds.get("retention.ms").value())
                        .isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
                assertThat(bounds.get("retention.bytes").value()).isEqualTo(Integer.toString(64 << 20));
            }
        } finally {
            broker.stop();
        }
    }
}
