package run.harrier.load.activity.file;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import run.harrier.load.activity.file.XmlTrack.Point;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.SportNames;

/** A Training Center XML file: a recording for each {@code Activity}, those of a multi-sport session too. */
final class TcxFile extends XmlWalk {
    private final ZoneId athleteZone;
    private final FileCounts counts = new FileCounts();
    private final List<Recording> recordings = new ArrayList<>();
    private XmlTrack track;
    private Sport sport = Sport.OTHER;
    private Point point = new Point();
    private boolean trackInLap;

    TcxFile(ZoneId athleteZone) {
        this.athleteZone = athleteZone;
        track = new XmlTrack(athleteZone, counts);
    }

    List<Recording> read(SentFile file) throws IOException {
        walk(file, "TrainingCenterDatabase");
        return recordings;
    }

    @Override
    void begin(String name, Map<String, String> attributes) {
        switch (name) {
            case "Activity" -> {
                counts.activity();
                track = new XmlTrack(athleteZone, counts);
                sport = SportNames.sport(attributes.getOrDefault("Sport", ""));
            }
            case "Lap" -> {
                track.beginLap(attributes.get("StartTime"));
                trackInLap = false;
            }
            case "Track" -> {
                if (trackInLap) {
                    track.beginSegment();
                }
                trackInLap = true;
            }
            case "Trackpoint" -> point = track.beginPoint();
            default -> {}
        }
    }

    @Override
    void end(String name, String text) {
        switch (parent() + "/" + name) {
            case "Trackpoint/Time" -> point.time = text;
            case "Position/LatitudeDegrees" -> point.latitude = text;
            case "Position/LongitudeDegrees" -> point.longitude = text;
            case "Trackpoint/AltitudeMeters" -> point.altitude = text;
            case "Trackpoint/DistanceMeters" -> point.distance = text;
            case "HeartRateBpm/Value" -> point.heartRate = text;
            case "Trackpoint/Cadence", "TPX/RunCadence" -> point.cadence = text;
            case "Lap/TotalTimeSeconds" -> track.lapSeconds(text);
            case "Lap/DistanceMeters" -> track.lapMetres(text);
            default -> {
                switch (name) {
                    case "Trackpoint" -> track.endPoint(point, false);
                    case "Lap" -> track.endLap();
                    case "Activity" -> track.recording(sport).ifPresent(recordings::add);
                    default -> {}
                }
            }
        }
    }
}
