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
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;

/**
 * A GPX file: a recording for each track. A track without a type is a run, for that is what runners send. Routes,
 * waypoints and tracks without times are no activity.
 */
final class GpxFile extends XmlWalk {
    private final ZoneId athleteZone;
    private final List<Recording> recordings = new ArrayList<>();
    private XmlTrack track;
    private Sport sport = Sport.RUN;
    private Optional<Point> point = Optional.empty();

    GpxFile(ZoneId athleteZone) {
        this.athleteZone = athleteZone;
        track = new XmlTrack(athleteZone);
    }

    List<Recording> read(SentFile file) throws IOException, XMLStreamException {
        walk(file, "gpx");
        return recordings;
    }

    @Override
    void begin(String name, XMLStreamReader attributes) {
        switch (name) {
            case "trk" -> {
                track = new XmlTrack(athleteZone);
                sport = Sport.RUN;
            }
            case "trkseg" -> track.beginSegment();
            case "trkpt" -> {
                Point read = new Point();
                read.latitude = OptionalDouble.of(coordinate(attributes, "lat", 90));
                read.longitude = OptionalDouble.of(coordinate(attributes, "lon", 180));
                point = Optional.of(read);
            }
            default -> {}
        }
    }

    private static double coordinate(XMLStreamReader attributes, String name, double most) {
        String value = attributes.getAttributeValue(null, name);
        if (value == null) {
            throw RefusedException.damaged("A point has no " + name + ".");
        }
        return number("A point's " + name, value, -most, most);
    }

    @Override
    void end(String name, String text) {
        if (point.isPresent()) {
            within(point.get(), name, text);
        } else if (name.equals("type") && parent().equals("trk")) {
            sport = Sport.named(text);
        } else if (name.equals("trk")) {
            track.recording(sport).ifPresent(recordings::add);
        }
    }

    private void within(Point read, String name, String text) {
        switch (name) {
            case "ele" -> read.altitude = OptionalDouble.of(number("An elevation", text));
            case "time" -> read.at = Optional.of(track.time(text));
            case "hr", "heartrate" -> read.heartRate = OptionalDouble.of(number("A heart rate", text, 0, 500));
            case "cad", "cadence" -> read.cadence = OptionalDouble.of(number("A cadence", text, 0, 500));
            case "trkpt" -> {
                track.add(read);
                point = Optional.empty();
            }
            default -> {}
        }
    }
}
