package run.harrier.load.activity.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.HrMesg;
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
 * from Zürich. A scenario is told in order: {@code starting(at).run(600, 3.0, 0, 140).pause(60).run(…)}. The watch is an
 * honest one unless it is told to be of another kind: {@code indoors()}, {@code writingEvery(45)}, {@code withStrap()}.
 */
public final class SimulatedRun {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;
    private static final double STEPS_PER_MINUTE = 176;

    /** One second of the truth, at its end. */
    private record Second(
            long at,
            long moving,
            double metres,
            double place,
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
    private int step = 1;
    private boolean indoors;
    private boolean timerEvents = true;
    private boolean strap;
    private boolean steps;
    private boolean points = true;
    private int lapOverlap;
    private boolean countingOn;
    private boolean distance = true;
    private boolean zeroDistance;
    private double longitude = 8.54;
    private long clockSetAt = Long.MIN_VALUE;
    private long clockSetBy;
    private Optional<double[]> totals = Optional.empty();
    private long at;
    private double metres;
    /** From the start of the route; further than was run where something else moved the runner. */
    private double place;

    private int direction = 1;
    private double height = 400;
    private double climb;
    private double beats;
    private long moving;

    private SimulatedRun(Instant start) {
        this.start = start;
        at = start.getEpochSecond();
        lapStarts.add(at);
        seconds.add(new Second(at, 0, 0, 0, height, 0, true, true, 0));
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
            place += direction * metresPerSecond;
            height += metresPerSecond * grade;
            climb += Math.max(0, metresPerSecond * grade);
            beats += bpm;
            seconds.add(new Second(at, moving, metres, place, height, bpm, recorded, false, lapStarts.size() - 1));
        }
        return this;
    }

    /** From here on the way back. */
    public SimulatedRun turn() {
        direction = -direction;
        return this;
    }

    /** Stops the timer and stands. */
    public SimulatedRun pause(int duration) {
        pauses.add(new long[] {at, at + duration});
        at += duration;
        int bpm = seconds.getLast().bpm();
        // a watch writes a sample when it goes on
        seconds.add(new Second(at, moving, metres, place, height, bpm, true, true, lapStarts.size() - 1));
        return this;
    }

