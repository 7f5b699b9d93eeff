package run.harrier.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiConsumer;

/**
 * The squad that a newcomer finds: coach dana and seven athletes, each with weeks of runs and mornings, and each with
 * something of what a coach finds in the morning. Eva, in the middle of the way to a 10K, had a bad night; finn, at the
 * start of a half marathon, ran his easy runs too hard and is low; gus, a beginner, has a cold and much on his mind, and
 * entered yesterday's run by hand beside the watch's; hana runs half an hour each day and woke with a knee that hurts, as
 * it had begun to; ida jogged yesterday for the first time in five weeks; jon runs far more than he was used to, and wakes
 * worn out; kai told of a fever and has not been heard of since. Made through the public API alone; a second run changes
 * nothing, one that was cut off is taken up again.
 */
public final class DemoSquad {

    /** Where its athletes live: their mornings are those of its day. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String NAME = "Demonstration squad";

    private static final String ALL_WELL = """
            {"restingHeartRateBpm": 52, "sleepHours": 8.0, "sleepQuality": 4, "soreness": 2, "fatigue": 2, "stress": 2,
             "mood": 4}""";
    private static final String BAD_NIGHT = """
            {"restingHeartRateBpm": 62, "sleepHours": 4.5, "sleepQuality": 1, "soreness": 2, "fatigue": 4, "stress": 2,
             "mood": 4}""";
    private static final String COLD = """
            {"restingHeartRateBpm": 54, "sleepHours": 7.0, "sleepQuality": 3, "soreness": 2, "fatigue": 3, "stress": 4,
             "mood": 4, "illness": "COLD"}""";
    private static final String UNDER_STRESS = """
            {"restingHeartRateBpm": 53, "sleepHours": 7.0, "sleepQuality": 3, "soreness": 2, "fatigue": 3, "stress": 4,
             "mood": 4}""";
    private static final String LOW = """
            {"restingHeartRateBpm": 52, "sleepHours": 8.0, "sleepQuality": 4, "soreness": 2, "fatigue": 2, "stress": 2,
             "mood": 2}""";
    private static final String FEVER = """
            {"restingHeartRateBpm": 58, "sleepHours": 7.0, "sleepQuality": 3, "soreness": 3, "fatigue": 4, "stress": 2,
             "mood": 3, "illness": "BELOW_NECK"}""";
    private static final String SORE_KNEE = """
            {"restingHeartRateBpm": 53, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 3, "fatigue": 2, "stress": 2,
             "mood": 4, "pain": [{"site": "left knee", "level": 4}]}""";
    private static final String KNEE = """
            {"restingHeartRateBpm": 53, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 3, "fatigue": 2, "stress": 2,
             "mood": 3, "pain": [{"site": "left knee", "level": 8}]}""";

    private final URI gateway;
    private final URI issuer;
    private final LocalDate today;
    private final LocalDate monday;
    private final SignedIn dana;

    public DemoSquad(URI gateway, URI issuer, LocalDate today) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.today = today;
        this.monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.dana = new SignedIn(gateway, issuer, "dana");
    }

    public void fill() {
        var squad = squad();
        join(squad, "eva", """
                {"displayName": "Eva", "birthDate": "1991-05-14", "sex": "FEMALE", "timeZone": "Europe/Berlin",
                 "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 40000}""", 1335, (eva, id) -> {
            eva.post(plans(id), racePlan(6, 12, 10_000, 5)).expect(201);
            bringNextQualityToTomorrow(eva, id);
            var diary = new DemoDiary(eva, id, today, 1335);
            diary.runsByPlan(3_000, false);
            diary.morning(today, BAD_NIGHT);
        });
        join(squad, "finn", """
                {"displayName": "Finn", "birthDate": "1986-11-02", "sex": "MALE", "timeZone": "Europe/Berlin",
                 "level": "EXPERIENCED", "currentWeeklyDistanceMetres": 60000}""", 1110, (finn, id) -> {
            finn.post(plans(id), racePlan(0, 16, 21_097.5, 6)).expect(201);
            var diary = new DemoDiary(finn, id, today, 1110);
            diary.runsByPlan(3_000, true);
            diary.morning(today.minusDays(1), LOW);
            diary.morning(today, LOW);
        });
        join(squad, "gus", """
                {"displayName": "Gus", "birthDate": "1999-07-21", "sex": "MALE", "timeZone": "Europe/Berlin",
                 "level": "BEGINNER", "currentWeeklyDistanceMetres": 0}""", 1800, (gus, id) -> {
            gus.post(plans(id), """
                    {"kind": "BEGINNER_BASE", "start": "%s"}""".formatted(monday)).expect(201);
            var diary = new DemoDiary(gus, id, today, 1800);
            diary.runsByPlan(1_200, false);
            diary.enteredTwice(today.minusDays(1), 1_500);
            diary.morning(today.minusDays(1), UNDER_STRESS);
            diary.morning(today, COLD);
        });
        join(squad, "hana", """
                {"displayName": "Hana", "birthDate": "1995-01-30", "sex": "FEMALE", "timeZone": "Europe/Berlin",
                 "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 35000}""", 1500, (hana, id) -> {
            hana.post(plans(id), racePlan(0, 12, 10_000, 5)).expect(201);
            var diary = new DemoDiary(hana, id, today, 1500);
            diary.runsDaily(DemoDiary.DAYS, 1, 1_800);
            diary.morning(today.minusDays(3), SORE_KNEE);
            diary.morning(today, KNEE);
        });
        join(squad, "ida", """
                {"displayName": "Ida", "birthDate": "1983-09-08", "sex": "FEMALE", "timeZone": "Europe/Berlin",
                 "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 35000}""", 1440, (ida, id) -> {
            var diary = new DemoDiary(ida, id, today, 1440);
            diary.runsDaily(64, 37, 2_700);
            diary.runsDaily(1, 1, 1_800);
            diary.morning(today, ALL_WELL);
        });
        join(squad, "jon", """
                {"displayName": "Jon", "birthDate": "1989-03-17", "sex": "MALE", "timeZone": "Europe/Berlin",
                 "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 45000}""", 1260, (jon, id) -> {
            var diary = new DemoDiary(jon, id, today, 1260);
            diary.overreaches();
        });
        join(squad, "kai", """
                {"displayName": "Kai", "birthDate": "2001-12-05", "sex": "MALE", "timeZone": "Europe/Berlin",
                 "level": "BEGINNER", "currentWeeklyDistanceMetres": 15000}""", 1620, (kai, id) -> {
            var diary = new DemoDiary(kai, id, today, 1620);
            diary.runsDaily(20, 9, 1_800);
            diary.morning(today.minusDays(8), FEVER);
        });
    }

    private static String plans(String athleteId) {
        return "/athletes/" + athleteId + "/plans";
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
    private void join(
            JsonNode squad, String name, String profile, int seconds5k, BiConsumer<SignedIn, String> whatWasDone) {
        var athlete = new SignedIn(gateway, issuer, name);
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
                 "habits": "UNKNOWN", "longestRunMinutes": 60}""").expect(200);
        athlete.put("/athletes/" + id + "/heart-rate", """
                {"maxBpm": 188, "restBpm": 52, "origin": "FIELD_TEST", "measuredOn": "%s"}""".formatted(today.minusDays(50)))
                .expect(200);
        athlete.post("/athletes/" + id + "/results", """
                {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": %d, "on": "%s"}""".formatted(seconds5k, today.minusDays(50)))
                .expect(201);
        whatWasDone.accept(athlete, id);

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
