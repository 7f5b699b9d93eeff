package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Date;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Topic;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/**
 * The books of all services, compared with a {@link AcknowledgedRuns} of what was acknowledged: every run is there once and none
 * is missing, in each database and in each of its effects, and nothing is left on the way.
 */
final class ConsistencyCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StackConfig config;
    private final Database athlete;
    private final Database plan;
    private final Database load;
    private final int deadBefore;

    /** Made before the fault: what lies among the dead letters by then is not its work. */
    ConsistencyCheck(StackConfig config) {
        this.config = config;
        this.athlete = new Database(config, Part.ATHLETE);
        this.plan = new Database(config, Part.PLAN);
        this.load = new Database(config, Part.LOAD);
        this.deadBefore = Heard.count(Topic.DEAD_LETTERS, config);
    }

    /** What was acknowledged is stored, at once. Then waits until all is told and heard, and compares everything. */
    void agreeWith(AcknowledgedRuns ledger) {
        activitiesAreStored(ledger);
        await().atMost(PATIENCE).untilAsserted(() -> {
            matchesAreHeard(ledger);
            nothingIsOnTheWay();
        });
        daysAreSummed(ledger);
        matchesAreMade(ledger);
        matchesAreHeard(ledger);
        eventsAreTold(ledger, Topic.LOAD_EVENTS, load);
        eventsAreTold(ledger, Topic.PLAN_EVENTS, plan);
        assertThat(Heard.count(Topic.DEAD_LETTERS, config)).as("dead letters").isEqualTo(deadBefore);
    }

    private void nothingIsOnTheWay() {
        for (var database : List.of(athlete, plan, load)) {
            assertThat(database.number("select count(*) from outbox"))
                    .as("outbox of the " + database.service().label())
                    .isZero();
        }
    }

    private void activitiesAreStored(AcknowledgedRuns ledger) {
        var stored = load.rows("select id, day from activity where athlete_id = any(?)", ledger.athletes()).stream()
                .collect(Collectors.toMap(row -> (UUID) row.get("id"), row -> ((Date) row.get("day")).toLocalDate()));
        var acknowledged = ledger.entries().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue, entry -> entry.getKey().day()));
        assertThat(stored).as("activities and their days").isEqualTo(acknowledged);
        sameIds(load, "select activity_id from recording where athlete_id = any(?)", ledger);
        assertThat(load.number("select count(*) from activity_file where athlete_id = any(?)", ledger.athletes()))
                .as("files, as they were sent")
                .isEqualTo(ledger.entries().keySet().stream()
                        .filter(RunToUpload::recorded)
                        .count());
    }

    /** The day's cell counts what was run on it, and nothing was added twice. */
    private void daysAreSummed(AcknowledgedRuns ledger) {
        assertThat(load.rows("""
                        select a.athlete_id, a.day, count(*) as n, sum(a.load) as load,
                               y.activities[28 + extract(doy from a.day)::int] as cell_n,
                               y.loads[28 + extract(doy from a.day)::int] as cell_load
                        from activity a
                        left join load_year y
                        on y.athlete_id = a.athlete_id and y.year = extract(year from a.day)
                        where a.athlete_id = any(?)
                        group by a.athlete_id, a.day, cell_n, cell_load
                        """, ledger.athletes())).hasSize(ledger.size()).allSatisfy(day -> {
            assertThat(day.get("cell_n"))
                    .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                    .isEqualTo(1);
            assertThat((Double) day.get("cell_load")).isEqualTo((Double) day.get("load"));
        });
        assertThat(load.number(
                        "select sum(n) from load_year y, unnest(y.activities[29:]) n where y.athlete_id = any(?)",
                        ledger.athletes()))
                .as("activities of all days")
                .isEqualTo(ledger.size());
    }

    private void matchesAreMade(AcknowledgedRuns ledger) {
        sameIds(plan, "select id from activity where athlete_id = any(?)", ledger);
        sameIds(plan, "select activity_id from session where athlete_id = any(?) and activity_id is not null", ledger);
        heardOnce(plan, EventType.ACTIVITY_RECORDED, ledger);
    }

    private void matchesAreHeard(AcknowledgedRuns ledger) {
        sameIds(load, "select activity_id from session_match where athlete_id = any(?)", ledger);
        heardOnce(load, EventType.SESSION_MATCHED, ledger);
    }

    /** A day has one session and one run, so that each run is told once and matched once. */
    private static void heardOnce(Database database, EventType type, AcknowledgedRuns ledger) {
        assertThat(database.number(
                        "select count(*) from inbox where type = ? and athlete_id = any(?)",
                        type.wireName(),
                        ledger.athletes()))
                .as("events heard, " + type)
                .isEqualTo(ledger.size());
    }

    /**
     * Each athlete's events by their numbers, from 1, without a gap. They may be told again; then what is told first
     * is in order, and a number is always the same event.
     */
    private void eventsAreTold(AcknowledgedRuns ledger, String topic, Database publisher) {
        var heard = Heard.on(topic, config);
        for (var athleteId : ledger.athletes()) {
            var events = heard.stream()
                    .filter(event -> event.athleteId().equals(athleteId))
                    .toList();
            var last = publisher.number("select last_sequence from outbox_head where athlete_id = ?", athleteId);
            assertThat(events.stream().map(Heard::sequence).distinct())
                    .as(topic + " of " + athleteId)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
            assertThat(events.stream().distinct()).as("a number is one event").hasSize((int) last);
        }
    }

    private static void sameIds(Database database, String sql, AcknowledgedRuns ledger) {
        assertThat(database.column(sql, ledger.athletes()).stream().map(UUID.class::cast))
                .as(database.service().label() + ": " + sql)
                .containsExactlyInAnyOrderElementsOf(ledger.activities());
    }
}
