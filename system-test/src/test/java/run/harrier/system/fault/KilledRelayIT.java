package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.StackConfig;
import run.harrier.system.RunningStack;

/** The load-service is killed (SIGKILL) at the two moments at which its relay could lose or double an event. */
@ExtendWith(RunningStack.class)
class KilledRelayIT {
    /** The space of the advisory locks by which a relay holds a shard: see OutboxRelay. */
    private static final int LOCK_SPACE = 0x4A52;

    private static Stack stack;
    private static StackConfig config;
    private static ServiceLogs logs;

    @BeforeAll
    static void start(Stack running) {
        stack = running;
        config = running.config();
        logs = new ServiceLogs(config);
    }

    @AfterAll
    static void no_stack_trace_was_logged() {
        logs.tellNoStackTrace();
    }

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.Round#all")
    void events_arrive_once_and_in_order_when_the_relay_is_killed_between_commit_and_send(Round round)
            throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, round.runners());
        try (var uploads = new Uploads(config, runners, round)) {
            stack.stop(Part.KAFKA);
            uploads.letGo(round.uploads());
            uploads.awaitAcknowledged(round.uploads());
            assertThat(waiting(runners)).hasSize(2 * round.uploads()); // the activity, and the load of its day
            stack.kill(Part.LOAD);
            stack.start(Part.KAFKA);
            stack.start(Part.LOAD);
            var ledger = uploads.finish();
            books.agreeWith(ledger);
            assertThat(heard(runners)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.Round#all")
    void an_event_told_twice_has_its_effect_once_when_the_relay_is_killed_between_send_and_delete(Round round)
            throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, round.runners());
        try (var uploads = new Uploads(config, runners, round)) {
            List<Object> sent;
            try (var holder = new Database(config, Part.LOAD).connect()) {
                holdRelays(holder);
                uploads.letGo(round.uploads());
                uploads.awaitAcknowledged(round.uploads());
                sent = waiting(runners);
                holdRows(holder);
                letGoRelays(holder);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> heard(runners).size() > 0);
                stack.kill(Part.LOAD);
                holder.rollback();
            }
            assertThat(waiting(runners)).isEqualTo(sent);
            var firstTime = heard(runners);
            stack.start(Part.LOAD);
            var ledger = uploads.finish();
            books.agreeWith(ledger);
            assertThat(heard(runners).stream().filter(firstTime::contains)).hasSize(2 * firstTime.size());
        }
    }

    /** From now on no relay of the load-service has a shard to itself: what is committed waits. */
    private static void holdRelays(Connection holder) throws SQLException {
        for (int shard = 0; shard < Shard.COUNT; shard++) {
            Database.rows(holder, "select pg_advisory_lock(?, ?)::text", LOCK_SPACE, shard);
        }
    }

    private static void letGoRelays(Connection holder) throws SQLException {
        Database.rows(holder, "select pg_advisory_unlock_all()::text");
    }

    /** A row that is held so can be read and sent, and its delete waits. */
    private static void holdRows(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        Database.rows(holder, "select id from outbox for key share");
    }

    private static List<Object> waiting(List<Runner> runners) {
        return new Database(config, Part.LOAD)
                .column("select id from outbox where athlete_id = any(?) order by position", ids(runners));
    }

    private static List<UUID> heard(List<Runner> runners) {
        var athletes = ids(runners);
        return Heard.on(Topic.LOAD_EVENTS, config).stream()
                .filter(event -> athletes.contains(event.athleteId()))
                .map(Heard::eventId)
                .toList();
    }

    private static List<UUID> ids(List<Runner> runners) {
        return runners.stream().map(Runner::athleteId).toList();
    }
}