    /** Stops the timer and goes on by car, lift or ferry. */
    public SimulatedRun ride(int duration, double metresPerSecond, double climbMetres) {
        place += duration * metresPerSecond;
        height += climbMetres;
        return pause(duration);
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

    /** The watch writes rarely: to save space, or because it has nothing but the heart rate. */
    public SimulatedRun writingEvery(int seconds) {
        step = seconds;
        return this;
    }

    /** A treadmill: no position, no distance but the watch's own total. */
    public SimulatedRun indoors() {
        indoors = true;
        return this;
    }

    /** The watch writes no event when the timer stops: a pause is only a gap. */
    public SimulatedRun withoutTimerEvents() {
        timerEvents = false;
        return this;
    }

    /** The strap keeps its beats and sends them afterwards, in a part of the file of their own. */
    public SimulatedRun withStrap() {
        strap = true;
        return this;
    }

    /** The watch had another time until it set its clock. */
    public SimulatedRun settingTheClock(int afterSeconds, long bySeconds) {
        clockSetAt = start.getEpochSecond() + afterSeconds;
        clockSetBy = bySeconds;
        return this;
    }

    /** The watch's totals are those of somebody else. */
    public SimulatedRun withTotals(double totalMetres, double totalSeconds) {
        totals = Optional.of(new double[] {totalMetres, totalSeconds});
        return this;
    }

    /** The records have positions, and no distance or one that never counts. */
    public SimulatedRun withoutDistance(boolean zero) {
        distance = false;
        zeroDistance = zero;
        return this;
    }

    /** The watch counts the steps of both feet. */
    public SimulatedRun countingSteps() {
        steps = true;
        return this;
    }

    /** Nobody wore a watch: the laps were entered by hand. */
    public SimulatedRun withoutPoints() {
        points = false;
        return this;
    }

    /**
     * Each lap of the TCX file but the first tells the last seconds of the one before again.
     *
     * @param counting whether the metres of those seconds are counted again too
     */
    public SimulatedRun withLapsOverlapping(int seconds, boolean counting) {
        lapOverlap = seconds;
        countingOn = counting;
        return this;
    }

    public SimulatedRun atLongitude(double degrees) {
        longitude = degrees;
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
            while (timerEvents && pause < pauses.size() && pauses.get(pause)[1] <= second.at()) {
                encoder.write(timer(pauses.get(pause)[0], EventType.STOP_ALL));
                encoder.write(timer(pauses.get(pause)[1], EventType.START));
                pause++;
            }
            if (written(second)) {
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
        return strap ? Uploads.joined(encoder.close(), strapFrame()) : encoder.close();
    }

    /** Eight beats a message: the first tells the time of the day, all tell that of the strap. */
    private byte[] strapFrame() {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        long strapClock = at - 5_000;
        for (int first = 1; first < seconds.size(); first += 8) {
            HrMesg message = new HrMesg();
            if (first == 1) {
                message.setTimestamp(time(seconds.get(1).at()));
                message.setFractionalTimestamp(0f);
            }
            for (int i = 0; i < 8 && first + i < seconds.size(); i++) {
                Second second = seconds.get(first + i);
                message.setEventTimestamp(i, (float) (second.at() - strapClock));
                message.setFilteredBpm(i, (short) second.bpm());
            }
            encoder.write(message);
        }
        return encoder.close();
    }

    private boolean written(Second second) {
        return second.recorded() && ((second.at() - start.getEpochSecond()) % step == 0 || second.segmentStart());
    }

    private Mesg session(Sport sport, long begins, long lasts, int of) {
        SessionMesg session = new SessionMesg();
        session.setStartTime(time(begins));
        session.setTimestamp(time(begins + lasts));
        session.setSport(sport);
        session.setTotalElapsedTime((float) elapsedSeconds() / of);
        session.setTotalTimerTime((float) (totals.isPresent() ? totals.get()[1] : moving) / of);
        session.setTotalDistance((float) (totals.isPresent() ? totals.get()[0] : metres) / of);
        session.setTotalAscent((int) Math.round(climb / of));
        if (!strap) {
            session.setAvgHeartRate((short) Math.round(averageBpm()));
        }
        session.setAvgCadence(cadence());
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

    private Second lapStart(int lap) {
        return at(lapStarts.get(lap));
    }

    private Second at(long epochSecond) {
        return seconds.stream()
                .filter(second -> second.at() <= epochSecond)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private short cadence() {
        return (short) (steps ? STEPS_PER_MINUTE : STEPS_PER_MINUTE / 2);
    }

    private RecordMesg record(Second second) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(time(second.at()));
        if ((distance || zeroDistance) && !indoors) {
            record.setDistance((float) (zeroDistance ? 0 : second.metres()));
        }
        if (!indoors) {
            record.setEnhancedAltitude((float) second.height());
            record.setPositionLat((int) Math.round(latitude(second) / 180 * (1L << 31)));
            record.setPositionLong((int) Math.round(longitude / 180 * (1L << 31)));
        }
        record.setCadence(cadence());
        if (second.bpm() > 0 && !strap) {
            record.setHeartRate((short) second.bpm());
        }
        return record;
    }

    private EventMesg timer(long at, EventType type) {
        EventMesg event = new EventMesg();
        event.setTimestamp(time(at));
        event.setEvent(Event.TIMER);
        event.setEventType(type);
        return event;
    }

    /** As the watch has it at that moment. */
    private DateTime time(long epochSecond) {
        long shown = epochSecond < clockSetAt ? epochSecond - clockSetBy : epochSecond;
        return new DateTime(shown - DateTime.OFFSET / 1000);
    }

    private static double latitude(Second second) {
        return 47.37 + second.place() / METRES_PER_DEGREE;
    }

    public String tcx() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
                  xmlns:x="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
                <Activities><Activity Sport="Running">
                """);
        xml.append("<Id>").append(text(start.getEpochSecond())).append("</Id>\n");
        double twice = 0;
        for (int lap = 0; lap < lapStarts.size(); lap++) {
            int overlap = lap == 0 ? 0 : lapOverlap;
            long begins = lapStarts.get(lap) - overlap;
            double again = lapStart(lap).metres() - at(begins).metres();
            twice += countingOn ? again : 0;
            xml.append("<Lap StartTime=\"").append(text(begins)).append("\">");
            xml.append("<TotalTimeSeconds>").append(lapSeconds(lap) + overlap);
            xml.append("</TotalTimeSeconds><DistanceMeters>").append(lapMetres(lap) + again);
            xml.append("</DistanceMeters>").append(points ? "<Track>\n" : "");
            for (Second second : seconds) {
                boolean ofLap = second.lap() == lap || (second.lap() < lap && second.at() > begins);
                if (points && ofLap && written(second)) {
                    xml.append(second.segmentStart() && second.at() > lapStarts.get(lap) ? "</Track><Track>" : "");
                    xml.append(trackpoint(second, second.metres() + twice));
                }
            }
            xml.append(points ? "</Track>" : "").append("</Lap>\n");
        }
        return xml.append("</Activity></Activities></TrainingCenterDatabase>\n").toString();
    }

    private String trackpoint(Second second, double counted) {
        String where = String.format(
                Locale.ROOT,
                "<Position><LatitudeDegrees>%.8f</LatitudeDegrees><LongitudeDegrees>%.2f</LongitudeDegrees></Position>"
                        + "<AltitudeMeters>%.2f</AltitudeMeters><DistanceMeters>%.2f</DistanceMeters>",
                latitude(second),
                longitude,
                second.height(),
                counted);
        return String.format(
                Locale.ROOT,
                "<Trackpoint><Time>%s</Time>%s<HeartRateBpm><Value>%d</Value></HeartRateBpm>"
                        + "<Extensions><x:TPX><x:RunCadence>%d</x:RunCadence></x:TPX></Extensions></Trackpoint>%n",
                text(second.at()),
                indoors ? "" : where,
                second.bpm(),
                cadence());
    }

    public String gpx() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <gpx creator="a watch" version="1.1" xmlns="http://www.topografix.com/GPX/1/1"
                  xmlns:t="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
                <trk><type>running</type>
                """);
        for (Second second : seconds) {
            if (written(second)) {
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
                        cadence()));
            }
        }
        return xml.append("</trkseg></trk></gpx>\n").toString();
    }

    private String text(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        return offset.map(zone -> instant.atOffset(zone).toString()).orElseGet(instant::toString);
    }
}
