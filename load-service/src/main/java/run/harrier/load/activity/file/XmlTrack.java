package run.harrier.load.activity.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import run.harrier.load.recording.model.Cadence;
import run.harrier.load.recording.model.LocalOffset;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.PauseDetection;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Samples;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Streams.Column;
import run.harrier.load.recording.model.Totals;
import run.harrier.load.recording.model.TrackDistance;

/**
 * An activity of an XML file while it is being read: points in segments, perhaps laps.
 *
 * <p>A time with an offset other than zero is the zone; {@code Z} and {@code +00:00} are how a file that knows no
 * zone writes every time; a time without any is the athlete's local time.
 */
final class XmlTrack {
    private static final long FURTHEST_MILLIS = 8 * 86_400_000L;
    /** Devices that save space write a point at least this often while the timer runs. */
    private static final int LONGEST_STEP_MILLIS = 10_000;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final int MOST_LAPS = 10_000;

    private final ZoneId athleteZone;
    private final Samples samples = new Samples();
    private final ReadingNotes notes = new ReadingNotes();
    private final Set<Long> segmentStarts = new HashSet<>();
    private final List<StatedLap> laps = new ArrayList<>();
    private Optional<ZoneOffset> offset = Optional.empty();
    private boolean segmentBegins;

    /** A lap as the file states it; not every device states it right. */
    record StatedLap(long startMillis, OptionalDouble seconds, OptionalDouble metres) {}

    /** A point as it is read; what the file does not say stays empty. */
    static final class Point {
        Optional<Instant> at = Optional.empty();
        OptionalDouble latitude = OptionalDouble.empty();
        OptionalDouble longitude = OptionalDouble.empty();
        OptionalDouble altitude = OptionalDouble.empty();
        OptionalDouble distance = OptionalDouble.empty();
        OptionalDouble heartRate = OptionalDouble.empty();
        OptionalDouble cadence = OptionalDouble.empty();
    }

    XmlTrack(ZoneId athleteZone) {
        this.athleteZone = athleteZone;
    }

    void beginSegment() {
        segmentBegins = true;
    }

    void lap(StatedLap lap) {
        if (laps.size() == MOST_LAPS) {
            throw RefusedException.implausible("The file holds more than " + MOST_LAPS + " laps.");
        }
        laps.add(lap);
    }

    /** Adds a point if it has a time; without one it cannot be placed. */
    void add(Point point) {
        if (point.at.isEmpty()) {
            return;
        }
        if (samples.size() == Samples.MOST) {
            throw RefusedException.implausible("The file holds more than " + Samples.MOST + " points.");
        }
        long at = point.at.get().toEpochMilli();
        samples.at(at);
        if (segmentBegins) {
            segmentStarts.add(at);
            segmentBegins = false;
        }
        point.distance.ifPresent(samples::distanceMetres);
        point.altitude.ifPresent(samples::altitudeMetres);
        point.heartRate.ifPresent(samples::heartRateBpm);
        if (point.latitude.isPresent() && point.longitude.isPresent()) {
            samples.position(point.latitude.getAsDouble(), point.longitude.getAsDouble());
        }
        point.cadence.ifPresent(samples::cadence);
    }

