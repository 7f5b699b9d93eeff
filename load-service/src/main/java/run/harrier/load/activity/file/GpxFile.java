package run.harrier.load.activity.file;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import run.harrier.load.activity.file.XmlTrack.Point;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.SportNames;

/**
 * A GPX file: a recording for each track. A track without a type is a run, for that is what runners send. Routes,
 * waypoints and tracks without times are no activity.
 */
final class GpxFile extends XmlWalk {
    private final ZoneId athleteZone;
    private final FileCounts counts = new FileCounts();
    private final List<Recording> recordings = new ArrayList<>();
    private XmlTrack track;
    private Sport sport = Sport.RUN;
    private Optional<Point> point = Optional.empty();

    GpxFile(ZoneId athleteZone) {
        this.athleteZone = athleteZone;
        track = new XmlTrack(athleteZone, counts);
    }

    List<Recording> read(SentFile file) throws IOException {
        walk(file, "gpx");
        return recordings;
    }

    @Override
    void begin(String name, Map<String, String> attributes) {
        switch (name) {
            case "trk" -> {
                counts.activity();
                track = new XmlTrack(athleteZone, counts);
                sport = Sport.RUN;
            }
            case "trkseg" -> track.beginSegment();
            case "trkpt" -> {
                Point begun = track.beginPoint();
                begun.latitude = attributes.get("lat");
                begun.longitude = attributes.get("lon");
                point = Optional.of(begun);
            }
            default -> {}
        }
    }

    @Override
    void end(String name, String text) {
        if (point.isPresent()) {
            within(point.get(), name, text);
        } else if (name.equals("type") && parent().equals("trk")) {
            sport = SportNames.sport(text);
        } else if (name.equals("trk")) {
            track.recording(sport).ifPresent(recordings::add);
        }
    }

    private void within(Point read, String name, String text) {
        switch (name) {
            case "ele" -> read.altitude = text;
            case "time" -> read.time = text;
            case "hr", "heartrate" -> read.heartRate = text;
            case "cad", "cadence" -> read.cadence = text;
            case "trkpt" -> {
                track.endPoint(read, true);
                point = Optional.empty();
            }
            default -> {}
        }
    }
}
