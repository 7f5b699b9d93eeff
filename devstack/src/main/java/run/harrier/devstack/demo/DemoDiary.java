package run.harrier.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an athlete of the demonstration squad did and felt in the 28 days before today, sent through the public API: the
 * sessions of a plan as they were planned, or easy runs.
 */
final class DemoDiary {

    static final int DAYS = 28;

    private static final Set<String> RUNS =
            Set.of("EASY", "LONG", "TEMPO", "INTERVAL", "REPETITION", "PROGRESSION", "TEST");
    private static final Set<DayOfWeek> USUAL_DAYS = EnumSet.of(
            DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final Set<Integer> TO_THE_END_DAYS_AGO = Set.of(20, 17, 13, 10, 6, 3);
    private static final String CALF = """
            {"restingHeartRateBpm": 53, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 2, "fatigue": 4, "stress": 2,
             "mood": 4, "pain": [{"site": "left calf", "level": 2}]}""";
    private static final String TIRED = """
            {"restingHeartRateBpm": 53, "sleepHours": 7, "sleepQuality": 3, "soreness": 3, "fatigue": 4, "stress": 2,
             "mood": 4}""";
    private static final String WORN_OUT = """
            {"restingHeartRateBpm": 54, "hrvMillis": 48, "sleepHours": 5.5, "sleepQuality": 2, "soreness": 4,
             "fatigue": 5, "stress": 2, "mood": 3}""";

    private final SignedIn athlete;
    private final String path;
    private final LocalDate today;
    private final int seconds5k;

    DemoDiary(SignedIn athlete, String id, LocalDate today, int seconds5k) {
        this.athlete = athlete;
        this.path = "/athletes/" + id;
        this.today = today;
        this.seconds5k = seconds5k;
    }

    /**
     * The runs of the plan, and usual ones before it began, with a usual morning of each day.
     *
     * @param usualSeconds of an easy run before the plan began; half as much again on a Sunday
     * @param brisk whether the easy runs before the plan were faster than easy
     */
    void runsByPlan(int usualSeconds, boolean brisk) {
        var planned = new TreeMap<LocalDate, JsonNode>();
        for (JsonNode session : sessions()) {
            if (RUNS.contains(session.path("kind").asText())) {
                planned.putIfAbsent(LocalDate.parse(session.path("on").asText()), session);
            }
        }
        var planFrom = planned.isEmpty() ? today : planned.firstKey();
        for (int ago = DAYS; ago >= 1; ago--) {
            var day = today.minusDays(ago);
            var session = planned.get(day);
            if (session != null) {
                run(day, DemoRun.of(session, seconds5k));
            } else if (day.isBefore(planFrom) && USUAL_DAYS.contains(day.getDayOfWeek())) {
                var seconds = (day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1.5 : 1) * usualSeconds;
                run(day, DemoRun.easy(seconds5k, seconds, brisk));
            }
            usualMorning(day);
        }
    }

    /** The same easy run each day from one number of days ago to another, with a usual morning. */
    void runsDaily(int firstDaysAgo, int lastDaysAgo, double seconds) {
        for (int ago = firstDaysAgo; ago >= lastDaysAgo; ago--) {
            run(today.minusDays(ago), DemoRun.easy(seconds5k, seconds, false));
            usualMorning(today.minusDays(ago));
        }
    }

    /**
     * Far more than was usual: daily runs of 40 minutes, of 110 in the last week, two a week faster to the end; the
     * last one felt hard, the calf hurt twice, and the mornings became worse from the fourth day ago on.
     */
    void overreaches() {
        for (int ago = DAYS; ago >= 1; ago--) {
            var day = today.minusDays(ago);
            var seconds = ago <= 7 ? 6_600 : 2_400;
            var id = run(
                    day,
                    TO_THE_END_DAYS_AGO.contains(ago)
                            ? DemoRun.progressing(seconds5k, seconds)
                            : DemoRun.easy(seconds5k, seconds, false));
            if (ago == 1) {
                athlete.patch(path + "/activities/" + id, 1, "{\"rpe\": 6}");
            }
            if (ago == 4 || ago == 9) {
                morning(day, CALF);
            } else if (ago == 1) {
                morning(day, WORN_OUT);
            } else if (ago < 4) {
                morning(day, TIRED);
            } else {
                usualMorning(day);
            }
        }
        morning(today, WORN_OUT);
    }

    /** One run of a day by the watch and by hand: it counts once (D48). */
    void enteredTwice(LocalDate day, int seconds) {
        run(day, DemoRun.easy(seconds5k, seconds, false));
        var answer = athlete.post(path + "/activities", """
                {"sport": "RUN", "startedAt": "%sT06:05:00Z", "durationSeconds": %d, "rpe": 3}""".formatted(day, seconds));
        if (answer.status() != 200) {
            answer.expect(201);
        }
    }

    private JsonNode sessions() {
        return athlete.get(
                        path + "/sessions?from=" + today.minusDays(DAYS) + "&to=" + today.minusDays(1) + "&paces=true")
                .expect(200)
                .body()
                .path("items");
    }

    /** A second run of the demonstration meets what the first has stored: 200 instead of 201. */
    private String run(LocalDate day, DemoRun run) {
        var answer = athlete.upload(
                path + "/activities", "application/vnd.garmin.tcx+xml", run.toTcx(Instant.parse(day + "T06:00:00Z")));
        return answer.status() == 200
                ? answer.text("duplicateOf")
                : answer.expect(201).text("id");
    }

    private void usualMorning(LocalDate day) {
        morning(day, """
                {"restingHeartRateBpm": %d, "hrvMillis": %d, "sleepHours": 7.5, "sleepQuality": 4, "soreness": 2,
                 "fatigue": 2, "stress": 2, "mood": 4}""".formatted(52 + day.getDayOfYear() % 3, 68 + day.getDayOfYear() % 5));
    }

    void morning(LocalDate day, String entry) {
        athlete.put(path + "/wellness/" + day, entry).expect(200);
    }
}
