package run.harrier.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;
import static run.harrier.plan.Calendars.baseWeekSaturday;
import static run.harrier.plan.Calendars.dates;
import static run.harrier.plan.Calendars.days;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.first;
import static run.harrier.plan.Calendars.intervals;
import static run.harrier.plan.Calendars.move;
import static run.harrier.plan.Calendars.path;
import static run.harrier.plan.Calendars.race;
import static run.harrier.plan.Calendars.read;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.Calendars;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Sessions as they are read: which days, which paces (D17), which tag. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class SessionResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    /** U16. */
    @Test
    void the_next_fourteen_days_start_with_the_athletes_own_today() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY.minusDays(7), days(MONDAY.minusDays(7), 28, Calendars::easy));
        read(athlete, "")
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items.on", contains(dates(MONDAY, 14)));
        clock.set("2026-11-23T10:59:00Z");
        read(athlete, "").body("items[0].on", equalTo("2026-11-23"));
        clock.set("2026-11-23T11:01:00Z");
        read(athlete, "").body("items[0].on", equalTo("2026-11-24"));
        read(athlete, "?from=2026-11-20&to=2026-11-21").body("items.on", contains("2026-11-20", "2026-11-21"));
        read(athlete, "?to=2026-11-25").body("items.on", contains("2026-11-24", "2026-11-25"));
    }

    /** S84. */
    @Test
    void an_easy_run_of_base_has_a_pace_only_when_it_is_asked_for() {
        var athlete = athletes.anyAthlete();
        var steps = List.of(Step.stretch(StepKind.RUN, Extent.seconds(2700), Zone.EASY, Rpe.BASE_EASY));
        calendars.plan(
                athlete,
                MONDAY,
                List.of(new PlannedSession(MONDAY, SessionKind.EASY, false, "Easy by feel.", List.of(), steps)));
        read(athlete, "")
                .body("items[0].steps[0].durationSeconds", equalTo(2700))
                .body("items[0].steps[0].rpeHighest", equalTo(3))
                .body("items[0].withoutPaces", equalTo("BASE"))
                .body("items[0].steps[0]", not(hasKey("paces")));
        read(athlete, "?paces=true").body("items[0]", not(hasKey("withoutPaces")));
        read(athlete, "?paces=true").body("items[0].steps[0].paces.fastestSecondsPerKm", equalTo(295.2f));
        var session = path(athlete, "/" + first(athlete));
        as("ana").get(session).then().statusCode(200).body("steps[0]", not(hasKey("paces")));
        as("ana").get(session + "?paces=true").then().body("steps[0].paces.slowestSecondsPerKm", equalTo(339.7f));
    }

    @Test
    void steps_hold_their_target_effort_paces_and_ceiling() {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete,
                MONDAY,
                List.of(intervals(MONDAY), baseWeekSaturday(MONDAY.plusDays(1)), race(MONDAY.plusDays(2))));
        var first = "items[0].";
        read(athlete, "")
                .body(first + "kind", equalTo("INTERVAL"))
                .body(first + "quality", equalTo(true))
                .body(first + "purpose", equalTo("Maximise VO2max"))
                .body(first + "revision", equalTo(0))
                .body(first + "$", not(hasKey("originalOn")))
                .body(first + "$", not(hasKey("outcome")))
                .body(first + "$", not(hasKey("alternatives")))
                .body(first + "steps[0].kind", equalTo("WARM_UP"))
                .body(first + "steps[0].durationSeconds", equalTo(900))
                .body(first + "steps[0].target.zone", equalTo("EASY"))
                .body(first + "steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body(first + "steps[0].paces.slowestSecondsPerKm", equalTo(339.7f))
                .body(first + "steps[0].heartRateCeilingBpm", equalTo(150))
                .body(first + "steps[0].rpeLowest", equalTo(3))
                .body(first + "steps[0].rpeHighest", equalTo(4))
                .body(first + "steps[1].kind", equalTo("REPEAT"))
                .body(first + "steps[1].times", equalTo(5))
                .body(first + "steps[1].steps[0].distanceMetres", equalTo(1000f))
                .body(first + "steps[1].steps[0].paces.fastestSecondsPerKm", equalTo(235.7f))
                .body(first + "steps[1].steps[0].paces.slowestSecondsPerKm", equalTo(235.7f))
                .body(first + "steps[1].steps[0]", not(hasKey("heartRateCeilingBpm")))
                .body(first + "steps[1].steps[1].kind", equalTo("RECOVERY"))
                .body(first + "steps[1].steps[1]", not(hasKey("paces")));
        read(athlete, "")
                .body("items[1].alternatives", contains("REST"))
                .body("items[1].steps[0].durationSeconds", equalTo(1200))
                .body("items[1].steps[0].durationSecondsHighest", equalTo(1800))
                .body("items[2].steps[0].target.raceDistanceMetres", equalTo(10000f))
                .body("items[2].steps[0].target", not(hasKey("zone")))
                .body("items[2].steps[0].paces.fastestSecondsPerKm", equalTo(248.8f));
    }

    @Test
    void without_a_result_steps_go_by_effort() {
        var athlete = athletes.anAthleteWithoutResult();
        calendars.plan(athlete, MONDAY, List.of(intervals(MONDAY)));
        read(athlete, "")
                .body("items[0].steps[0].target.zone", equalTo("EASY"))
                .body("items[0].steps[0].rpeHighest", equalTo(4))
                .body("items[0].withoutPaces", equalTo("NO_RESULT"))
                .body("items[0].steps[0]", not(hasKey("paces")))
                .body("items[0].steps[0]", not(hasKey("heartRateCeilingBpm")));
    }

    /** D16, D33: an offset is a pace too. */
    @Test
    void an_offset_from_a_race_pace_is_shown_only_beside_a_pace() {
        var mile = new Step.Stretch(
                StepKind.RUN, Extent.metres(1609), new Target.AtRacePace(42_195, -10), Zone.THRESHOLD.rpe());
        var session = new PlannedSession(MONDAY, SessionKind.PROGRESSION, true, "Faster.", List.of(), List.of(mile));
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(session));
        read(athlete, "").body("items[0].steps[0].target.offsetSecondsPerKm", equalTo(-10f));
        var unknown = athletes.anAthleteWithoutResult();
        calendars.plan(unknown, MONDAY, List.of(session));
        read(unknown, "")
                .body("items[0].steps[0].target.raceDistanceMetres", equalTo(42_195f))
                .body("items[0].steps[0].target", not(hasKey("offsetSecondsPerKm")));
    }

    /** S15, D17: one row besides the inbox, whatever the number of sessions. */
    @Test
    void a_new_result_re_paces_every_future_session_by_one_row_and_no_past_one() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 120, Calendars::easy));
        clock.set("2026-12-02T20:00:00Z"); // 3 December in Auckland
        var before = read(athlete, "?from=2026-11-23&to=2027-02-28").extract().jsonPath();
        var rows = databaseOf(athlete);
        athletes.getFitter(athlete, "2026-12-03", 10);
        var after = read(athlete, "?from=2026-11-23&to=2027-02-28").extract().jsonPath();
        assertThat(before.getList("items")).hasSize(98);
        assertThat(after.getList("items").subList(0, 10))
                .isEqualTo(before.getList("items").subList(0, 10));
        assertThat(after.<Float>getList("items.collect { it.steps[0].paces.fastestSecondsPerKm }"))
                .startsWith(295.2f)
                .endsWith(285.2f)
                .filteredOn(pace -> pace == 285.2f)
                .hasSize(88);
        assertThat(databaseOf(athlete)).containsAll(rows).hasSize(rows.size() + 2);
        clock.set("2026-12-04T20:00:00Z");
        read(athlete, "?from=2026-12-02&to=2026-12-03")
                .body("items[0].steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body("items[1].steps[0].paces.fastestSecondsPerKm", equalTo(285.2f));
    }

    @Test
    void a_day_gone_keeps_its_paces_when_a_result_of_before_is_told_late() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 14, Calendars::easy));
        clock.set("2026-11-25T20:00:00Z");
        athletes.getFitter(athlete, "2026-11-20", 10);
        read(athlete, "?from=2026-11-23&to=2026-11-27")
                .body(
                        "items.collect { it.steps[0].paces.fastestSecondsPerKm }",
                        contains(295.2f, 295.2f, 295.2f, 285.2f, 285.2f));
    }

    /** A plan that starts in the past shows its first days with the paces of when it was made. */
    @Test
    void days_gone_when_the_plan_was_made_read_what_was_known_then() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY.minusDays(28), days(MONDAY.minusDays(28), 30, Calendars::easy));
        clock.set("2026-11-23T20:00:00Z");
        athletes.getFitter(athlete, "2026-10-20", 10);
        read(athlete, "?from=2026-10-26&to=2026-10-26")
                .body("items[0].steps[0].paces.fastestSecondsPerKm", equalTo(295.2f))
                .body("items[0]", not(hasKey("outcome")));
    }

    @Test
    void a_day_gone_without_an_activity_is_missed_but_done_where_rest_was_a_choice() {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete, MONDAY, List.of(easy(MONDAY), baseWeekSaturday(MONDAY.plusDays(1)), easy(MONDAY.plusDays(2))));
        clock.set("2026-11-24T20:00:00Z");
        read(athlete, "?from=2026-11-23")
                .body(
                        "items.collect { it.outcome?.verdict }",
                        contains(equalTo("MISSED"), equalTo("DONE"), nullValue()));
    }

    /** S87. */
    @Test
    void an_unchanged_calendar_is_304_and_a_new_pace_or_day_changes_its_tag() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 14, Calendars::easy));
        var tag = read(athlete, "").extract().header("ETag");
        assertThat(tag).matches("\"[0-9a-f]+-gzip\"");
        as("ana")
                .header("If-None-Match", tag)
                .get(path(athlete, ""))
                .then()
                .statusCode(304)
                .header("ETag", tag);
        athletes.getFitter(athlete, "2026-11-23", 5);
        var newTag = as("ana")
                .header("If-None-Match", tag)
                .get(path(athlete, ""))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(newTag).isNotEqualTo(tag);
        move(athlete, first(athlete), "{\"on\": \"2026-11-24\"}").statusCode(200);
        as("ana").header("If-None-Match", newTag).get(path(athlete, "")).then().statusCode(200);
    }

    @Test
    void a_range_must_be_days_in_order_and_at_most_three_years() {
        var athlete = athletes.anyAthlete();
        read(athlete, "?from=tomorrow").statusCode(400).body("errors.parameter", contains("from"));
        read(athlete, "?to=2026-02-30").statusCode(400).body("errors.parameter", contains("to"));
        read(athlete, "?from=2026-12-02&to=2026-12-01").statusCode(422).body("errors.parameter", contains("to"));
        read(athlete, "?from=2024-01-01&to=2027-01-02").statusCode(200).body("items", empty());
        read(athlete, "?from=2024-01-01&to=2027-01-03").statusCode(422);
    }

    @Test
    void the_first_read_waits_for_the_profile_of_a_new_athlete() {
        var athlete = athletes.anAthleteOnlyInAccess();
        var answer = CompletableFuture.supplyAsync(() -> read(athlete, ""));
        athletes.sendProfile(athlete);
        answer.join().statusCode(200).body("items", empty());
    }

    @Test
    void a_profile_that_does_not_arrive_is_503_with_retry_after() {
        read(athletes.anAthleteOnlyInAccess(), "").statusCode(503).header("Retry-After", "1");
    }

    /** Every row of the athlete in every table, with the transaction that wrote it. */
    private List<String> databaseOf(UUID athlete) {
        return Stream.of(
                        "profile", "fitness", "plan", "session", "revision", "access", "inbox", "outbox", "outbox_head")
                .flatMap(table -> athletes
                        .rows(
                                "select '%1$s ' || xmin || ' ' || ctid from %1$s where athlete_id = $1"
                                        .formatted(table),
                                athlete)
                        .stream())
                .toList();
    }
}