    /** Reads a time, and keeps its offset as the zone. */
    Instant time(String word) {
        try {
            var parsed = TIME.parseBest(word.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            if (parsed instanceof OffsetDateTime zoned) {
                if (offset.isEmpty() && zoned.getOffset().getTotalSeconds() != 0) {
                    offset = Optional.of(zoned.getOffset());
                }
                return zoned.toInstant();
            }
            return LocalDateTime.from(parsed).atZone(athleteZone).toInstant();
        } catch (DateTimeException e) {
            throw RefusedException.implausible("A time cannot be \"" + XmlWalk.shortened(word) + "\".");
        }
    }

    /** The whole of it; nothing when it holds no two points with a time. */
    Optional<Recording> recording(Sport sport) {
        if (samples.size() < 2) {
            return Optional.empty();
        }
        samples.dropStrays(notes);
        long start = samples.first().orElseThrow();
        if (samples.last().orElseThrow() - start > FURTHEST_MILLIS) {
            throw RefusedException.implausible("The times in the file are more than a week apart.");
        }
        Streams streams = TrackDistance.withoutDeadSensor(samples.streams(start, Long.MIN_VALUE, Long.MAX_VALUE));
        BitSet breaks = new BitSet();
        for (int i = 0; i < streams.size(); i++) {
            breaks.set(i, segmentStarts.contains(start + streams.millis(i)));
        }
        List<Pause> pauses = PauseDetection.pauses(sport, streams, breaks, notes);
        Instant startedAt = Instant.ofEpochMilli(start);
        Streams measured = Cadence.ofBothFeet(sport, TrackDistance.measured(streams, pauses), pauses, notes);
        List<RecordedLap> recordedLaps = laps(start, measured, pauses);
        return Optional.of(new Recording(
                sport,
                startedAt,
                offset.map(zone -> LocalOffset.of(startedAt, zone, startedAt, athleteZone))
                        .orElseGet(() -> LocalOffset.of(startedAt, athleteZone)),
                sums(recordedLaps),
                pauses,
                recordedLaps,
                measured,
                notes.reading()));
    }

    private List<RecordedLap> laps(long start, Streams streams, List<Pause> pauses) {
        List<StatedLap> ordered = laps.stream()
                .sorted(Comparator.comparingLong(StatedLap::startMillis))
                .toList();
        List<RecordedLap> recorded = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            StatedLap lap = ordered.get(i);
            int from = (int) Math.clamp(lap.startMillis() - start, 0, FURTHEST_MILLIS);
            int until = i + 1 < ordered.size()
                    ? (int) Math.clamp(ordered.get(i + 1).startMillis() - start, from, FURTHEST_MILLIS)
                    : Math.max(from, streams.millis(streams.size() - 1) + 1);
            recorded.add(new RecordedLap(from, until, believed(lap, from, until, streams, pauses)));
        }
        return recorded;
    }

    /**
     * What the samples allow: a lap's time between its length without pauses and its length without any silence, its
     * distance near that of the samples. Some devices write the sums of a part, or pauses too.
     */
    private static Totals believed(StatedLap lap, int from, int until, Streams streams, List<Pause> pauses) {
        double silence = 0;
        int first = Streams.MISSING;
        int last = Streams.MISSING;
        for (int i = streams.firstAt(from); i < streams.size() && streams.millis(i) <= until; i++) {
            if (i > 0 && streams.millis(i) - streams.millis(i - 1) > LONGEST_STEP_MILLIS) {
                silence += (streams.millis(i) - streams.millis(i - 1)) / 1000.0;
            }
            int distance = streams.value(Column.DISTANCE_CENTIMETRES, i);
            if (distance != Streams.MISSING) {
                first = first == Streams.MISSING ? distance : first;
                last = distance;
            }
        }
        double length = (until - from) / 1000.0;
        double run = first == Streams.MISSING ? 0 : (last - first) / 100.0;
        OptionalDouble unknown = OptionalDouble.empty();
        boolean timed = lap.seconds().isPresent()
                && lap.seconds().getAsDouble() <= length - Pause.seconds(pauses, from, until) + 5
                && lap.seconds().getAsDouble() >= length - silence - 5;
        boolean measured = lap.metres().isPresent()
                && (first == Streams.MISSING || Math.abs(lap.metres().getAsDouble() - run) <= 20 + 0.02 * run);
        return new Totals(
                measured ? lap.metres() : unknown,
                timed ? lap.seconds() : unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown);
    }

    /** The sums of all laps where each could be believed, else nothing. */
    private static Totals sums(List<RecordedLap> laps) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Totals(
                sum(laps, Totals::distanceMetres),
                sum(laps, Totals::movingSeconds),
                unknown,
                unknown,
                unknown,
                unknown,
                unknown);
    }

    private static OptionalDouble sum(List<RecordedLap> laps, Function<Totals, OptionalDouble> figure) {
        boolean all = !laps.isEmpty()
                && laps.stream().allMatch(lap -> figure.apply(lap.device()).isPresent());
        return all
                ? OptionalDouble.of(laps.stream()
                        .mapToDouble(lap -> figure.apply(lap.device()).orElse(0))
                        .sum())
                : OptionalDouble.empty();
    }
}
