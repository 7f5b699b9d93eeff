package run.harrier.devstack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an athlete of the demonstration squad did and felt in the 28 days before today, told through the public API. */
final class DemoDiary {

    private static final int DAYS = 28;
    private static final Set<DayOfWeek> RUNS = EnumSet.of(
            DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final SignedIn athlete;
    private final String path;
    private final LocalDate today;

    DemoDiary(SignedIn athlete, String id, LocalDate today) {
        this.athlete = athlete;
        this.path = "/athletes/" + id;
        this.today = today;
    }

    /** @param rough whether last night was a bad one, with a resting heart rate that shows it */
    void write(int seconds5k, boolean rough) {
        var easySecondsPerKm = 1.35 * seconds5k / 5;
        for (int ago = DAYS; ago >= 1; ago--) {
            var day = today.minusDays(ago);
            if (RUNS.contains(day.getDayOfWeek())) {
                run(day, day.getDayOfWeek() == DayOfWeek.SUNDAY ? 4_800 : 2_700, easySecondsPerKm);
            }
            morning(day, 52 + day.getDayOfYear() % 3, 7.5, 4, 2);
        }
        if (rough) {
            morning(today, 62, 4.5, 1, 4);
        } else {
            morning(today, 52, 8, 4, 2);
        }
    }

    /** A second run of the demonstration meets what the first had told: 200 instead of 201. */
    private void run(LocalDate day, int seconds, double secondsPerKm) {
        var answer = athlete.post(
                path + "/activities", String.format(Locale.ROOT, """
                {"sport": "RUN", "startedAt": "%sT06:00:00Z", "durationSeconds": %d, "distanceMetres": %.0f,
                 "rpe": 3}""", day, seconds, 1000 * seconds / secondsPerKm));
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
