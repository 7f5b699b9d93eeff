package run.harrier.plan;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.calendar.model.PlaceInPlan;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.plan.strength.model.TrainingPhase;
import run.harrier.testkit.access.Tokens;

/** Plans written by hand, so that each day is known, and the requests that tests ask about them. */
@ApplicationScoped
public class Calendars {
    public static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private final AthleteServiceEvents athletes;
    private final AthleteSnapshots known;
    private final Sessions sessions;
    private final Pool pool;
    private final Clock clock;

    Calendars(AthleteServiceEvents athletes, AthleteSnapshots known, Sessions sessions, Pool pool, Clock clock) {
        this.athletes = athletes;
        this.known = known;
        this.sessions = sessions;
        this.pool = pool;
        this.clock = clock;
    }

    public UUID plan(UUID athlete, LocalDate start, List<PlannedSession> planned) {
        var plan = UUID.randomUUID();
        athletes.run(
                """
                insert into plan (athlete_id, id, ordinal, kind, starts_on, ends_on, no_run_days, request, weeks,
                                  certificate, created_at)
                select $1, $2, coalesce(max(ordinal), 0) + 1, 'RACE', $3, $3, '{FRIDAY}', '{}', '[]', '[]', $4
                from plan where athlete_id = $1
                """,
                Tuple.of(
                        athlete,
                        plan,
                        start,
                        OffsetDateTime.parse(clock.instant().toString())));
        known.get(athlete)
                .map(snapshot -> snapshot.estimate(snapshot.today(clock)))
                .chain(estimate -> pool.withTransaction(transaction -> sessions.add(
                        transaction,
                        athlete,
                        plan,
                        planned.stream()
                                .map(session -> new Sessions.NewSession(
                                        UUID.randomUUID(),
                                        new PlaceInPlan(TrainingPhase.BASE, 1, 1, false, 1),
                                        session))
                                .toList(),
                        estimate)))
                .await()
                .indefinitely();
        return plan;
    }

    /** The athlete's part of what the plans ask of the squad this week. */
    public ValidatableResponse week(UUID athlete) {
        var squad = athletes.squadOf(athlete);
        return as("coach").get("/api/v1/squads/" + squad + "/week").then().statusCode(200);
    }

    public static List<PlannedSession> days(LocalDate from, int count, Function<LocalDate, PlannedSession> session) {
        return from.datesUntil(from.plusDays(count)).map(session).toList();
    }

    public static String[] dates(LocalDate from, int count) {
        return from.datesUntil(from.plusDays(count)).map(LocalDate::toString).toArray(String[]::new);
    }

    public static PlannedSession easy(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.EASY,
                false,
                "Aerobic base",
                List.of(),
                List.of(Step.run(Extent.seconds(2700), Zone.EASY)));
    }

    public static PlannedSession intervals(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.INTERVAL,
                true,
                "Maximise VO2max",
                List.of(),
                List.of(
                        Step.stretch(StepKind.WARM_UP, Extent.seconds(900), Zone.EASY, Zone.EASY.rpe()),
                        Step.repeat(
                                5, Step.run(Extent.metres(1000), Zone.INTERVAL), Step.recovery(Extent.seconds(180)))));
    }

    /** "Cross-training or rest", in a range of time. */
    public static PlannedSession baseWeekSaturday(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.CROSS_TRAINING,
                false,
                "Aerobic base without impact",
                List.of(SessionKind.REST),
                List.of(new Step.Stretch(StepKind.RUN, Extent.minutes(20, 30), null, Rpe.BASE_EASY)));
    }

    public static PlannedSession race(LocalDate on) {
        return new PlannedSession(
                on,
                SessionKind.RACE,
                true,
                "The race",
                List.of(),
                List.of(new Step.Stretch(StepKind.RUN, Extent.metres(10000), Target.racePace(10000), new Rpe(8, 9))));
    }

    public static String path(UUID athlete, String rest) {
        return "/api/v1/athletes/" + athlete + "/sessions" + rest;
    }

    public static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person)).contentType("application/json");
    }

    public static RequestSpecification partner(String scope) {
        return given().auth().oauth2(Tokens.partner("partner-demo", scope)).contentType("application/json");
    }

    public static ValidatableResponse read(UUID athlete, String query) {
        return as("ana").get(path(athlete, query)).then();
    }

    public static List<String> ids(UUID athlete) {
        return read(athlete, "").extract().jsonPath().getList("items.id");
    }

    public static String first(UUID athlete) {
        return ids(athlete).getFirst();
    }

    public static ValidatableResponse move(UUID athlete, String session, String body) {
        return as("ana").body(body).patch(path(athlete, "/" + session)).then();
    }

    public static ValidatableResponse revisions(UUID athlete, String session) {
        return as("ana").get(path(athlete, "/" + session + "/revisions")).then().statusCode(200);
    }

    public static ValidatableResponse decline(String person, UUID athlete, String session, int n) {
        return as(person)
                .post(path(athlete, "/%s/revisions/%d/decline".formatted(session, n)))
                .then();
    }

    public static ValidatableResponse takeBack(UUID athlete, String session, int n) {
        return as("coach")
                .delete(path(athlete, "/%s/revisions/%d/decline".formatted(session, n)))
                .then();
    }
}
