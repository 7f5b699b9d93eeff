package run.harrier.load.activity.file;

import static run.harrier.load.activity.file.FitMessages.number;
import static run.harrier.load.activity.file.FitMessages.seconds;
import static run.harrier.load.activity.file.FitMessages.whole;

import com.garmin.fit.DateTime;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SubSport;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import run.harrier.load.activity.file.FitMessages.TimerEvent;
import run.harrier.load.recording.model.Cadence;
import run.harrier.load.recording.model.LocalOffset;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.PauseDetection;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;
import run.harrier.load.recording.model.TrackDistance;

/**
 * The sessions of one FIT frame. A session owns all samples and laps from its start to the next session's; a file
 * without a session message is one session, from its first sample to its last.
 *
 * <p>Times below 0x10000000 count from the device's switching on; then only the local time has the date.
 */
final class FitSessions {
    /** FIT counts from the end of 1989. */
    private static final long FIT_EPOCH = DateTime.OFFSET / 1000;

    private static final long SYSTEM_TIME_BELOW = 0x10000000L;

    /** Records may begin before the timer and end after it. */
    private static final long SLACK_SECONDS = 600;

    private final FitMessages messages;
    private final ZoneId athleteZone;
    private final FitClock clock;

    /** Puts the times of the messages right. */
    FitSessions(FitMessages messages, ZoneId athleteZone) {
        this.messages = messages;
        this.athleteZone = athleteZone;
        clock = FitClock.of(messages);
    }

    List<Recording> recordings() {
        List<Mesg> sessions = messages.sessions.stream()
                .sorted(Comparator.comparingLong(this::start))
                .toList();
        messages.samples.dropStrays(messages.notes);
        if (sessions.isEmpty()) {
            return messages.samples.size() < 2 ? List.of() : List.of(withoutSession());
        }
        dropOutside(sessions);
        return IntStream.range(0, sessions.size())
                .mapToObj(i -> {
                    long from = i == 0 ? Long.MIN_VALUE : start(sessions.get(i));
                    long until = i + 1 == sessions.size() ? Long.MAX_VALUE : start(sessions.get(i + 1));
                    return ofSession(sessions.get(i), from, until);
                })
                .toList();
    }

    /** Leaves out the few records that lie outside all sessions, whose clock was wrong for a moment. */
    private void dropOutside(List<Mesg> sessions) {
        OptionalDouble lasts = FitClock.lastedSeconds(sessions.getLast());
        if (lasts.isPresent()) {
            long end = Math.max(
                    start(sessions.getLast()) + Math.round(lasts.getAsDouble()),
                    clock.right(
                            seconds(sessions.getLast(), FitMessages.TIMESTAMP).orElse(0)));
            messages.samples.dropOutside(
                    1000 * (start(sessions.getFirst()) - SLACK_SECONDS), 1000 * (end + SLACK_SECONDS), messages.notes);
        }
    }

    /** In FIT seconds. */
    private long start(Mesg session) {
        OptionalLong start = seconds(session, SessionMesg.StartTimeFieldNum);
        if (start.isPresent()) {
            return clock.right(start.getAsLong());
        }
        OptionalLong first = messages.samples.first();
        if (first.isEmpty()) {
            throw RefusedException.damaged("A session of the FIT file has no start.");
        }
        return first.getAsLong() / 1000;
    }

    private Recording ofSession(Mesg session, long from, long until) {
        long start = start(session);
        Sport sport = sport(whole(session, SessionMesg.SportFieldNum), whole(session, SessionMesg.SubSportFieldNum));
        OptionalDouble elapsed = number(session, SessionMesg.TotalElapsedTimeFieldNum);
        if (elapsed.isEmpty()) {
            OptionalLong end = seconds(session, FitMessages.TIMESTAMP);
            elapsed = end.isPresent() ? OptionalDouble.of((double) (end.getAsLong() - start)) : OptionalDouble.empty();
        }
        OptionalDouble distance = number(session, SessionMesg.TotalDistanceFieldNum);
        OptionalDouble moving = number(session, SessionMesg.TotalTimerTimeFieldNum);
        Totals device = new Totals(
                distance,
                moving,
                elapsed,
                number(session, SessionMesg.TotalAscentFieldNum),
                beats(session, SessionMesg.AvgHeartRateFieldNum),
                beats(session, SessionMesg.MaxHeartRateFieldNum),
                steps(
                        session,
                        sport,
                        SessionMesg.AvgCadenceFieldNum,
                        SessionMesg.AvgFractionalCadenceFieldNum,
                        distance,
                        moving));
        return recording(sport, start, device, from, until);
    }

