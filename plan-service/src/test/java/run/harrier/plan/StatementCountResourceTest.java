package run.harrier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;
import static run.harrier.plan.Calendars.days;
import static run.harrier.plan.Calendars.ids;
import static run.harrier.plan.Calendars.move;
import static run.harrier.plan.Calendars.read;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.testkit.database.DatabaseRows;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** How much the database is asked for, whatever the length of a plan and the number of days. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class StatementCountResourceTest {
    /** The tables that a request about plans reads and writes; who asks and the outbox are counted with the jobs. */
    private static final String OF_REQUESTS = "(?i)(insert into (plan|session|outbox|revision)|from .*(access|profile|"
            + "fitness|plan|session|revision|activity))";

    private static final String OF_JOBS = "(?i)(outbox o|shard|delete from outbox|idempotency|inbox)";

    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void three_years_of_sessions_are_read_by_as_many_statements_as_a_fortnight() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 1000, Calendars::easy));
        var fortnight = statements(() -> read(athlete, "").statusCode(200).body("items", hasSize(14)));
        var threeYears = statements(() ->
                read(athlete, "?from=2026-11-23&to=2029-11-24").statusCode(200).body("items", hasSize(1000)));
        assertThat(fortnight).as("the athlete with the fitness, the sessions").hasSizeLessThanOrEqualTo(2);
        assertThat(threeYears).hasSameSizeAs(fortnight);
    }

    @Test
    void a_plan_of_sixteen_weeks_is_one_transaction_of_as_many_statements_as_one_of_ten() {
        var athlete = athletes.anyAthlete();
        var ten = statements(() -> generate(athlete, MONDAY.plusWeeks(10)));
        var sixteen = statements(() -> generate(athlete, MONDAY.plusWeeks(16)));
        assertThat(sixteen)
                .as("the record of what was run, the calendar that is told among them")
                .hasSameSizeAs(ten)
                .hasSizeLessThanOrEqualTo(10);
        assertThat(athletes.count("""
                        select count(distinct written.xmin::text) from (
                            select xmin, athlete_id from plan where ordinal = (select max(ordinal) from plan where athlete_id = $1)
                            union all
                            select s.xmin, s.athlete_id from session s join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
                            where p.ordinal = (select max(ordinal) from plan where athlete_id = $1)
                            union all
                            select xmin, athlete_id from outbox_head
                        ) written where athlete_id = $1
                        """, Tuple.of(athlete)))
                .as("plan, sessions and the number of the event")
                .isEqualTo(1);
    }

    @Test
    void a_move_locks_the_athlete_once_and_reads_and_writes_each_table_once() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 120, Calendars::easy));
        var session = ids(athlete).get(1);
        var moved = statements(() -> move(athlete, session, "{\"on\": \"2026-11-28\", \"revision\": 0}")
                .statusCode(200));
        assertThat(moved)
                .as("the athlete, the session, its revisions, the days around, the new revision, the session, its days")
                .hasSizeLessThanOrEqualTo(7);
        assertThat(moved)
                .filteredOn(statement -> statement.contains("for update"))
                .hasSize(1);
    }

    @Test
    void a_high_ratio_trims_six_sessions_by_as_many_statements_as_one() {
        var one = athletes.anyAthlete();
        calendars.plan(one, MONDAY, days(MONDAY, 1, Calendars::easy));
        var six = athletes.anyAthlete();
        calendars.plan(six, MONDAY, days(MONDAY, 6, Calendars::easy));
        var trimmed = statements(() -> loads.acwr(one, "2026-11-23", 1.4, false));
        assertThat(statements(() -> loads.acwr(six, "2026-11-23", 1.4, false)))
                .hasSameSizeAs(trimmed)
                .hasSizeLessThanOrEqualTo(6);
        read(six, "").body("items.revision", everyItem(equalTo(1)));
    }

    @Test
    void days_pass_without_a_row_being_written() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 120, Calendars::easy));
        read(athlete, "").statusCode(200);
        var before = DatabaseRows.now();
        for (var midnight : List.of("2026-11-23T11:00:00Z", "2026-12-31T11:00:00Z", "2027-06-01T12:00:00Z")) {
            clock.set(midnight);
            read(athlete, "?from=2026-11-23&to=2027-03-22").statusCode(200).body("items", hasSize(120));
        }
        assertThat(DatabaseRows.now().differingFrom(before)).isEmpty();
    }

    private List<String> statements(Runnable request) {
        return StatementCount.of(OF_REQUESTS, request).stream()
                .filter(statement -> !statement.matches("(?s).*" + OF_JOBS + ".*"))
                .toList();
    }

    private static void generate(UUID athlete, LocalDate race) {
        as("ana")
                .body("""
                {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"}, "daysPerWeek": 5,
                 "currentWeeklyDistanceMetres": 40000}""".formatted(MONDAY, race.minusDays(1)))
                .post("/api/v1/athletes/" + athlete + "/plans")
                .then()
                .statusCode(201);
    }
}
