package run.harrier.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of the demonstration squad as a watch would have recorded it: a TCX file with a place on the way and a heart
 * rate every five seconds. The same run gives the same file.
 */
final class DemoRun {

    private static final int EVERY_SECONDS = 5;
    /** The heart follows the effort with about this delay. */
    private static final double HEART_SECONDS = 30;

    private static final double FIRST_BPM = 85;
    private static final double EASY = 1.32;
    private static final double BRISK = 1.16;
    private static final double[] TO_THE_END = {1.36, 1.31, 1.26};

    /** @param share the pace as a share of that of 5 km */
    private record Part(double share, double seconds) {

        /** As hard as it is fast. */
        double bpm() {
            return Math.clamp(174 - 112 * (share - 1), 100, 180);
        }
    }

    private final double raceSecondsPerKm;
    private final List<Part> parts = new ArrayList<>();

    private DemoRun(int seconds5k) {
        raceSecondsPerKm = seconds5k / 5.0;
    }

    /** An easy run; brisk, it is faster than easy, as many a runner's is. */
    static DemoRun easy(int seconds5k, double seconds, boolean brisk) {
        var run = new DemoRun(seconds5k);
        run.parts.add(new Part(brisk ? BRISK : EASY, seconds));
        return run;
    }

    /** Easy in its first third, faster in the second, faster still in the last. */
    static DemoRun progressing(int seconds5k, double seconds) {
        var run = new DemoRun(seconds5k);
        for (double share : TO_THE_END) {
            run.parts.add(new Part(share, seconds / TO_THE_END.length));
        }
        return run;
    }

    /** A session as it was planned. */
    static DemoRun of(JsonNode session, int seconds5k) {
        var run = new DemoRun(seconds5k);
        run.add(session.path("steps"));
        return run;
    }

    private void add(JsonNode steps) {
        for (JsonNode step : steps) {
            if (step.path("kind").asText().equals("REPEAT")) {
                for (int time = 0; time < step.path("times").asInt(); time++) {
                    add(step.path("steps"));
                }
            } else {
                var share = share(step);
                parts.add(new Part(
                        share,
                        step.has("distanceMetres")
                                ? step.path("distanceMetres").asDouble() * share * raceSecondsPerKm / 1000
                                : step.path("durationSeconds").asDouble()));
            }
        }
    }

    /** In the middle of the paces asked for, a little on the careful side. */
    private double share(JsonNode step) {
        var paces = step.path("paces");
        if (!paces.isMissingNode()) {
            return 1.01
                    * (paces.path("fastestSecondsPerKm").asDouble()
                            + paces.path("slowestSecondsPerKm").asDouble())
                    / (2 * raceSecondsPerKm);
        }
        return switch (step.path("kind").asText()) {
            case "WALK" -> 2.6;
            case "RECOVERY" -> 1.6;
            default -> step.path("rpeHighest").asInt() > 4 ? 1 : EASY;
        };
    }

    String toTcx(Instant start) {
        var track = new StringBuilder();
        double metres = 0;
        double bpm = FIRST_BPM;
        double until = 0;
        int at = 0;
        for (Part part : parts) {
            until += part.seconds();
            for (; at < until; at += EVERY_SECONDS) {
                track.append(point(start.plusSeconds(at), metres, bpm));
                metres += 1000 * EVERY_SECONDS / (part.share() * raceSecondsPerKm);
                bpm += (part.bpm() + 2 * Math.sin(at / 60.0) - bpm) * EVERY_SECONDS / HEART_SECONDS;
            }
        }
        track.append(point(start.plusSeconds(at), metres, bpm));
        return String.format(Locale.ROOT, """
                <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
                <Activities><Activity Sport="Running"><Id>%s</Id><Lap StartTime="%s">
                <TotalTimeSeconds>%d</TotalTimeSeconds><DistanceMeters>%.2f</DistanceMeters><Track>
                %s</Track></Lap></Activity></Activities></TrainingCenterDatabase>
                """, start, start, at, metres, track);
    }

    private static String point(Instant at, double metres, double bpm) {
        return String.format(
                Locale.ROOT,
                "<Trackpoint><Time>%s</Time><DistanceMeters>%.2f</DistanceMeters>"
                        + "<HeartRateBpm><Value>%.0f</Value></HeartRateBpm></Trackpoint>\n",
                at,
                metres,
                bpm);
    }
}
