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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Cadence;
import run.harrier.load.recording.model.LocalOffset;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.PauseDetection;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Samples;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;
import run.harrier.load.recording.model.TrackDistance;

/**
 * An activity of an XML file while it is being read: points in segments, perhaps laps. What cannot be is left out and
 * noted, a point or one value of it.
 *
 * <p>A time with an offset other than zero is the zone; {@code Z} and {@code +00:00} are how a file that knows no
 * zone writes every time; a time without any is the athlete's local time.
 */
final class XmlTrack {
    /** Devices that save space write a point at least this often while the timer runs. */
    static final int LONGEST_STEP_MILLIS = 10_000;

    private static final double FURTHEST_METRES = 20_000_000;
    private static final double HIGHEST_METRES = 100_000;
    private static final double FASTEST_BEAT = 500;
    private static final int LONGEST_NUMBER = 40;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private final ZoneId athleteZone;
    private final FileCounts counts;
    private final Samples samples = new Samples();
    private final ReadingNotes notes = new ReadingNotes();
    private final Set<Long> segmentStarts = new HashSet<>();
    private final Set<Long> lapStarts = new HashSet<>();
    private final List<StatedLaps.Lap> laps = new ArrayList<>();
    private Optional<ZoneOffset> offset = Optional.empty();
    private OpenLap lap = new OpenLap();
    private boolean segmentBegins;
    private boolean lapBegins;
    private boolean timed;

    /** A lap as it is read; what the file does not say stays empty. */
    private static final class OpenLap {
        private Optional<Instant> start = Optional.empty();
        private OptionalDouble seconds = OptionalDouble.empty();
        private OptionalDouble metres = OptionalDouble.empty();
    }

    /** A point as it is read, in the words of the file; what it does not say is null. */
    static final class Point {
        @Nullable
        String time;

        @Nullable
        String latitude;

        @Nullable
        String longitude;

        @Nullable
        String altitude;

        @Nullable
        String distance;

        @Nullable
        String heartRate;

        @Nullable
        String cadence;
    }

    XmlTrack(ZoneId athleteZone, FileCounts counts) {
        this.athleteZone = athleteZone;
        this.counts = counts;
    }

    void beginSegment() {
        samples.beginPart();
        segmentBegins = true;
    }

    void beginLap(@Nullable String start) {
        counts.lap();
        samples.beginPart();
        lapBegins = true;
        lap = new OpenLap();
        lap.start = start == null ? Optional.empty() : instant(start);
    }

    void lapSeconds(String word) {
        lap.seconds = total(word);
    }

    void lapMetres(String word) {
        lap.metres = total(word);
    }

    private OptionalDouble total(String word) {
        OptionalDouble total = number(word, 0, FURTHEST_METRES);
        if (total.isEmpty() && !word.isEmpty()) {
            notes.skip(Cause.TOTAL);
        }
        return total;
    }

    /** A lap without a start cannot be placed; its points can. */
    void endLap() {
        if (lap.start.isPresent()) {
            laps.add(new StatedLaps.Lap(lap.start.get().toEpochMilli(), lap.seconds, lap.metres));
        } else {
            notes.skip(Cause.LAP);
        }
    }

    /** Begins a point, for the caller to fill. */
    Point beginPoint() {
        counts.point();
        notes.beginPoint();
        return new Point();
    }

    /** @param placed whether the point is nothing without its place */
    void endPoint(Point point, boolean placed) {
        timed |= point.time != null;
        Optional<Instant> time = point.time == null ? Optional.empty() : instant(point.time);
        OptionalDouble latitude = number(point.latitude, -90, 90);
        OptionalDouble longitude = number(point.longitude, -180, 180);
        if (time.isEmpty()) {
            notes.skipOfPoint(Cause.TIME);
            return;
        }
        if (misplaced(point.latitude, latitude, placed) || misplaced(point.longitude, longitude, placed)) {
            notes.skipOfPoint(Cause.POSITION);
            return;
        }
        long at = time.get().toEpochMilli();
        samples.at(at);
        if (segmentBegins) {
            segmentStarts.add(at);
            segmentBegins = false;
        }
        if (lapBegins) {
            lapStarts.add(at);
            lapBegins = false;
        }
        value(point.distance, 0, FURTHEST_METRES).ifPresent(samples::distanceMetres);
        value(point.altitude, -HIGHEST_METRES, HIGHEST_METRES).ifPresent(samples::altitudeMetres);
        value(point.heartRate, 0, FASTEST_BEAT).ifPresent(samples::heartRateBpm);
        if (latitude.isPresent() && longitude.isPresent()) {
            samples.position(latitude.getAsDouble(), longitude.getAsDouble());
        }
        value(point.cadence, 0, FASTEST_BEAT).ifPresent(samples::cadence);
    }

