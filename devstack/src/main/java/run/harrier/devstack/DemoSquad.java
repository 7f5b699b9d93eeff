package run.harrier.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The squad that a newcomer finds: coach dana; eva in the middle of the way to a 10K and with a bad night behind her,
 * finn at the start of a half marathon, whose easy runs were too hard, gus a beginner, each with 28 days of runs and
 * mornings. Made through the public API alone; a second run changes nothing, one that was cut off is taken up again.
 */
final class DemoSquad {

    private static final String NAME = "Demonstration squad";

    private final StackConfig config;
    private final LocalDate today;
    private final LocalDate monday;
    private final SignedIn dana;

    DemoSquad(StackConfig config, LocalDate today) {
        this.config = config;
        this.today = today;
        this.monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.dana = new SignedIn(config, "dana");
    }

    void fill() {
        var squad = squad();
        join(squad, "eva", """
                {"displayName": "Eva", "birthDate": "1991-05-14", "sex": "FEMALE", "timeZone": "Europe/Berlin",
                 "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 40000}""", 1335, racePlan(6, 12, 10_000, 5));
        join(squad, "finn", """
                {"displayName": "Finn", "birthDate": "1986-11-02", "sex": "MALE", "timeZone": "Europe/Berlin",
                 "level": "EXPERIENCED", "currentWeeklyDistanceMetres": 60000}""", 1110, racePlan(0, 16, 21_097.5, 6));
        join(squad, "gus", """
                {"displayName": "Gus", "birthDate": "1999-07-21", "sex": "MALE", "timeZone": "Europe/Berlin",
                 "level": "BEGINNER", "currentWeeklyDistanceMetres": 0}""", 1800, """
                {"kind": "BEGINNER_BASE", "start": "%s"}""".formatted(monday));
    }

    private JsonNode squad() {
        for (JsonNode squad : dana.get("/squads").expect(200).body().path("items")) {
            if (squad.path("name").asText().equals(NAME)) {
                return dana.get("/squads/" + squad.path("id").asText())
                        .expect(200)
                        .body();
            }
        }
        return dana.post("/squads", "{\"name\": \"" + NAME + "\"}").expect(201).body();
    }

    /** Joining comes last: a member is complete. */
    private void join(JsonNode squad, String name, String profile, int seconds5k, String plan) {
        var athlete = new SignedIn(config, name);
        var found = athlete.get("/athletes/me");
        var me = found.status() == 404 ? athlete.post("/athletes", profile).expect(201) : found.expect(200);
        var id = me.text("id");
        for (JsonNode member : squad.path("members")) {
            if (member.path("athleteId").asText().equals(id)) {
                return;
            }
        }
        athlete.put("/athletes/" + id + "/intake", """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                 "habits": "UNKNOWN", "longestRunMinutes": 40}""").expect(200);
        athlete.put("/athletes/" + id + "/heart-rate", """
                {"maxBpm": 188, "restBpm": 52, "origin": "FIELD_TEST", "measuredOn": "%s"}""".formatted(today.minusDays(50)))
                .expect(200);
        athlete.post("/athletes/" + id + "/results", """
                {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": %d, "on": "%s"}""".formatted(seconds5k, today.minusDays(50)))
                .expect(201);
        athlete.post("/athletes/" + id + "/plans", plan).expect(201);
        var rough = name.equals("eva");
        if (rough) {
            bringNextQualityToTomorrow(athlete, id);
        }
        new DemoDiary(athlete, id, today)
                .write(seconds5k, name.equals("gus") ? 1_200 : 3_000, name.equals("finn"), rough);

        dana.post("/squads/" + squad.path("id").asText() + "/invitations", """
                {"joinCode": "%s"}""".formatted(me.text("joinCode")));
        for (JsonNode invitation :
                athlete.get("/invitations").expect(200).body().path("items")) {
            athlete.post("/invitations/" + invitation.path("id").asText() + "/acceptance", "")
                    .expect(200);
        }
    }

    /** So that a bad night has something to soften (D19), whatever day of the week it is. */
    private void bringNextQualityToTomorrow(SignedIn athlete, String id) {
        var tomorrow = today.plusDays(1);
        for (JsonNode session :
                athlete.get("/athletes/" + id + "/sessions").expect(200).body().path("items")) {
            if (session.path("quality").asBoolean()) {
                if (LocalDate.parse(session.path("on").asText()).isAfter(tomorrow)) {
                    athlete.patch(
                                    "/athletes/" + id + "/sessions/"
                                            + session.path("id").asText(),
                                    session.path("revision").asInt(),
                                    "{\"on\": \"" + tomorrow + "\"}")
                            .expect(200);
                }
                return;
            }
        }
    }

    private String racePlan(int weeksAgo, int weeks, double distanceMetres, int daysPerWeek) {
        var start = monday.minusWeeks(weeksAgo);
        return """
                {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": %s, "date": "%s"}, "daysPerWeek": %d,
                 "longRunDay": "SUNDAY", "noRunDays": ["FRIDAY"]}""".formatted(start, distanceMetres, start.plusWeeks(weeks).minusDays(1), daysPerWeek);
    }
}
