package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.contracts.Shard;
import run.harrier.contracts.Topic;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.system.RunningStack;

/** The load-service is killed (SIGKILL) at the two moments at which its relay could lose or double an event. */
@ExtendWith({RunningStack.class, NoStackTrace.class})
class KilledRelayIT {
    /** The space of the advisory locks by which a relay holds a shard: see OutboxRelay. */
    private static final int LOCK_SPACE = 0x4A52;

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.FaultRound#all")
    void events_arrive_once_and_in_order_when_the_relay_is_killed_between_commit_and_send(FaultRound round, Stack stack)
            throws Exception {
        try (var uploads = new Uploads(stack.config(), round)) {
            stack.stop(Part.KAFKA);
            uploads.letGo(round.uploads());
            uploads.awaitAcknowledged(round.uploads());
            assertThat(waiting(uploads, stack)).hasSize(2 * round.uploads()); // the activity, and the load of its day
            stack.kill(Part.LOAD);
            stack.start(Part.KAFKA);
            stack.start(Part.LOAD);
            uploads.balance();
            assertThat(heard(uploads, stack)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.FaultRound#all")
    void an_event_told_twice_has_its_effect_once_when_the_relay_is_killed_between_send_and_delete(
            FaultRound round, Stack stack) throws Exception {
        try (var uploads = new Uploads(stack.config(), round)) {
            List<Object> sent;
            try (var holder = new Database(stack.config(), Part.LOAD).connect()) {
                holdRelays(holder);
                uploads.letGo(round.uploads());
                uploads.awaitAcknowledged(round.uploads());
                sent = waiting(uploads, stack);
                holdRows(holder);
                letGoRelays(holder);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> heard(uploads, stack).size() > 0);
                stack.kill(Part.LOAD);
                holder.rollback();
            }
            assertThat(waiting(uploads, stack)).isEqualTo(sent);
            var firstTime = heard(uploads, stack);
            stack.start(Part.LOAD);
            uploads.balance();
            assertThat(heard(uploads, stack).stream().filter(firstTime::contains))
                    .hasSize(2 * firstTime.size());
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

    private static List<Object> waiting(Uploads uploads, Stack stack) {
        return new Database(stack.config(), Part.LOAD)
                .column("select id from outbox where athlete_id = any(?) order by position", uploads.athletes());
    }

    private static List<UUID> heard(Uploads uploads, Stack stack) {
        var athletes = uploads.athletes();
        return Heard.on(Topic.LOAD_EVENTS, stack.config()).stream()
                .filter(event -> athletes.contains(event.athleteId()))
                .map(Heard::eventId)
                .toList();
    }
}
