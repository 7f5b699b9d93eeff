package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import run.harrier.load.wellness.model.Reason.Code;

/**
 * The signals in the entries of a day and of the 28 days before it; each gives a reason or none. Soreness, stress, mood
 * and HRV need two days in a row: one bad day alone is no trend (S99).
 */
final class ReadinessSignals {
    static final int STRONG_PAIN = 7;

    private static final double RAISED_BPM = 5;
    private static final double STRANGE_BPM = 15;
    private static final int HIGHEST_RESTING_BPM = 100;
    private static final int EXHAUSTED = 5;
    private static final int WEEK = 7;
    private static final int PERSISTENT_PAIN = 3;
    private static final int PERSISTENT_DAYS = 2;
    private static final int LASTING_FATIGUE = 4;
    private static final int LASTING_DAYS = 5;

    private final LocalDate on;
    private final NavigableMap<LocalDate, Wellness> entries = new TreeMap<>();

    ReadinessSignals(LocalDate on, Collection<Wellness> all) {
        this.on = on;
        for (var entry : all) {
            if (!entry.on().isAfter(on) && !entry.on().isBefore(on.minusDays(Baseline.DAYS))) {
                entries.put(entry.on(), entry);
            }
        }
    }

    /** D18: an entry today, and seven in all. */
    boolean known() {
        return entries.containsKey(on) && entries.size() >= Baseline.ENTRIES;
    }

    Optional<Reason> restingHeartRate() {
        var bpm = today(entry -> asDouble(entry.restingHeartRateBpm()));
        if (bpm.isEmpty()) {
            return Optional.empty();
        }
        var usual = usual(entry -> asDouble(entry.restingHeartRateBpm()));
        var above = bpm.getAsDouble() - usual.map(Baseline::median).orElse(bpm.getAsDouble());
        if (Math.abs(above) >= STRANGE_BPM || bpm.getAsDouble() > HIGHEST_RESTING_BPM) {
            var text = "Resting heart rate %.0f is strange" + (usual.isPresent() ? ": usually it is %.0f." : ".");
            return reason(Code.STRANGE_HEART_RATE, text, bpm, usual);
        }
        return above >= RAISED_BPM
                ? reason(Code.RESTING_HEART_RATE, "Resting heart rate %.0f, usually %.0f.", bpm, usual)
                : Optional.empty();
    }

    Optional<Reason> roughNights() {
        var nights = inARow(entry -> entry.roughNight().orElse(false));
        return nights >= 2
                ? reason(Code.ROUGH_NIGHTS, "%.0f rough nights in a row.", OptionalDouble.of(nights), Optional.empty())
                : Optional.empty();
    }

    Optional<Reason> exhausted() {
        var fatigue = today(entry -> asDouble(entry.fatigue()));
        return fatigue.orElse(0) >= EXHAUSTED
                ? reason(Code.EXHAUSTED, "Exhausted on waking: fatigue %.0f of 5.", fatigue, Optional.empty())
                : Optional.empty();
    }

    Optional<Reason> hrvLow() {
        var usual = usual(Wellness::hrvMillis);
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        var least = usual.get().median()
                - Math.max(usual.get().spread(), 0.05 * usual.get().median());
        var low = inARow(entry -> entry.hrvMillis().orElse(least) < least) >= 2;
        return low
                ? reason(
                        Code.HRV_LOW,
                        "HRV %.0f ms, below its usual range around %.0f ms.",
                        today(Wellness::hrvMillis),
                        usual)
                : Optional.empty();
    }

    Optional<Reason> sore() {
        return twice(Code.SORE, "Sore two days in a row: %.0f of 5.", Wellness::soreness, 4, 5);
    }

    Optional<Reason> stressed() {
        return twice(Code.STRESSED, "Stressed two days in a row: %.0f of 5.", Wellness::stress, 4, 5);
    }

    Optional<Reason> lowMood() {
        return twice(Code.LOW_MOOD, "Low mood two days in a row: %.0f of 5.", Wellness::mood, 1, 2);
    }

    /** A reason for each site. */
    List<Reason> persistentPain() {
        var days = new HashMap<String, Integer>();
        var worst = new HashMap<String, Integer>();
        for (var entry : week().values()) {
            var today = new HashMap<String, Integer>();
            entry.pain().forEach(pain -> today.merge(pain.place(), pain.level(), Math::max));
            today.forEach((site, level) -> {
                if (level >= PERSISTENT_PAIN) {
                    days.merge(site, 1, Integer::sum);
                    worst.merge(site, level, Math::max);
                }
            });
        }
        var reasons = new ArrayList<Reason>();
        days.keySet().stream()
                .sorted()
                .filter(site -> days.getOrDefault(site, 0) >= PERSISTENT_DAYS)
                .forEach(site -> reasons.add(new Reason(
                        Code.PERSISTENT_PAIN,
                        "Pain in the same place on %d of 7 days: %s, up to %d of 10."
                                .formatted(days.get(site), site, worst.get(site)),
                        OptionalDouble.of(worst.getOrDefault(site, 0)),
                        OptionalDouble.empty())));
        return reasons;
    }

    Optional<Reason> lastingFatigue() {
        var days = week().values().stream()
                .filter(entry -> entry.fatigue().orElse(0) >= LASTING_FATIGUE)
                .count();
        return days >= LASTING_DAYS
                ? reason(
                        Code.LASTING_FATIGUE,
                        "Fatigue that does not lift: %.0f of 7 days.",
                        OptionalDouble.of((double) days),
                        Optional.empty())
                : Optional.empty();
    }

    private NavigableMap<LocalDate, Wellness> week() {
        return entries.tailMap(on.minusDays(WEEK - 1L), true);
    }

    private OptionalDouble today(Function<Wellness, OptionalDouble> signal) {
        var entry = entries.get(on);
        return entry == null ? OptionalDouble.empty() : signal.apply(entry);
    }

    /** The baseline of the days before today. */
    private Optional<Baseline> usual(Function<Wellness, OptionalDouble> signal) {
        return Baseline.of(entries.headMap(on).values().stream()
                .map(signal)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble));
    }

    /** How many days in a row up to today. */
    private int inARow(Predicate<Wellness> bad) {
        int days = 0;
        for (LocalDate day = on; ; day = day.minusDays(1)) {
            var entry = entries.get(day);
            if (entry == null || !bad.test(entry)) {
                return days;
            }
            days++;
        }
    }

    private Optional<Reason> twice(
            Code code, String text, Function<Wellness, OptionalInt> signal, int least, int most) {
        var twice = inARow(entry -> {
                    var said = signal.apply(entry).orElse(0);
                    return said >= least && said <= most;
                })
                >= 2;
        return twice
                ? reason(code, text, today(entry -> asDouble(signal.apply(entry))), Optional.empty())
                : Optional.empty();
    }

    private static Optional<Reason> reason(Code code, String text, OptionalDouble value, Optional<Baseline> usual) {
        double median = usual.map(Baseline::median).orElse(0.0);
        return Optional.of(new Reason(
                code,
                String.format(Locale.ROOT, text, value.orElse(0), median),
                value,
                usual.isPresent() ? OptionalDouble.of(median) : OptionalDouble.empty()));
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }
}
