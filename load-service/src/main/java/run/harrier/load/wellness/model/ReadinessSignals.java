package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import run.harrier.load.wellness.model.Reason.Code;
import run.harrier.load.wellness.model.Wellness.Illness;

/**
 * The signals in the entries of a day and of the 28 days before it; each gives a reason or none. Soreness, stress, mood
 * and HRV need two days in a row: one bad day alone is no trend (S99).
 */
final class ReadinessSignals {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final int STRONG_PAIN = 7;
    private static final int WARNING_PAIN = 5;
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
        return entries.containsKey(on) && mornings() >= Baseline.ENTRIES;
    }

    int mornings() {
        return entries.size();
    }

    /** Of the day; those that forbid running (D34) and those of the same kind that do not yet, the gravest kind first. */
    List<Reason> warningSigns() {
        var signs = new ArrayList<Reason>();
        symptoms().ifPresent(signs::add);
        strangeHeartRate().ifPresent(signs::add);
        strongPain().ifPresent(signs::add);
        illness().ifPresent(signs::add);
        signs.addAll(persistentPain());
        return signs;
    }

    Optional<Reason> symptoms() {
        var entry = entries.get(on);
        if (entry == null) {
            return Optional.empty();
        }
        var signs = entry.signsOfHeartOrBreath();
        return signs.isEmpty()
                ? Optional.empty()
                : warning(Code.SYMPTOMS, OptionalDouble.empty(), String.join(", ", signs));
    }

    private Optional<Reason> strangeHeartRate() {
        var bpm = today(entry -> asDouble(entry.restingHeartRateBpm()));
        return bpm.isPresent() && isStrange(bpm.getAsDouble())
                ? Optional.of(ReadinessTexts.reason(Code.STRANGE_HEART_RATE, true, bpm, usualBpm()))
                : Optional.empty();
    }

    private boolean isStrange(double bpm) {
        return bpm > HIGHEST_RESTING_BPM || Math.abs(bpm - usualBpm().orElse(bpm)) >= STRANGE_BPM;
    }

    private OptionalDouble usualBpm() {
        return median(usual(entry -> asDouble(entry.restingHeartRateBpm())));
    }

    private Optional<Reason> strongPain() {
        var entry = entries.get(on);
        return entry == null
                ? Optional.empty()
                : entry.painOrNone().stream()
                        .filter(pain -> pain.level() >= STRONG_PAIN)
                        .max(Comparator.comparingInt(Wellness.Pain::level))
                        .flatMap(pain -> warning(Code.STRONG_PAIN, OptionalDouble.of(pain.level()), pain.place()));
    }

    private Optional<Reason> illness() {
        var entry = entries.get(on);
        return entry == null
                ? Optional.empty()
                : entry.illness()
                        .filter(illness -> illness != Illness.NONE)
                        .map(illness -> ReadinessTexts.reason(
                                Code.ILLNESS,
                                illness == Illness.BELOW_NECK,
                                OptionalDouble.empty(),
                                OptionalDouble.empty()));
    }

    private static Optional<Reason> warning(Code code, OptionalDouble value, Object... details) {
        return Optional.of(ReadinessTexts.reason(code, true, value, OptionalDouble.empty(), details));
    }

    Optional<Reason> restingHeartRate() {
        var bpm = today(entry -> asDouble(entry.restingHeartRateBpm()));
        var usual = usualBpm();
        return bpm.isPresent()
                        && usual.isPresent()
                        && bpm.getAsDouble() - usual.getAsDouble() >= RAISED_BPM
                        && !isStrange(bpm.getAsDouble())
                ? reason(Code.RESTING_HEART_RATE, bpm, usual)
                : Optional.empty();
    }

    Optional<Reason> roughNights() {
        var nights = inARow(entry -> entry.roughNight().orElse(false));
        return nights >= 2 ? reason(Code.ROUGH_NIGHTS, OptionalDouble.of(nights), NONE) : Optional.empty();
    }

    Optional<Reason> exhausted() {
        var fatigue = today(entry -> asDouble(entry.fatigue()));
        return fatigue.orElse(0) >= EXHAUSTED ? reason(Code.EXHAUSTED, fatigue, NONE) : Optional.empty();
    }

    Optional<Reason> hrvLow() {
        var usual = usual(Wellness::hrvMillis);
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        var least = usual.get().median()
                - Math.max(usual.get().spread(), 0.05 * usual.get().median());
        var low = inARow(entry -> entry.hrvMillis().orElse(least) < least) >= 2;
        return low ? reason(Code.HRV_LOW, today(Wellness::hrvMillis), median(usual)) : Optional.empty();
    }

    Optional<Reason> sore() {
        return twice(Code.SORE, Wellness::soreness, 4, 5);
    }

    Optional<Reason> stressed() {
        return twice(Code.STRESSED, Wellness::stress, 4, 5);
    }

    Optional<Reason> lowMood() {
        return twice(Code.LOW_MOOD, Wellness::mood, 1, 2);
    }

    /** A reason for each site; from 5 on a warning sign, on a morning that has it (D34). */
    private List<Reason> persistentPain() {
        var days = new TreeMap<String, Integer>();
        var worst = new HashMap<String, Integer>();
        for (var entry : week().values()) {
            var today = new HashMap<String, Integer>();
            entry.painOrNone().forEach(pain -> today.merge(pain.place(), pain.level(), Math::max));
            today.forEach((site, level) -> {
                if (level >= PERSISTENT_PAIN) {
                    days.merge(site, 1, Integer::sum);
                    worst.merge(site, level, Math::max);
                }
            });
        }
        var reasons = new ArrayList<Reason>();
        days.forEach((site, count) -> {
            int highest = worst.getOrDefault(site, 0);
            if (count >= PERSISTENT_DAYS) {
                reasons.add(ReadinessTexts.reason(
                        Code.PERSISTENT_PAIN,
                        highest >= WARNING_PAIN && hurtsToday(site),
                        OptionalDouble.of(highest),
                        NONE,
                        count,
                        site));
            }
        });
        return reasons;
    }

    private boolean hurtsToday(String site) {
        var entry = entries.get(on);
        return entry != null
                && entry.painOrNone().stream()
                        .anyMatch(pain -> pain.place().equals(site) && pain.level() >= PERSISTENT_PAIN);
    }

    Optional<Reason> lastingFatigue() {
        var days = week().values().stream()
                .filter(entry -> entry.fatigue().orElse(0) >= LASTING_FATIGUE)
                .count();
        return days >= LASTING_DAYS
                ? reason(Code.LASTING_FATIGUE, OptionalDouble.of((double) days), NONE)
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

    private Optional<Reason> twice(Code code, Function<Wellness, OptionalInt> signal, int least, int most) {
        var twice = inARow(entry -> {
                    var value = signal.apply(entry).orElse(0);
                    return value >= least && value <= most;
                })
                >= 2;
        return twice ? reason(code, today(entry -> asDouble(signal.apply(entry))), NONE) : Optional.empty();
    }

    private static Optional<Reason> reason(Code code, OptionalDouble value, OptionalDouble usual) {
        return Optional.of(ReadinessTexts.reason(code, false, value, usual));
    }

    private static OptionalDouble median(Optional<Baseline> usual) {
        return usual.isPresent() ? OptionalDouble.of(usual.get().median()) : NONE;
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }
}
