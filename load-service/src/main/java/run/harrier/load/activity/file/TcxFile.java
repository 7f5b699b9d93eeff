package run.harrier.load.activity.file;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import run.harrier.load.activity.file.XmlTrack.Point;
import run.harrier.load.activity.file.XmlTrack.StatedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;

/** A Training Center XML file: a recording for each {@code Activity}, those of a multi-sport session too. */
final class TcxFile extends XmlWalk {
    private static final double FURTHEST_METRES = 20_000_000;

    private final ZoneId athleteZone;
    private final List<Recording> recordings = new ArrayList<>();
    private XmlTrack track;
    private Sport sport = Sport.OTHER;
    private Point point = new Point();
    private boolean trackInLap;
    private long lapStart;
    private OptionalDouble lapSeconds = OptionalDouble.empty();
    private OptionalDouble lapMetres = OptionalDouble.empty();

    TcxFile(ZoneId athleteZone) {
        this.athleteZone = athleteZone;
        track = new XmlTrack(athleteZone);
    }

    List<Recording> read(SentFile file) throws IOException, XMLStreamException {
        walk(file, "TrainingCenterDatabase");
        return recordings;
    }

    @Override
    void begin(String name, XMLStreamReader attributes) {
        switch (name) {
            case "Activity" -> {
                track = new XmlTrack(athleteZone);
                String named = attributes.getAttributeValue(null, "Sport");
                sport = named == null ? Sport.OTHER : Sport.named(named);
            }
            case "Lap" -> {
                String start = attributes.getAttributeValue(null, "StartTime");
                if (start == null) {
                    throw RefusedException.damaged("A lap has no StartTime.");
                }
                lapStart = track.time(start).toEpochMilli();
                lapSeconds = OptionalDouble.empty();
                lapMetres = OptionalDouble.empty();
                trackInLap = false;
            }
            case "Track" -> {
                if (trackInLap) {
                    track.beginSegment();
                }
                trackInLap = true;
            }
            case "Trackpoint" -> point = new Point();
            default -> {}
        }
    }

    @Override
    void end(String name, String text) {
        switch (parent() + "/" + name) {
            case "Trackpoint/Time" -> point.at = Optional.of(track.time(text));
            case "Position/LatitudeDegrees" -> point.latitude = OptionalDouble.of(number("A latitude", text, -90, 90));
            case "Position/LongitudeDegrees" ->
                point.longitude = OptionalDouble.of(number("A longitude", text, -180, 180));
            case "Trackpoint/AltitudeMeters" -> point.altitude = OptionalDouble.of(number("An altitude", text));
            case "Trackpoint/DistanceMeters" ->
                point.distance = OptionalDouble.of(number("A distance", text, 0, FURTHEST_METRES));
            case "HeartRateBpm/Value" -> point.heartRate = OptionalDouble.of(number("A heart rate", text, 0, 500));
            case "Trackpoint/Cadence", "TPX/RunCadence" ->
                point.cadence = OptionalDouble.of(number("A cadence", text, 0, 500));
            case "Lap/TotalTimeSeconds" ->
                lapSeconds = OptionalDouble.of(number("A lap's time", text, 0, FURTHEST_METRES));
            case "Lap/DistanceMeters" ->
                lapMetres = OptionalDouble.of(number("A lap's distance", text, 0, FURTHEST_METRES));
            default -> {
                switch (name) {
                    case "Trackpoint" -> track.add(point);
                    case "Lap" -> track.lap(new StatedLap(lapStart, lapSeconds, lapMetres));
                    case "Activity" -> track.recording(sport).ifPresent(recordings::add);
                    default -> {}
                }
            }
        }
    }
}
