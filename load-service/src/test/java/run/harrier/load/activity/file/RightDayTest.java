package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.recording.model.Recording;

/** An activity near midnight belongs to the local day on which it started (D12, U19). */
class RightDayTest {
    private static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");

    /** Local starts around midnight, also in the nights in which the clocks change. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-03-04T23:50",
        "Pacific/Auckland, 2026-03-05T00:10",
        "Pacific/Auckland, 2026-04-05T00:10",
        "Pacific/Auckland, 2026-04-04T23:50",
        "Pacific/Auckland, 2026-09-27T00:10",
        "Pacific/Auckland, 2026-09-26T23:50",
        "Asia/Kathmandu, 2026-03-04T23:50",
        "Asia/Kathmandu, 2026-03-05T00:10",
        "America/Los_Angeles, 2026-03-07T23:50",
        "America/Los_Angeles, 2026-03-08T00:10",
        "America/Los_Angeles, 2026-10-31T23:50",
        "America/Los_Angeles, 2026-11-01T00:10",
    })
    void near_midnight_through_both_changes_of_the_clock(ZoneId zone, LocalDateTime local) {
        Instant start = local.atZone(zone).toInstant();
        // four hours: the clock may change on the way, and the watch writes the offset that holds at the end
        ZoneOffset atTheEnd = zone.getRules().getOffset(start.plusSeconds(4 * 3600));
        byte[] told = SimulatedRun.starting(start)
                .run(4 * 3600, 2.5, 0, 130)
                .at(atTheEnd)
                .fit();
        byte[] untold = SimulatedRun.starting(start).run(600, 2.5, 0, 130).fit();
        byte[] gpx = SimulatedRun.starting(start).run(600, 2.5, 0, 130).gpx().getBytes(UTF_8);
        assertThat(day(told, FileFormat.FIT, zone)).isEqualTo(local.toLocalDate());
        assertThat(day(untold, FileFormat.FIT, zone)).isEqualTo(local.toLocalDate());
        assertThat(day(gpx, FileFormat.GPX, zone)).isEqualTo(local.toLocalDate());
    }

    @Test
    void a_traveller_s_day_is_that_of_the_place() {
        Instant start = Instant.parse("2026-03-04T18:30:00Z");
        SimulatedRun inKathmandu = SimulatedRun.anyRun(start).at(ZoneOffset.ofHoursMinutes(5, 45));
        ZoneId home = ZoneId.of("America/Los_Angeles");
        assertThat(day(inKathmandu.fit(), FileFormat.FIT, home)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(day(inKathmandu.tcx().getBytes(UTF_8), FileFormat.TCX, home)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(day(inKathmandu.gpx().getBytes(UTF_8), FileFormat.GPX, home)).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void a_time_in_z_tells_no_place() {
        Instant start = Instant.parse("2026-03-04T12:30:00Z");
        byte[] gpx = SimulatedRun.anyRun(start).gpx().getBytes(UTF_8);
        assertThat(day(gpx, FileFormat.GPX, ZoneId.of("Pacific/Auckland"))).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    private static LocalDate day(byte[] file, FileFormat format, ZoneId athleteZone) {
        Decoding decoding = ActivityFile.decode(file, format, athleteZone, NOW);
        Recording recording = Uploads.only(decoding);
        return recording.on();
    }
}
