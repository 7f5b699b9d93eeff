package run.harrier.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an athlete of the demonstration squad did and felt in the 28 days before today, sent through the public API: the
 * sessions of a plan as they were planned, and easy runs before it began.
 */
final class DemoDiary {

    private static final int DAYS = 28;
    private static final Set<String> RUNS =
            Set.of("EASY", "LONG", "TEMPO", "INTERVAL", "REPETITION", "PROGRESSION", "TEST");
    private static final Set<DayOfWeek> USUAL_DAYS = EnumSet.of(
            DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final SignedIn athlete;
    private final String path;
    private final LocalDate today;

    DemoDiary(SignedIn athlete, String id, LocalDate today) {
        this.athlete = athlete;
        this.path = "/athletes/" + id;
        this.today = today;
    }

    /**
     * @param usualSeconds of an easy run before the plan began; half as much again on a Sunday
     * @param brisk whether the easy runs before the plan were faster than easy
     * @param rough whether last night was a bad one, with a resting heart rate that shows it
     */
    void write(int seconds5k, int usualSeconds, boolean brisk, boolean rough) {
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
            morning(day, 52 + day.getDayOfYear() % 3, 7.5, 4, 2);
        }
        if (rough) {
            morning(today, 62, 4.5, 1, 4);
        } else {
            morning(today, 52, 8, 4, 2);
        }
    }

    private JsonNode sessions() {
        return athlete.get(path + "/sessions?from=" + today.minusDays(DAYS) + "&to=" + today.minusDays(1))
                .expect(200)
                .body()
                .path("items");
    }

    /** A second run of the demonstration meets what the first has stored: 200 instead of 201. */
    private void run(LocalDate day, DemoRun run) {
        var answer = athlete.upload(
                path + "/activities", "application/vnd.garmin.tcx+xml", run.toTcx(Instant.parse(day + "T06:00:00Z")));
        if (answer.status() != 200) {
            answer.expect(201);
        }
    }

    private void morning(LocalDate day, int restingBpm, double sleepHours, int sleepQuality, int fatigue) {
        athlete.put(
                        path + "/wellness/" + day,
                        String.format(Locale.ROOT, """
                {"restingHeartRateBpm": %d, "sleepHours": %.1f, "sleepQuality": %d, "soreness": 2, "fatigue": %d,
                 "stress": 2, "mood": 4}""", restingBpm, sleepHours, sleepQuality, fatigue))
                .expect(200);
    }
}
