package run.harrier.load.activity.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A runner whose truth is known, second by second, and the files that a watch would write of it. The route leads north
 * from Zürich. A scenario is told in order: {@code starting(at).run(600, 3.0, 0, 140).pause(60).run(…)}.
 */
public final class SimulatedRun {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;
    private static final double STEPS_PER_MINUTE = 176;

    /** One second of the truth, at its end. */
    private record Second(
            long at,
            long moving,
            double metres,
            double height,
            int bpm,
            boolean recorded,
            boolean segmentStart,
            int lap) {}

    private final Instant start;
    private final List<Second> seconds = new ArrayList<>();
    private final List<long[]> pauses = new ArrayList<>();
    private final List<Long> lapStarts = new ArrayList<>();
    private Optional<ZoneOffset> offset = Optional.empty();
    private boolean sessionMessage = true;
    private long at;
    private double metres;
    private double height = 400;
    private double climb;
    private double beats;
    private long moving;

    private SimulatedRun(Instant start) {
        this.start = start;
        at = start.getEpochSecond();
        lapStarts.add(at);
        seconds.add(new Second(at, 0, 0, height, 0, true, true, 0));
    }

    public static SimulatedRun starting(Instant start) {
        return new SimulatedRun(start);
    }

    /** An hour on the flat at 3 m/s and 140 bpm. */
    public static SimulatedRun anyRun(Instant start) {
        return starting(start).run(3600, 3.0, 0, 140);
    }

    public SimulatedRun run(int duration, double metresPerSecond, double grade, int bpm) {
        return go(duration, metresPerSecond, grade, bpm, true);
    }

    /** Goes on running, but the watch records nothing. */
    public SimulatedRun gap(int duration, double metresPerSecond, int bpm) {
        return go(duration, metresPerSecond, 0, bpm, false);
    }

    private SimulatedRun go(int duration, double metresPerSecond, double grade, int bpm, boolean recorded) {
        for (int i = 0; i < duration; i++) {
            at++;
            moving++;
            metres += metresPerSecond;
            height += metresPerSecond * grade;
            climb += Math.max(0, metresPerSecond * grade);
            beats += bpm;
            seconds.add(new Second(at, moving, metres, height, bpm, recorded, false, lapStarts.size() - 1));
        }
        return this;
    }

    /** Stops the timer and stands. */
    public SimulatedRun pause(int duration) {
        pauses.add(new long[] {at, at + duration});
        at += duration;
        int bpm = seconds.getLast().bpm();
        // a watch writes a sample when it goes on
        seconds.add(new Second(at, moving, metres, height, bpm, true, true, lapStarts.size() - 1));
        return this;
    }

    public SimulatedRun lap() {
        lapStarts.add(at);
        return this;
    }

    /** The watch knows the local time. */
    public SimulatedRun at(ZoneOffset localOffset) {
        offset = Optional.of(localOffset);
        return this;
    }

    public SimulatedRun withoutSessionMessage() {
        sessionMessage = false;
        return this;
    }

    public double distanceMetres() {
        return metres;
    }

    public double movingSeconds() {
        return moving;
    }

    public double elapsedSeconds() {
        return at - (double) start.getEpochSecond();
    }

    public double climbMetres() {
        return climb;
    }

    public double averageBpm() {
        return beats / moving;
    }

    public double stepsPerMinute() {
        return STEPS_PER_MINUTE;
    }

    public int laps() {
        return lapStarts.size();
    }

    public byte[] fit() {
        return fit(List.of(Sport.RUNNING));
    }

    /** One session for each sport, of equal length, as a multi-sport watch writes. */
    public byte[] fit(List<Sport> sports) {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        FileIdMesg id = new FileIdMesg();
        id.setType(com.garmin.fit.File.ACTIVITY);
        id.setManufacturer(Manufacturer.DEVELOPMENT);
        id.setTimeCreated(time(start.getEpochSecond()));
        encoder.write(id);
        encoder.write(timer(start.getEpochSecond(), EventType.START));
        int pause = 0;
        for (Second second : seconds) {
            while (pause < pauses.size() && pauses.get(pause)[1] <= second.at()) {
                encoder.write(timer(pauses.get(pause)[0], EventType.STOP_ALL));
                encoder.write(timer(pauses.get(pause)[1], EventType.START));
                pause++;
            }
            if (second.recorded()) {
                encoder.write(record(second));
            }
        }
        encoder.write(timer(at, EventType.STOP_ALL));
        for (int lap = 0; lap < lapStarts.size(); lap++) {
            encoder.write(lapMessage(lap));
        }
        if (sessionMessage) {
            long each = (at - start.getEpochSecond()) / sports.size();
            for (int i = 0; i < sports.size(); i++) {
                encoder.write(session(sports.get(i), start.getEpochSecond() + i * each, each, sports.size()));
            }
        }
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(time(at));
        activity.setNumSessions(sports.size());
        offset.ifPresent(zone -> activity.setLocalTimestamp(time(at).getTimestamp() + zone.getTotalSeconds()));
        encoder.write(activity);
        return encoder.close();
    }

