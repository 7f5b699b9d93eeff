package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Wellness entries in words, {@code new Entries().usual(10).fatigue(4)}: each word is the entry of the next day. */
public final class Entries {
    public static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final List<Wellness> all = new ArrayList<>();
    private int missing;

    public LocalDate today() {
        return all.getLast().on();
    }

    public List<Wellness> all() {
        return all;
    }

    public Readiness readiness() {
        return Readiness.of(today(), mornings(all));
    }

    /** As all that is known. */
    static Mornings mornings(List<Wellness> entries, ClosingWord... words) {
        return new Mornings(entries, FIRST, List.of(words));
    }

    public Entries usual(int days) {
        for (int i = 0; i < days; i++) {
            morning(50 + i % 3 - 1, 8, 4, 2);
        }
        return this;
    }

    public Entries restingHeartRate(int bpm) {
        return morning(bpm, 8, 4, 2);
    }

    public Entries slept(double hours, int quality) {
        return morning(50, hours, quality, 2);
    }

    public Entries fatigue(int fatigue) {
        return morning(50, 8, 4, fatigue);
    }

    public Entries hrv(double millis) {
        var last = morning(50, 8, 4, 2).all.removeLast();
        all.add(with(last, last.on(), OptionalDouble.of(millis), last.illness(), last.symptoms(), last.pain()));
        return this;
    }

    public Entries pain(String site, int level) {
        var last = morning(50, 8, 4, 2).all.removeLast();
        all.add(withPain(last, List.of(new Wellness.Pain(site, level))));
        return this;
    }

    public Entries ill(Wellness.Illness illness) {
        var last = morning(50, 8, 4, 2).all.removeLast();
        all.add(with(last, last.on(), last.hrvMillis(), Optional.of(illness), last.symptoms(), last.pain()));
        return this;
    }

    public Entries ticked(Wellness.Symptom symptom, String site, int level) {
        var last = morning(50, 8, 4, 2).all.removeLast();
        all.add(with(
                last,
                last.on(),
                last.hrvMillis(),
                last.illness(),
                Optional.of(Set.of(symptom)),
                Optional.of(List.of(new Wellness.Pain(site, level)))));
        return this;
    }

    /** The last morning, with the word that a professional has agreed. */
    public Entries agreed() {
        all.add(agreed(all.removeLast()));
        return this;
    }

    /** The last mornings, entered by the athlete or by a device alone. */
    public Entries lastBy(int mornings, boolean athlete) {
        for (int i = all.size() - mornings; i < all.size(); i++) {
            all.set(i, by(all.get(i), athlete));
        }
        return this;
    }

    /** Mornings without an entry. */
    public Entries skipped(int days) {
        missing += days;
        return this;
    }

    public Entries strained(int soreness, int stress, int mood) {
        all.add(new Wellness(
                FIRST.plusDays(all.size() + missing),
                OptionalInt.of(50),
                OptionalDouble.of(70),
                OptionalDouble.of(8),
                OptionalInt.of(4),
                OptionalInt.of(soreness),
                OptionalInt.of(2),
                OptionalInt.of(stress),
                OptionalInt.of(mood),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true));
        return this;
    }

    private Entries morning(int bpm, double hours, int quality, int fatigue) {
        all.add(new Wellness(
                FIRST.plusDays(all.size() + missing),
                OptionalInt.of(bpm),
                OptionalDouble.of(70 + all.size() % 5 - 2),
                OptionalDouble.of(hours),
                OptionalInt.of(quality),
                OptionalInt.of(2),
                OptionalInt.of(fatigue),
                OptionalInt.of(2),
                OptionalInt.of(4),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true));
        return this;
    }

    /** The first on {@link #FIRST}, each other on the day after. */
    static List<Wellness> inARow(List<Wellness> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(day -> on(entries.get(day), FIRST.plusDays(day)))
                .toList();
    }

    static Wellness on(Wellness entry, LocalDate day) {
        return with(entry, day, entry.hrvMillis(), entry.illness(), entry.symptoms(), entry.pain());
    }

    static Wellness agreed(Wellness entry) {
        return saidBy(entry, true, true);
    }

    static Wellness by(Wellness entry, boolean athlete) {
        return saidBy(entry, entry.professionalAgreed(), athlete);
    }

    private static Wellness saidBy(Wellness entry, boolean professionalAgreed, boolean byAthlete) {
        return new Wellness(
                entry.on(),
                entry.restingHeartRateBpm(),
                entry.hrvMillis(),
                entry.sleepHours(),
                entry.sleepQuality(),
                entry.soreness(),
                entry.fatigue(),
                entry.stress(),
                entry.mood(),
                entry.nutrition(),
                entry.illness(),
                entry.symptoms(),
                entry.pain(),
                professionalAgreed,
                byAthlete);
    }

    static Wellness withSymptoms(Wellness entry, Set<Wellness.Symptom> symptoms) {
        return with(entry, entry.on(), entry.hrvMillis(), entry.illness(), Optional.of(symptoms), entry.pain());
    }

    static Wellness withIllness(Wellness entry, Wellness.Illness illness) {
        return with(entry, entry.on(), entry.hrvMillis(), Optional.of(illness), entry.symptoms(), entry.pain());
    }

    static Wellness withPain(Wellness entry, List<Wellness.Pain> pain) {
        return with(entry, entry.on(), entry.hrvMillis(), entry.illness(), entry.symptoms(), Optional.of(pain));
    }

    private static Wellness with(
            Wellness entry,
            LocalDate on,
            OptionalDouble hrvMillis,
            Optional<Wellness.Illness> illness,
            Optional<Set<Wellness.Symptom>> symptoms,
            Optional<List<Wellness.Pain>> pain) {
        return new Wellness(
                on,
                entry.restingHeartRateBpm(),
                hrvMillis,
                entry.sleepHours(),
                entry.sleepQuality(),
                entry.soreness(),
                entry.fatigue(),
                entry.stress(),
                entry.mood(),
                entry.nutrition(),
                illness,
                symptoms,
                pain,
                entry.professionalAgreed(),
                entry.byAthlete());
    }
}
