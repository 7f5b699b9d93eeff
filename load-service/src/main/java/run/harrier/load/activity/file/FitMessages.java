package run.harrier.load.activity.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgListener;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SportMesg;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import run.harrier.load.recording.model.Samples;

/**
 * The messages of one FIT frame that matter, with times in FIT seconds. Messages are read as they pass and not kept, so
 * a file of any length takes only the memory of its samples, laps and sessions, whose numbers are bounded.
 */
final class FitMessages implements MesgListener {
    static final int TIMESTAMP = 253;
    /** Far more than the samples of any activity: reading the rest would only cost time. */
    private static final int MOST_MESSAGES = 5_000_000;

    private static final int MOST_LAPS = 10_000;
    private static final int MOST_SESSIONS = 50;
    private static final int MOST_EVENTS = 20_000;
    private static final double SEMICIRCLE = 180.0 / (1L << 31);

    /** The timer started (true) or stopped. */
    record TimerEvent(long at, boolean start) {}

    private int messages;
    final Samples samples = new Samples();
    final List<Mesg> sessions = new ArrayList<>();
    final List<Mesg> laps = new ArrayList<>();
    final List<TimerEvent> timer = new ArrayList<>();
    OptionalInt sport = OptionalInt.empty();
    OptionalInt fileType = OptionalInt.empty();
    /** When the activity message was written, by the device's clock and by the runner's; both or none. */
    OptionalLong writtenAt = OptionalLong.empty();

    OptionalLong writtenAtLocal = OptionalLong.empty();

    @Override
    public void onMesg(Mesg message) {
        if (++messages > MOST_MESSAGES) {
            throw RefusedException.implausible("The file holds more than " + MOST_MESSAGES + " messages.");
        }
        switch (message.getNum()) {
            case MesgNum.FILE_ID -> fileType = whole(message, FileIdMesg.TypeFieldNum);
            case MesgNum.RECORD -> record(message);
            case MesgNum.SESSION -> keep(sessions, message, MOST_SESSIONS, "sessions");
            case MesgNum.LAP -> keep(laps, message, MOST_LAPS, "laps");
            case MesgNum.SPORT -> sport = whole(message, SportMesg.SportFieldNum);
            case MesgNum.EVENT -> event(message);
            case MesgNum.ACTIVITY -> {
                writtenAt = seconds(message, TIMESTAMP);
                writtenAtLocal = seconds(message, ActivityMesg.LocalTimestampFieldNum);
            }
            default -> {}
        }
    }

    boolean isActivity() {
        return fileType.isPresent() && fileType.getAsInt() == File.ACTIVITY.getValue();
    }

    private void record(Mesg record) {
        OptionalLong at = seconds(record, TIMESTAMP);
        if (at.isEmpty()) {
            return;
        }
        if (samples.size() == Samples.MOST) {
            throw RefusedException.implausible("The file holds more than " + Samples.MOST + " samples.");
        }
        samples.at(at.getAsLong() * 1000);
        number(record, RecordMesg.DistanceFieldNum).ifPresent(samples::distanceMetres);
        OptionalDouble altitude = number(record, RecordMesg.EnhancedAltitudeFieldNum);
        (altitude.isPresent() ? altitude : number(record, RecordMesg.AltitudeFieldNum))
                .ifPresent(samples::altitudeMetres);
        number(record, RecordMesg.HeartRateFieldNum).ifPresent(samples::heartRateBpm);
        number(record, RecordMesg.CadenceFieldNum)
                .ifPresent(cadence -> samples.cadence(cadence
                        + number(record, RecordMesg.FractionalCadenceFieldNum).orElse(0)));
        OptionalDouble latitude = number(record, RecordMesg.PositionLatFieldNum);
        OptionalDouble longitude = number(record, RecordMesg.PositionLongFieldNum);
        if (latitude.isPresent() && longitude.isPresent()) {
            samples.position(SEMICIRCLE * latitude.getAsDouble(), SEMICIRCLE * longitude.getAsDouble());
        }
    }

    private void event(Mesg event) {
        OptionalLong at = seconds(event, TIMESTAMP);
        OptionalInt kind = whole(event, EventMesg.EventFieldNum);
        OptionalInt type = whole(event, EventMesg.EventTypeFieldNum);
        boolean timed = at.isPresent() && kind.isPresent() && kind.getAsInt() == Event.TIMER.getValue();
        if (!timed || type.isEmpty() || timer.size() == MOST_EVENTS) {
            return;
        }
        switch (EventType.getByValue((short) type.getAsInt())) {
            case START -> timer.add(new TimerEvent(at.getAsLong(), true));
            case STOP, STOP_ALL, STOP_DISABLE, STOP_DISABLE_ALL -> timer.add(new TimerEvent(at.getAsLong(), false));
            default -> {}
        }
    }

    private static void keep(List<Mesg> list, Mesg message, int most, String what) {
        if (list.size() == most) {
            throw RefusedException.implausible("The file holds more than " + most + " " + what + ".");
        }
        list.add(
                switch (message.getNum()) {
                    case MesgNum.SESSION -> new SessionMesg(message);
                    default -> new LapMesg(message);
                });
    }

    static OptionalDouble number(Mesg message, int field) {
        Double value = message.getFieldDoubleValue(field);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static OptionalLong seconds(Mesg message, int field) {
        Long value = message.getFieldLongValue(field);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static OptionalInt whole(Mesg message, int field) {
        Integer value = message.getFieldIntegerValue(field);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
