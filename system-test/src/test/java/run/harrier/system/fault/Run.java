package run.harrier.system.fault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/** A run to upload, on a planned day of its athlete. */
record Run(Runner runner, LocalDate day, Instant startedAt, int seconds, boolean measured) {

    static Run on(LocalDate day, Runner runner, Random random) {
        var start = day.atTime(LocalTime.of(6 + random.nextInt(14), random.nextInt(60)));
        return new Run(
                runner,
                day,
                start.atZone(runner.zone()).toInstant(),
                1200 + random.nextInt(3600),
                random.nextBoolean());
    }

    String toJson() {
        var distance = measured ? ", \"distanceMetres\": " + 3 * seconds : "";
        return "{\"sport\": \"RUN\", \"startedAt\": \"%s\", \"durationSeconds\": %d%s}"
                .formatted(startedAt, seconds, distance);
    }
}