    private static boolean misplaced(@Nullable String word, OptionalDouble degrees, boolean placed) {
        return degrees.isEmpty() && (placed || (word != null && !word.isEmpty()));
    }

    private OptionalDouble value(@Nullable String word, double least, double most) {
        OptionalDouble value = number(word, least, most);
        if (value.isEmpty() && word != null) {
            notes.skipOfPoint(word.isEmpty() ? Cause.EMPTY : Cause.VALUE);
        }
        return value;
    }

    /** The number that the word says, if it lies within the bounds; else empty, as for NaN. */
    private static OptionalDouble number(@Nullable String word, double least, double most) {
        if (word == null || word.isEmpty() || word.length() > LONGEST_NUMBER) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(word);
            return number >= least && number <= most ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A time, whose offset is kept as the zone; empty where the word is none that a watch can show. */
    private Optional<Instant> instant(String word) {
        if (word.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            var parsed = TIME.parseBest(word.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            Instant instant;
            if (parsed instanceof OffsetDateTime zoned) {
                instant = zoned.toInstant();
                if (offset.isEmpty() && zoned.getOffset().getTotalSeconds() != 0) {
                    offset = Optional.of(zoned.getOffset());
                }
            } else {
                instant = LocalDateTime.from(parsed).atZone(athleteZone).toInstant();
            }
            return instant.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The whole of it; empty when it holds neither two points with a time nor a lap with its time. */
    Optional<Recording> recording(Sport sport) {
        samples.dropStrays(notes);
        samples.dropOverlaps(notes);
        List<StatedLaps.Lap> apart = StatedLaps.apart(laps, notes);
        if (samples.size() >= 2) {
            return Optional.of(ofPoints(sport, apart));
        }
        if (timed && notes.reading().spoilt()) {
            throw RefusedException.spoilt(notes.reading());
        }
        List<StatedLaps.Lap> lasting =
                apart.stream().filter(each -> each.seconds().isPresent()).toList();
        return lasting.isEmpty() ? Optional.empty() : Optional.of(ofLaps(sport, lasting));
    }

    private Recording ofPoints(Sport sport, List<StatedLaps.Lap> stated) {
        long start = samples.first().orElseThrow();
        requireWithin(samples.last().orElseThrow() - start);
        Streams streams = TrackDistance.withoutDeadSensor(samples.streams(start, Long.MIN_VALUE, Long.MAX_VALUE));
        BitSet breaks = new BitSet();
        for (int i = 1; i < streams.size(); i++) {
            boolean gap = streams.millis(i) - streams.millis(i - 1) > LONGEST_STEP_MILLIS;
            long at = start + streams.millis(i);
            breaks.set(i, segmentStarts.contains(at) || (gap && lapStarts.contains(at)));
        }
        List<Pause> pauses = PauseDetection.pauses(sport, streams, breaks, notes);
        Streams measured = Cadence.ofBothFeet(sport, TrackDistance.measured(streams, pauses), pauses, notes);
        List<RecordedLap> recorded = StatedLaps.recorded(start, stated, measured, pauses);
        int end = streams.millis(streams.size() - 1) + 1;
        int lapsEnd = recorded.isEmpty() ? 0 : recorded.getLast().untilMillis();
        OptionalDouble elapsed = lapsEnd > end ? OptionalDouble.of(lapsEnd / 1000.0) : OptionalDouble.empty();
        return recording(sport, start, StatedLaps.sums(recorded, elapsed), pauses, recorded, measured);
    }

    /** One that was entered by hand, or whose points were lost. */
    private Recording ofLaps(Sport sport, List<StatedLaps.Lap> stated) {
        long start = stated.getFirst().startMillis();
        requireWithin(stated.getLast().startMillis() - start);
        List<RecordedLap> recorded = StatedLaps.withoutPoints(start, stated);
        OptionalDouble elapsed = OptionalDouble.of(recorded.getLast().untilMillis() / 1000.0);
        return recording(sport, start, StatedLaps.sums(recorded, elapsed), List.of(), recorded, Streams.empty());
    }

    private Recording recording(
            Sport sport, long start, Totals sums, List<Pause> pauses, List<RecordedLap> recorded, Streams streams) {
        Instant startedAt = Instant.ofEpochMilli(start);
        return new Recording(
                sport,
                startedAt,
                offset.map(zone -> LocalOffset.of(startedAt, zone, startedAt, athleteZone))
                        .orElseGet(() -> LocalOffset.of(startedAt, athleteZone)),
                sums,
                pauses,
                recorded,
                streams,
                notes.reading());
    }

    private static void requireWithin(long millis) {
        if (millis > Recording.LONGEST_MILLIS) {
            throw RefusedException.implausible("The times in the file are more than a week apart.");
        }
    }
}
