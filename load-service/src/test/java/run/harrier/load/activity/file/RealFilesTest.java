package run.harrier.load.activity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.SessionMesg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.recording.model.Recording;

/**
 * Files of real devices, in the folder that {@code -Dharrier.activity-files} names: what is called {@code invalid-*} is
 * refused, the figures of the rest are those of the device's own session messages.
 */
@EnabledIfSystemProperty(named = "harrier.activity-files", matches = ".+")
class RealFilesTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> all = java.nio.file.Files.list(Path.of(System.getProperty("harrier.activity-files")))) {
            return all.filter(file -> file.toString().matches(".*\\.(fit|tcx|gpx)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void figures_are_those_of_the_device(Path file) throws IOException {
        String name = file.getFileName().toString();
        FileFormat format = FileFormat.valueOf(name.substring(name.length() - 3).toUpperCase(Locale.ROOT));
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        Decoding decoding = Uploads.decode(bytes, format);
        if (name.startsWith("invalid-")) {
            assertThat(decoding).isInstanceOf(Refused.class);
            return;
        }
        if (format != FileFormat.FIT) {
            assertThat(decoding).isInstanceOf(Decoded.class);
            return;
        }
        FitMessages messages = new FitDecoder().decode(new ByteArrayInputStream(bytes));
        if (messages.getFileIdMesgs().getFirst().getType() != com.garmin.fit.File.ACTIVITY) {
            assertThat(decoding).isInstanceOf(Refused.class);
            return;
        }
        assertThat(decoding).isInstanceOfSatisfying(Decoded.class, decoded -> {
            List<SessionMesg> sessions = messages.getSessionMesgs().stream()
                    .sorted(Comparator.comparingLong(
                            session -> session.getStartTime().getTimestamp()))
                    .toList();
            assertThat(decoded.analyses()).hasSize(Math.max(1, sessions.size()));
            for (int i = 0; i < sessions.size(); i++) {
                compare(decoded.analyses().get(i).recording(), sessions.get(i));
            }
        });
    }

    private static void compare(Recording recording, SessionMesg session) {
        Figures figures = Analysis.of(recording).figures();
        assertThat(figures.distanceMetres().orElse(0)).isCloseTo(session.getTotalDistance(), within(0.01));
        assertThat(figures.movingSeconds()).isCloseTo(session.getTotalTimerTime(), within(0.01));
        assertThat(figures.elapsedSeconds()).isCloseTo(session.getTotalElapsedTime(), within(0.01));
        if (session.getAvgHeartRate() != null) {
            assertThat(figures.averageHeartRateBpm().orElseThrow())
                    .isCloseTo(session.getAvgHeartRate(), Percentage.withPercentage(1));
        }
        if (session.getTotalAscent() != null) {
            assertThat(figures.elevationGainMetres().orElseThrow()).isCloseTo(session.getTotalAscent(), within(1.0));
        }
        // the samples tell the same story as the device's sums
        Recording bare = new Recording(
                recording.sport(),
                recording.startedAt(),
                recording.offset(),
                run.harrier.load.recording.model.Totals.none(),
                recording.pauses(),
                recording.laps(),
                recording.streams(),
                recording.reading());
        Figures sampled = Analysis.of(bare).figures();
        assertThat(sampled.distanceMetres().orElse(0)).isCloseTo(session.getTotalDistance(), within(5.0));
        assertThat(sampled.movingSeconds()).isCloseTo(session.getTotalTimerTime(), within(5.0));
    }
}