    private Recording withoutSession() {
        long start = messages.samples.first().orElseThrow() / 1000;
        OptionalInt sport = messages.sport.isPresent() || messages.laps.isEmpty()
                ? messages.sport
                : whole(messages.laps.getFirst(), LapMesg.SportFieldNum);
        return recording(sport(sport, OptionalInt.empty()), start, Totals.none(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Recording recording(Sport sport, long start, Totals device, long from, long until) {
        ReadingNotes notes = new ReadingNotes();
        if (from == Long.MIN_VALUE) {
            notes.add(messages.notes.reading());
        }
        long shift = shift(start);
        Instant startedAt = Instant.ofEpochSecond(FIT_EPOCH + start + shift);
        Streams streams = TrackDistance.withoutDeadSensor(streams(start, from, until));
        List<Pause> pauses = pauses(sport, start, device, streams, from, until, notes);
        Streams measured = Cadence.ofBothFeet(sport, TrackDistance.measured(streams, pauses), pauses, notes);
        return new Recording(
                sport,
                startedAt,
                offset(startedAt, shift, streams),
                device,
                pauses,
                laps(sport, start, from, until),
                measured,
                notes.reading());
    }

    /** Seconds to add to the device's times: 0 but for a device that never knew the date. */
    private long shift(long start) {
        if (start >= SYSTEM_TIME_BELOW) {
            return 0;
        }
        if (messages.writtenAt.isEmpty() || messages.writtenAtLocal.isEmpty()) {
            throw RefusedException.implausible("The FIT file has no date.");
        }
        Instant written = LocalDateTime.ofEpochSecond(
                        FIT_EPOCH + messages.writtenAtLocal.getAsLong(), 0, ZoneOffset.UTC)
                .atZone(athleteZone)
                .toInstant();
        return written.getEpochSecond() - FIT_EPOCH - messages.writtenAt.getAsLong();
    }

    private ZoneOffset offset(Instant startedAt, long shift, Streams streams) {
        if (shift != 0 || messages.writtenAt.isEmpty() || messages.writtenAtLocal.isEmpty()) {
            return LocalOffset.of(startedAt, athleteZone);
        }
        long apart = messages.writtenAtLocal.getAsLong() - messages.writtenAt.getAsLong();
        long quarters = Math.round(apart / 900.0);
        // no zone is further than 14 hours, nor between two quarters of an hour
        if (Math.abs(quarters) > 14 * 4
                || Math.abs(apart - 900 * quarters) > 60
                || (quarters == 0 && !LocalOffset.nearGreenwich(streams))) {
            return LocalOffset.of(startedAt, athleteZone);
        }
        Instant writtenAt = Instant.ofEpochSecond(FIT_EPOCH + messages.writtenAt.getAsLong());
        return LocalOffset.of(startedAt, ZoneOffset.ofTotalSeconds((int) (900 * quarters)), writtenAt, athleteZone);
    }

    private Streams streams(long start, long from, long until) {
        long fromMillis = from == Long.MIN_VALUE ? from : from * 1000;
        long untilMillis = until == Long.MAX_VALUE ? until : until * 1000;
        for (int i = 0; i < messages.samples.size(); i++) {
            long at = messages.samples.epochMilli(i);
            if (at >= fromMillis && at < untilMillis) {
                sinceStart(start, at);
            }
        }
        return messages.samples.streams(start * 1000, fromMillis, untilMillis);
    }

    private static int sinceStart(long start, long atMillis) {
        long since = atMillis - start * 1000;
        if (Math.abs(since) > Recording.LONGEST_MILLIS) {
            throw RefusedException.implausible("The times in the file are more than a week apart.");
        }
        return (int) since;
    }

    /** The timer's events; where they do not explain the timer, its gaps; and the ways that nobody runs. */
    private List<Pause> pauses(
            Sport sport, long start, Totals device, Streams streams, long from, long until, ReadingNotes notes) {
        BitSet breaks = new BitSet();
        messages.laps.forEach(lap -> breaks.set(streams.firstAt(since(start, lapStart(lap)))));
        List<Pause> ofTimer = pausesOfTimer(start, from, until);
        if (device.movingSeconds().isEmpty() && ofTimer.isEmpty()) {
            return PauseDetection.pauses(sport, streams, breaks, notes);
        }
        double span = streams.size() == 0 ? 0 : (streams.millis(streams.size() - 1) - streams.millis(0)) / 1000.0;
        double stood = Math.min(span, device.elapsedSeconds().orElse(span))
                - device.movingSeconds().orElse(span)
                - Pause.seconds(ofTimer, Integer.MIN_VALUE, Integer.MAX_VALUE);
        List<Pause> known = Pause.union(ofTimer, PauseDetection.gaps(streams, stood, ofTimer));
        return Pause.union(known, PauseDetection.carried(sport, streams, breaks, notes));
    }

    private List<Pause> pausesOfTimer(long start, long from, long until) {
        List<TimerEvent> events = messages.timer.stream()
                .map(event -> new TimerEvent(clock.right(event.at()), event.start()))
                .filter(event -> event.at() >= from && event.at() < until)
                .sorted(Comparator.comparingLong(TimerEvent::at))
                .toList();
        List<Pause> pauses = new ArrayList<>();
        OptionalLong stopped = OptionalLong.empty();
        for (TimerEvent event : events) {
            if (!event.start()) {
                stopped = stopped.isPresent() ? stopped : OptionalLong.of(event.at());
            } else if (stopped.isPresent()) {
                int at = since(start, stopped.getAsLong());
                int resumed = since(start, event.at());
                if (at < resumed) {
                    pauses.add(new Pause(at, resumed));
                }
                stopped = OptionalLong.empty();
            }
        }
        return pauses;
    }

    /** In milliseconds, held within what a recording can be. */
    private static int since(long start, long at) {
        return (int) Math.clamp(1000 * (at - start), -Recording.LONGEST_MILLIS, Recording.LONGEST_MILLIS);
    }

    private List<RecordedLap> laps(Sport sport, long start, long from, long until) {
        List<Mesg> laps = messages.laps.stream()
                .filter(lap -> lapStart(lap) >= from && lapStart(lap) < until)
                .sorted(Comparator.comparingLong(this::lapStart))
                .toList();
        List<RecordedLap> recorded = new ArrayList<>();
        for (int i = 0; i < laps.size(); i++) {
            Mesg lap = laps.get(i);
            int begins = since(start, lapStart(lap));
            OptionalDouble elapsed = number(lap, LapMesg.TotalElapsedTimeFieldNum);
            int ends = i + 1 < laps.size()
                    ? since(start, lapStart(laps.get(i + 1)))
                    : (int) Math.min(
                            2 * Recording.LONGEST_MILLIS,
                            begins + (elapsed.isPresent() ? 1000 * elapsed.getAsDouble() : Recording.LONGEST_MILLIS));
            recorded.add(new RecordedLap(begins, ends, lapTotals(sport, lap, elapsed)));
        }
        return recorded;
    }

    private static Totals lapTotals(Sport sport, Mesg lap, OptionalDouble elapsed) {
        OptionalDouble distance = number(lap, LapMesg.TotalDistanceFieldNum);
        OptionalDouble moving = number(lap, LapMesg.TotalTimerTimeFieldNum);
        return new Totals(
                distance,
                moving,
                elapsed,
                number(lap, LapMesg.TotalAscentFieldNum),
                beats(lap, LapMesg.AvgHeartRateFieldNum),
                beats(lap, LapMesg.MaxHeartRateFieldNum),
                steps(lap, sport, LapMesg.AvgCadenceFieldNum, LapMesg.AvgFractionalCadenceFieldNum, distance, moving));
    }

    private long lapStart(Mesg lap) {
        OptionalLong start = seconds(lap, LapMesg.StartTimeFieldNum);
        return clock.right(
                start.isPresent()
                        ? start.getAsLong()
                        : seconds(lap, FitMessages.TIMESTAMP).orElse(0)
                                - (long) number(lap, LapMesg.TotalElapsedTimeFieldNum)
                                        .orElse(0));
    }

    /** Zero is what devices write when no strap was worn. */
    private static OptionalDouble beats(Mesg message, int field) {
        OptionalDouble bpm = number(message, field);
        return bpm.orElse(0) == 0 ? OptionalDouble.empty() : bpm;
    }

    private static OptionalDouble steps(
            Mesg message, Sport sport, int field, int fraction, OptionalDouble metres, OptionalDouble seconds) {
        OptionalDouble written = number(message, field);
        boolean moved = metres.orElse(0) > 0 && seconds.orElse(0) > 0;
        return written.isPresent() && sport.onFoot()
                ? OptionalDouble.of(Cadence.ofBothFeet(
                        sport,
                        written.getAsDouble() + number(message, fraction).orElse(0),
                        moved
                                ? OptionalDouble.of(metres.getAsDouble() / seconds.getAsDouble())
                                : OptionalDouble.empty()))
                : OptionalDouble.empty();
    }

    private static Sport sport(OptionalInt value, OptionalInt sub) {
        return switch (com.garmin.fit.Sport.getByValue((short) value.orElse(0))) {
            case RUNNING ->
                sub.isPresent() && sub.getAsInt() == SubSport.TRAIL.getValue() ? Sport.TRAIL_RUN : Sport.RUN;
            case WALKING, SNOWSHOEING -> Sport.WALK;
            case HIKING, MOUNTAINEERING -> Sport.HIKE;
            case CYCLING, E_BIKING -> Sport.RIDE;
            case SWIMMING -> Sport.SWIM;
            case TRAINING, FITNESS_EQUIPMENT, HIIT -> Sport.STRENGTH;
            default -> Sport.OTHER;
        };
    }
}
