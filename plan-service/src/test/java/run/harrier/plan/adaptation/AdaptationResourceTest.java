package run.harrier.plan.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.decline;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.first;
import static run.harrier.plan.Calendars.ids;
import static run.harrier.plan.Calendars.intervals;
import static run.harrier.plan.Calendars.move;
import static run.harrier.plan.Calendars.read;
import static run.harrier.plan.Calendars.revisions;
import static run.harrier.plan.Calendars.takeBack;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.Calendars;
import run.harrier.plan.LoadServiceEvents;
import run.harrier.plan.PlanEvents;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** Tomorrow changed by this morning: softened, declined, taken back (D19, S55, S108, U20). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class AdaptationResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    PlanEvents events;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void two_rough_nights_make_tomorrows_hard_session_easy_and_keep_the_original() {
        var athlete = anAthleteWithAHardTuesday();
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS", "SORENESS");
        read(athlete, "")
                .body("items.kind", contains("EASY", "EASY", "INTERVAL"))
                .body("items[1].quality", equalTo(false))
                .body("items[1].revision", equalTo(1))
                .body("items[1].steps[0].target.zone", equalTo("EASY"))
                .body("items[1].steps[0].durationSeconds", equalTo(45 * 60));
        var tuesday = ids(athlete).get(1);
        revisions(athlete, tuesday)
                .body("items", hasSize(1))
                .body("items[0].by", equalTo("harrier"))
                .body("items[0].reason.code", equalTo("ROUGH_NIGHTS"))
                .body("items[0].reason.text", equalTo("because ROUGH_NIGHTS"))
                .body("items[0].reason.coachText", equalTo("coach: ROUGH_NIGHTS"))
                .body("items[0].before.kind", equalTo("INTERVAL"))
                .body("items[0].before.steps[1].steps[0].target.zone", equalTo("INTERVAL"))
                .body("items[0].after.kind", equalTo("EASY"));
        await().untilAsserted(() -> assertThat(revised(athlete)).containsExactly("1 ROUGH_NIGHTS"));
    }

    @Test
    void a_decline_restores_the_session_can_be_taken_back_and_the_reason_does_not_return() {
        var athlete = anAthleteWithAHardTuesday();
        var tuesday = ids(athlete).get(1);
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        decline("assistant", athlete, tuesday, 1)
                .statusCode(200)
                .body("kind", equalTo("INTERVAL"))
                .body("steps[1].steps[0].paces.fastestSecondsPerKm", equalTo(235.7f));
        revisions(athlete, tuesday).body("items[0].declinedBy", equalTo("assistant"));
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        read(athlete, "").body("items[1].kind", equalTo("INTERVAL"));
        takeBack(athlete, tuesday, 1).statusCode(200).body("kind", equalTo("EASY"));
        decline("ana", athlete, tuesday, 1).statusCode(200);
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS", "!RESTING_HEART_RATE");
        read(athlete, "").body("items[1].kind", equalTo("EASY"));
        revisions(athlete, tuesday).body("items.reason.code", contains("ROUGH_NIGHTS", "RESTING_HEART_RATE"));
    }

    @Test
    void an_entry_that_is_corrected_gives_the_session_back() {
        var athlete = anAthleteWithAHardTuesday();
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        loads.readiness(athlete, "2026-11-23", false);
        read(athlete, "").body("items[1].kind", equalTo("INTERVAL"));
        revisions(athlete, ids(athlete).get(1)).body("items[0].declinedBy", equalTo("harrier"));
        await().untilAsserted(() -> assertThat(revised(athlete)).containsExactly("1 ROUGH_NIGHTS", "2 DECLINED"));
    }

    /** D34: no pain that one may walk with, and no two mornings. */
    @Test
    void a_sign_of_heart_or_breath_leaves_rest_alone_until_a_doctor_has_agreed() {
        var athlete = anAthleteWithAHardTuesday();
        loads.readiness(athlete, "2026-11-23", true, "SYMPTOMS");
        read(athlete, "")
                .body("items[0].kind", equalTo("REST"))
                .body("items[0]", not(hasKey("alternatives")))
                .body("items[0].purpose", equalTo("No training today: rest until a doctor has agreed."))
                .body("items[0].notice.text", startsWith("If you have pressure or pain in the chest"))
                .body("items[0].notice.text", not(containsString("walk")))
                .body("items[0].notice.coachText", containsString("until a professional has agreed"));
    }

    /** D34, S116. */
    @Test
    void a_warning_sign_takes_running_away_and_guards_against_hard_sessions_until_three_days_after_it() {
        var athlete = anAthleteWithAHardTuesday();
        var tuesday = ids(athlete).get(1);
        var later = ids(athlete).get(2);
        loads.readiness(athlete, "2026-11-23", true, "PERSISTENT_PAIN");
        read(athlete, "")
                .body("items.kind", contains("REST", "REST", "INTERVAL"))
                .body("items[0].alternatives", contains("CROSS_TRAINING"))
                .body("items[0].steps", empty())
                .body("items[0].notice.text", containsString("no running today and tomorrow"))
                .body("items[0].notice.text", containsString("112"))
                .body("items[0].notice.coachText", containsString("warning sign"))
                .body("items[2]", not(hasKey("notice")));
        revisions(athlete, tuesday).body("items.reason.code", contains("PERSISTENT_PAIN"));
        decline("ana", athlete, tuesday, 1).statusCode(409).body("detail", containsString("two mornings"));
        move(athlete, later, "{\"on\": \"2026-11-26\"}")
                .statusCode(409)
                .body("detail", containsString("three easy days"));
        move(athlete, later, "{\"on\": \"2026-11-27\"}").statusCode(200);
        clock.set("2026-11-24T20:00:00Z");
        loads.readiness(athlete, "2026-11-25", false);
        read(athlete, "?from=2026-11-23")
                .body("items.kind", contains("REST", "REST", "EASY"))
                .body("items[2].notice.text", containsString("three days"))
                .body("items[0]", not(hasKey("outcome")));
        move(athlete, later, "{\"on\": \"2026-11-28\"}").statusCode(200).body("kind", equalTo("INTERVAL"));
        read(athlete, "").body("items.kind", contains("INTERVAL"));
    }

    @Test
    void nothing_that_was_done_or_lies_further_ahead_is_softened() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(intervals(MONDAY), intervals(MONDAY.plusDays(2))));
        loads.run(athlete, "2026-11-23", activity -> {});
        loads.readiness(athlete, "2026-11-23", false, "!EXHAUSTED");
        read(athlete, "").body("items.kind", contains("INTERVAL", "INTERVAL"));
        revisions(athlete, first(athlete)).body("items", empty());
    }

    @Test
    void a_raised_ratio_trims_the_rest_of_the_week_and_a_high_one_its_quality_too() {
        var athlete = anAthleteWithAHardTuesday();
        loads.acwr(athlete, "2026-11-23", 1.6, true);
        read(athlete, "").body("items.revision", contains(0, 0, 0));
        loads.acwr(athlete, "2026-11-23", 1.35, false);
        read(athlete, "")
                .body("items.revision", contains(1, 0, 0))
                .body("items[0].steps[0].durationSeconds", equalTo(33 * 60));
        loads.acwr(athlete, "2026-11-23", 1.55, false);
        read(athlete, "")
                .body("items.revision", contains(1, 1, 0))
                .body("items.kind", contains("EASY", "EASY", "INTERVAL"));
        revisions(athlete, ids(athlete).get(1))
                .body("items[0].reason.code", equalTo("ACWR_HIGH"))
                .body("items[0].reason.text", containsString("1.55"));
        decline("ana", athlete, ids(athlete).get(1), 1).statusCode(200).body("kind", equalTo("INTERVAL"));
        loads.acwr(athlete, "2026-11-23", 1.56, false);
        read(athlete, "").body("items[1].kind", equalTo("INTERVAL"));
    }

    @Test
    void a_softened_session_that_is_moved_stays_easy_and_a_decline_restores_it_on_its_new_day() {
        var athlete = anAthleteWithAHardTuesday();
        var tuesday = ids(athlete).get(1);
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        move(athlete, tuesday, "{\"on\": \"2026-11-26\"}").statusCode(200).body("kind", equalTo("EASY"));
        decline("ana", athlete, tuesday, 1)
                .statusCode(200)
                .body("kind", equalTo("INTERVAL"))
                .body("on", equalTo("2026-11-26"));
    }

    /** D34: the order of the cold and of the move does not matter; a decline restores (D19). */
    @Test
    void a_long_run_is_short_on_the_day_of_a_cold_however_it_came_there() {
        var athlete = anAthleteWithALongTuesday();
        var moved = ids(athlete).get(1);
        loads.readiness(athlete, "2026-11-23", false, "!ILLNESS");
        move(athlete, moved, "{\"on\": \"2026-11-23\"}")
                .statusCode(200)
                .body("kind", equalTo("EASY"))
                .body("steps[0].durationSeconds", equalTo(45 * 60));
        revisions(athlete, moved).body("items.reason.code", contains("MOVED_BY_HAND", "ILLNESS"));
        decline("ana", athlete, moved, 2).statusCode(200).body("steps[0].durationSeconds", equalTo(90 * 60));
        var other = anAthleteWithALongTuesday();
        var first = ids(other).get(1);
        move(other, first, "{\"on\": \"2026-11-23\"}").body("steps[0].durationSeconds", equalTo(90 * 60));
        loads.readiness(other, "2026-11-23", false, "!ILLNESS");
        revisions(other, first).body("items.reason.code", contains("MOVED_BY_HAND", "ILLNESS"));
    }

    private UUID anAthleteWithALongTuesday() {
        var athlete = athletes.anyAthlete();
        var tuesday = MONDAY.plusDays(1);
        var run = Step.run(Extent.seconds(90 * 60), Zone.EASY);
        calendars.plan(
                athlete,
                MONDAY,
                List.of(
                        easy(MONDAY),
                        new PlannedSession(tuesday, SessionKind.LONG, false, "Long.", List.of(), List.of(run))));
        return athlete;
    }

    @Test
    void the_planned_time_of_the_week_is_that_of_the_sessions_as_they_are_now() {
        var athlete = anAthleteWithAHardTuesday();
        var tuesday = ids(athlete).get(1);
        int easy = 45 * 60;
        int hard = 900 + Math.round(5 * (235.7f + 180));
        calendars.week(athlete).body("items[0].plannedSeconds", equalTo(easy + hard));
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        calendars.week(athlete).body("items[0].plannedSeconds", equalTo(easy + 45 * 60));
        loads.acwr(athlete, "2026-11-23", 1.4, false);
        calendars.week(athlete).body("items[0].plannedSeconds", equalTo(33 * 60 + 45 * 60));
        decline("ana", athlete, first(athlete), 1).statusCode(200);
        calendars.week(athlete).body("items[0].plannedSeconds", equalTo(easy + 45 * 60));
        loads.acwr(athlete, "2026-11-23", 1.1, false);
        loads.readiness(athlete, "2026-11-23", false);
        calendars.week(athlete).body("items[0].plannedSeconds", equalTo(easy + hard));
        move(athlete, tuesday, "{\"on\": \"2026-11-30\"}").statusCode(200);
        calendars.week(athlete).body("items[0].plannedSeconds", equalTo(easy));
    }

    /** U20: each is declined for itself, and the answer says what is left. */
    @Test
    void of_two_changes_of_one_session_a_decline_takes_one_away_and_leaves_the_other() {
        var athlete = anAthleteWithAHardTuesday();
        var tuesday = ids(athlete).get(1);
        loads.readiness(athlete, "2026-11-23", false, "!ROUGH_NIGHTS");
        loads.acwr(athlete, "2026-11-23", 1.6, false);
        revisions(athlete, tuesday)
                .body("items.reason.code", contains("ROUGH_NIGHTS", "ACWR_HIGH"))
                .body("items[1].after.steps[0].durationSeconds", equalTo(33 * 60));
        decline("ana", athlete, tuesday, 1)
                .statusCode(200)
                .body("kind", equalTo("EASY"))
                .body("steps[0].durationSeconds", equalTo(33 * 60))
                .body("standing.n", contains(2))
                .body("standing[0].reason.code", equalTo("ACWR_HIGH"));
        takeBack(athlete, tuesday, 1).body("standing.n", contains(1, 2));
        decline("ana", athlete, tuesday, 2)
                .body("kind", equalTo("EASY"))
                .body("steps[0].durationSeconds", equalTo(45 * 60))
                .body("standing.by", contains("harrier"))
                .body("standing.reason.text", contains("because ROUGH_NIGHTS"));
        decline("ana", athlete, tuesday, 1)
                .body("kind", equalTo("INTERVAL"))
                .body("quality", equalTo(true))
                .body("standing", empty());
        read(athlete, "").body("items.collect { it.containsKey('standing') }", contains(false, false, false));
    }

    private UUID anAthleteWithAHardTuesday() {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete, MONDAY, List.of(easy(MONDAY), intervals(MONDAY.plusDays(1)), intervals(MONDAY.plusDays(7))));
        return athlete;
    }

    private List<String> revised(UUID athlete) {
        return events.of(athlete, EventType.PLAN_REVISED).stream()
                .map(event -> event.get("n").asInt() + " " + event.get("reason").asText())
                .toList();
    }
}
