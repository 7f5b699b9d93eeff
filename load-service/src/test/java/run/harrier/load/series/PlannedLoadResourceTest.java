package run.harrier.load.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.events.EventPublisher;
import run.harrier.testkit.server.PostgresAndKafka;

/** What the plan-service told of the calendar stands beside what was done (U8). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class PlannedLoadResourceTest {
    private static final LocalDate FIRST = Runs.TODAY.minusDays(4);

    @Inject
    AthleteService owner;

    @Test
    void planned_load_stands_beside_the_done_day_by_day_and_week_by_week() {
        var ana = Runs.of(
                owner.anyAthlete(
                        "Europe/Zurich",
                        AthleteService.athlete("ana"),
                        AthleteService.partner("partner-demo", "load:read", "plan:read")),
                "ana");
        ana.enter(Runs.daysAgo(3), 60, 7);
        var event = event(ana.athlete(), FIRST, Runs.TODAY.plusDays(100));
        session(event, FIRST, 40);
        session(event, FIRST, 17.9);
        session(event, FIRST.plusDays(1), 0);
        session(event, FIRST.plusDays(3), 52.44444);
        session(event, Runs.TODAY.plusDays(1), 80);
        owner.publish(EventType.CALENDAR_CHANGED, event);
        assertPlanned(ana, 57.9f, 0f, null, 52.444f, null);
        ana.get("/load?from=" + FIRST.plusDays(1) + "&to=" + Runs.TODAY)
                .body("days.load", contains(100f, 0f, 0f, 0f))
                .body("days.plannedLoad", contains(0f, null, 52.444f, null));
        ana.get("/load?from=" + FIRST + "&to=" + Runs.TODAY.plusDays(1))
                .body("weeks.from", contains("2026-11-19", "2026-11-23"))
                .body("weeks.to", contains("2026-11-22", "2026-11-23"))
                .body("weeks.load", contains(100f, 0f))
                .body("weeks.plannedLoad", contains(110.344f, null));
        ana.get("/load?from=" + FIRST + "&to=" + FIRST).body("weeks.load", contains((Float) null));
        new Runs(ana.athlete(), Tokens.partner("partner-demo", "load:read"))
                .get("/load?from=" + FIRST.plusDays(1) + "&to=" + Runs.TODAY)
                .statusCode(200)
                .body("days.load", contains(100f, 0f, 0f, 0f))
                .body("days.plannedLoad", contains(null, null, null, null))
                .body("weeks.plannedLoad", contains(null, null));
    }

    /** An event that is late may be newer of some days and older of others. */
    @Test
    void of_each_day_the_newest_event_holds_in_whatever_order_they_come_and_however_often() {
        var ana = owner.ana();
        var year = event(ana.athlete(), FIRST, FIRST.plusDays(365));
        FIRST.datesUntil(FIRST.plusDays(366)).forEach(day -> session(year, day, 40));
        var moved = event(ana.athlete(), FIRST.plusDays(1), FIRST.plusDays(1));
        var replanned = event(ana.athlete(), FIRST.plusDays(2), FIRST.plusDays(365));
        session(replanned, FIRST.plusDays(3), 60);
        var softened = event(ana.athlete(), FIRST.plusDays(3), FIRST.plusDays(3));
        session(softened, FIRST.plusDays(3), 20);
        var events = new ObjectNode[] {year, moved, replanned, softened};
        var ids = new UUID[] {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        for (int number : new int[] {4, 2, 1, 4, 3, 1, 2}) {
            owner.send(EventType.CALENDAR_CHANGED, events[number - 1], ids[number - 1], number);
        }
        EventPublisher.awaitReceived(ana.athlete(), ids[2]);
        var last = UUID.randomUUID(); // behind all that was sent
        owner.send(EventType.CALENDAR_CHANGED, event(ana.athlete(), FIRST.minusDays(9), FIRST.minusDays(9)), last, 5);
        EventPublisher.awaitReceived(ana.athlete(), last);
        assertPlanned(ana, 40f, null, null, 20f, null);
        assertThat(owner.count(
                        "select count(*) from planned_load where athlete_id = $1 and load is not null", ana.athlete()))
                .isEqualTo(2);
    }

    @Test
    void a_calendar_that_comes_before_its_athlete_is_kept() {
        var athlete = UUID.randomUUID();
        var event = event(athlete, FIRST, FIRST);
        session(event, FIRST, 40);
        owner.publish(EventType.CALENDAR_CHANGED, event);
        owner.grant(athlete, AthleteService.athlete("ana"));
        owner.publish(
                EventType.PROFILE_CHANGED,
                owner.golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", "Europe/Zurich"));
        await().untilAsserted(() -> assertPlanned(Runs.of(athlete, "ana"), 40f, null, null, null, null));
    }

    private static void assertPlanned(Runs ana, Float... loads) {
        ana.get("/load?from=" + FIRST + "&to=" + Runs.TODAY).statusCode(200).body("days.plannedLoad", contains(loads));
    }

    private ObjectNode event(UUID athlete, LocalDate from, LocalDate to) {
        var event = owner.golden(EventType.CALENDAR_CHANGED, athlete)
                .put("from", from.toString())
                .put("to", to.toString());
        event.putArray("sessions");
        return event;
    }

    private void session(ObjectNode event, LocalDate on, double load) {
        event.withArray("sessions")
                .addObject()
                .put("sessionId", UUID.randomUUID().toString())
                .put("on", on.toString())
                .put("kind", load == 0 ? "REST" : "EASY")
                .put("quality", false)
                .put("seconds", 60 * load)
                .putObject("plannedLoad")
                .put("value", load)
                .put("method", "RPE");
    }
}
