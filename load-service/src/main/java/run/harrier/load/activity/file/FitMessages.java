package run.harrier.load.activity.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.Field;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.HrMesg;
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
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.Samples;

/**
 * The messages of one FIT frame that matter, with times in FIT seconds. Messages are read as they pass and not kept, so
 * a file of any length takes only the memory of its samples, laps and sessions, whose numbers are bounded: for all frames
 * of the file together.
 */
final class FitMessages implements MesgListener {
    static final int TIMESTAMP = 253;
    private static final int MOST_EVENTS = 20_000;
    private static final double SEMICIRCLE = 180.0 / (1L << 31);

    /** The timer started (true) or stopped. */
    record TimerEvent(long at, boolean start) {}

    private final FileCounts counts;
    private OptionalDouble strapClock = OptionalDouble.empty();
    final ReadingNotes notes = new ReadingNotes();
    /** The heart rates of a strap that came apart from the records, at whole seconds. */
    final Samples strap = new Samples();

    final Samples samples = new Samples();
    final List<Mesg> sessions = new ArrayList<>();
    final List<Mesg> laps = new ArrayList<>();
    final List<TimerEvent> timer = new ArrayList<>();
    OptionalInt sport = OptionalInt.empty();
    OptionalInt fileType = OptionalInt.empty();
    /** When the activity message was written, by the device's clock and by the runner's; both or none. */
    OptionalLong writtenAt = OptionalLong.empty();

    OptionalLong writtenAtLocal = OptionalLong.empty();

    FitMessages(FileCounts counts) {
        this.counts = counts;
    }

    @Override
    public void onMesg(Mesg message) {
        counts.message();
        switch (message.getNum()) {
            case MesgNum.FILE_ID -> fileType = whole(message, FileIdMesg.TypeFieldNum);
            case MesgNum.RECORD -> record(message);
            case MesgNum.HR -> heartRates(message);
            case MesgNum.SESSION -> {
                counts.activity();
                sessions.add(new SessionMesg(message));
            }
            case MesgNum.LAP -> {
                counts.lap();
                laps.add(new LapMesg(message));
            }
            case MesgNum.SPORT -> sport = whole(message, SportMesg.SportFieldNum);
            case MesgNum.EVENT -> event(message);
            case MesgNum.ACTIVITY -> {
                writtenAt = seconds(message, TIMESTAMP);
                writtenAtLocal = seconds(message, ActivityMesg.LocalTimestampFieldNum);
            }
            default -> {}
        }
    }

    /** Whether this frame of the file is an activity: not that of a heart strap, of settings, a workout or a course. */
    boolean isActivity() {
        return fileType.isPresent()
                ? fileType.getAsInt() == File.ACTIVITY.getValue()
                : !sessions.isEmpty() || samples.size() > 1;
    }

    private void record(Mesg record) {
        counts.point();
        notes.beginPoint();
        OptionalLong at = seconds(record, TIMESTAMP);
        OptionalDouble latitude = number(record, RecordMesg.PositionLatFieldNum);
        OptionalDouble longitude = number(record, RecordMesg.PositionLongFieldNum);
        if (at.isEmpty()) {
            notes.skipOfPoint(Cause.TIME);
            return;
        }
        if (Math.abs(latitude.orElse(0)) * SEMICIRCLE > 90) {
            notes.skipOfPoint(Cause.POSITION);
            return;
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
        if (latitude.isPresent() && longitude.isPresent()) {
            samples.position(SEMICIRCLE * latitude.getAsDouble(), SEMICIRCLE * longitude.getAsDouble());
        }
    }

    /**
     * A strap that kept its beats during a swim sends them later, in messages of their own: their times are those of the
     * strap's clock, of which one message has the time of the day.
     */
    private void heartRates(Mesg message) {
        int beats = message.getNumFieldValues(HrMesg.FilteredBpmFieldNum);
        int times = message.getNumFieldValues(HrMesg.EventTimestampFieldNum);
        OptionalLong at = seconds(message, TIMESTAMP);
        if (at.isPresent()) {
            double exactly = at.getAsLong()
                    + number(message, HrMesg.FractionalTimestampFieldNum).orElse(0);
            strapClock = times > 0
                    ? OptionalDouble.of(exactly - eventSeconds(message, 0).orElse(0))
                    : strapClock;
            if (times == 0 && beats > 0) {
                heartRate(exactly, message.getFieldDoubleValue(HrMesg.FilteredBpmFieldNum, 0));
            }
        }
        for (int i = 0; i < Math.min(beats, times) && strapClock.isPresent(); i++) {
            OptionalDouble beat = eventSeconds(message, i);
            if (beat.isPresent()) {
                heartRate(
                        strapClock.getAsDouble() + beat.getAsDouble(),
                        message.getFieldDoubleValue(HrMesg.FilteredBpmFieldNum, i));
            }
        }
    }

    private static OptionalDouble eventSeconds(Mesg message, int beat) {
        Double seconds = message.getFieldDoubleValue(HrMesg.EventTimestampFieldNum, beat);
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    private void heartRate(double at, @Nullable Double bpm) {
        if (bpm != null) {
            counts.point();
            strap.at(Math.round(at) * 1000);
            strap.heartRateBpm(bpm);
        }
    }

    /** Adds the beats of a strap that fall into the activity; where a record has a heart rate, that one stays. */
    void joinStrap(Samples beats) {
        OptionalLong first = samples.first();
        OptionalLong last = samples.last();
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        boolean joined = false;
        for (int i = 0; i < beats.size(); i++) {
            long at = beats.epochMilli(i);
            if (at >= first.getAsLong() && at <= last.getAsLong() && beats.knownHeartRateBpm(i) > 0) {
                samples.at(at);
                samples.heartRateBpm(beats.knownHeartRateBpm(i));
                joined = true;
            }
        }
        if (joined) {
            notes.choose(Choice.of(Kind.HEART_RATE_OF_STRAP));
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

    /** A file may write words where a number belongs, which the library would take for one. */
    private static boolean isNumber(Mesg message, int field) {
        Field found = message.getField(field);
        return found != null && found.getRawValue() instanceof Number;
    }

    static OptionalDouble number(Mesg message, int field) {
        Double value = isNumber(message, field) ? message.getFieldDoubleValue(field) : null;
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static OptionalLong seconds(Mesg message, int field) {
        Long value = isNumber(message, field) ? message.getFieldLongValue(field) : null;
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static OptionalInt whole(Mesg message, int field) {
        Integer value = isNumber(message, field) ? message.getFieldIntegerValue(field) : null;
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
