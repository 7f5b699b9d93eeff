package run.harrier.system.fault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run to upload, on a planned day of its athlete: a watch's file, or entered by hand. */
record RunToUpload(SignedUpAthlete runner, LocalDate day, Instant startedAt, int seconds, boolean recorded) {
    private static final int EVERY_SECONDS = 5;
    private static final int METRES_PER_SECOND = 3;

    static RunToUpload on(LocalDate day, SignedUpAthlete runner, Random random) {
        var start = day.atTime(LocalTime.of(6 + random.nextInt(14), random.nextInt(60)));
        return new RunToUpload(
                runner,
                day,
                start.atZone(runner.zone()).toInstant(),
                1200 + random.nextInt(3600),
                random.nextBoolean());
    }

    String contentType() {
        return recorded ? "application/vnd.garmin.tcx+xml" : "application/json";
    }

    String body() {
        return recorded
                ? toTcx()
                : "{\"sport\": \"RUN\", \"startedAt\": \"%s\", \"durationSeconds\": %d}".formatted(startedAt, seconds);
    }

    private String toTcx() {
        return """
                <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
                <Activities><Activity Sport="Running"><Id>%s</Id><Lap StartTime="%s">
                <TotalTimeSeconds>%d</TotalTimeSeconds><DistanceMeters>%d</DistanceMeters><Track>
                %s</Track></Lap></Activity></Activities></TrainingCenterDatabase>
                """.formatted(startedAt, startedAt, seconds, METRES_PER_SECOND * seconds, track());
    }

    private String track() {
        return IntStream.rangeClosed(0, seconds / EVERY_SECONDS)
                .map(n -> n * EVERY_SECONDS)
                .mapToObj(at -> "<Trackpoint><Time>%s</Time><DistanceMeters>%d</DistanceMeters></Trackpoint>\n"
                        .formatted(startedAt.plusSeconds(at), METRES_PER_SECOND * at))
                .collect(Collectors.joining());
    }
}