    private Mesg session(Sport sport, long begins, long lasts, int of) {
        SessionMesg session = new SessionMesg();
        session.setStartTime(time(begins));
        session.setTimestamp(time(begins + lasts));
        session.setSport(sport);
        session.setTotalElapsedTime((float) elapsedSeconds() / of);
        session.setTotalTimerTime((float) moving / of);
        session.setTotalDistance((float) metres / of);
        session.setTotalAscent((int) Math.round(climb / of));
        session.setAvgHeartRate((short) Math.round(averageBpm()));
        session.setAvgCadence((short) (STEPS_PER_MINUTE / 2));
        return session;
    }

    private Mesg lapMessage(int lap) {
        LapMesg message = new LapMesg();
        long end = lap + 1 < lapStarts.size() ? lapStarts.get(lap + 1) : at;
        message.setStartTime(time(lapStarts.get(lap)));
        message.setTimestamp(time(end));
        message.setTotalElapsedTime((float) (end - lapStarts.get(lap)));
        message.setTotalDistance((float) lapMetres(lap));
        message.setSport(Sport.RUNNING);
        return message;
    }

    private double lapMetres(int lap) {
        return until(lap).metres() - (lap == 0 ? 0 : until(lap - 1).metres());
    }

    private long lapSeconds(int lap) {
        return until(lap).moving() - (lap == 0 ? 0 : until(lap - 1).moving());
    }

    private Second until(int lap) {
        return seconds.stream()
                .filter(second -> second.lap() <= lap)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static RecordMesg record(Second second) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(time(second.at()));
        record.setDistance((float) second.metres());
        record.setEnhancedAltitude((float) second.height());
        record.setPositionLat((int) Math.round(latitude(second) / 180 * (1L << 31)));
        record.setPositionLong((int) Math.round(8.54 / 180 * (1L << 31)));
        record.setCadence((short) (STEPS_PER_MINUTE / 2));
        if (second.bpm() > 0) {
            record.setHeartRate((short) second.bpm());
        }
        return record;
    }

    private static EventMesg timer(long at, EventType type) {
        EventMesg event = new EventMesg();
        event.setTimestamp(time(at));
        event.setEvent(Event.TIMER);
        event.setEventType(type);
        return event;
    }

    private static DateTime time(long epochSecond) {
        return new DateTime(epochSecond - DateTime.OFFSET / 1000);
    }

    private static double latitude(Second second) {
        return 47.37 + second.metres() / METRES_PER_DEGREE;
    }

    public String tcx() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
                  xmlns:x="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
                <Activities><Activity Sport="Running">
                """);
        xml.append("<Id>").append(text(start.getEpochSecond())).append("</Id>\n");
        for (int lap = 0; lap < lapStarts.size(); lap++) {
            xml.append("<Lap StartTime=\"").append(text(lapStarts.get(lap))).append("\">");
            xml.append("<TotalTimeSeconds>").append(lapSeconds(lap)).append("</TotalTimeSeconds><DistanceMeters>");
            xml.append(lapMetres(lap)).append("</DistanceMeters><Track>\n");
            for (Second second : seconds) {
                if (second.lap() == lap && second.recorded()) {
                    xml.append(second.segmentStart() && second.at() > lapStarts.get(lap) ? "</Track><Track>" : "");
                    xml.append(trackpoint(second));
                }
            }
            xml.append("</Track></Lap>\n");
        }
        return xml.append("</Activity></Activities></TrainingCenterDatabase>\n").toString();
    }

    private String trackpoint(Second second) {
        return String.format(
                Locale.ROOT,
                "<Trackpoint><Time>%s</Time><Position><LatitudeDegrees>%.8f</LatitudeDegrees>"
                        + "<LongitudeDegrees>8.54</LongitudeDegrees></Position><AltitudeMeters>%.2f</AltitudeMeters>"
                        + "<DistanceMeters>%.2f</DistanceMeters><HeartRateBpm><Value>%d</Value></HeartRateBpm>"
                        + "<Extensions><x:TPX><x:RunCadence>%d</x:RunCadence></x:TPX></Extensions></Trackpoint>%n",
                text(second.at()),
                latitude(second),
                second.height(),
                second.metres(),
                second.bpm(),
                (int) STEPS_PER_MINUTE / 2);
    }

    public String gpx() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <gpx creator="a watch" version="1.1" xmlns="http://www.topografix.com/GPX/1/1"
                  xmlns:t="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
                <trk><type>running</type>
                """);
        for (Second second : seconds) {
            if (second.recorded()) {
                xml.append(second.at() == start.getEpochSecond() ? "<trkseg>\n" : "");
                xml.append(second.segmentStart() && second.at() > start.getEpochSecond() ? "</trkseg><trkseg>\n" : "");
                xml.append(String.format(
                        Locale.ROOT,
                        "<trkpt lat=\"%.8f\" lon=\"8.54\"><ele>%.2f</ele><time>%s</time><extensions>"
                                + "<t:TrackPointExtension><t:hr>%d</t:hr><t:cad>%d</t:cad></t:TrackPointExtension>"
                                + "</extensions></trkpt>%n",
                        latitude(second),
                        second.height(),
                        text(second.at()),
                        second.bpm(),
                        (int) STEPS_PER_MINUTE / 2));
            }
        }
        return xml.append("</trkseg></trk></gpx>\n").toString();
    }

    private String text(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        return offset.map(zone -> instant.atOffset(zone).toString()).orElseGet(instant::toString);
    }
}
