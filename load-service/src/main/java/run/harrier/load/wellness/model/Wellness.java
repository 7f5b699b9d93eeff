package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an athlete felt in the morning of a day (U22), on the scales of D18: soreness, fatigue and stress 1 to 5, 5 worst;
 * sleep quality, mood and nutrition 1 to 5, 5 best; pain 0 to 10 by site. A value that was not entered is empty; an
 * empty list of pain or symptoms was entered, and means none.
 *
 * @param professionalAgreed the word that a professional has agreed to training: it ends earlier signs of heart or breath
 * @param byAthlete whether the athlete entered any of it, and not only devices
 */
public record Wellness(
        LocalDate on,
        OptionalInt restingHeartRateBpm,
        OptionalDouble hrvMillis,
        OptionalDouble sleepHours,
        OptionalInt sleepQuality,
        OptionalInt soreness,
        OptionalInt fatigue,
        OptionalInt stress,
        OptionalInt mood,
        OptionalInt nutrition,
        Optional<Illness> illness,
        Optional<Set<Symptom>> symptoms,
        Optional<List<Pain>> pain,
        boolean professionalAgreed,
        boolean byAthlete) {
    private static final int ROUGH_QUALITY = 2;
    private static final double ROUGH_HOURS = 6;

    /** By the neck check: a cold is of the head only, anything further down (fever, aching, chest, stomach) is not. */
    public enum Illness {
        NONE,
        COLD,
        BELOW_NECK
    }

    /** What the athlete ticked of heart and breath, in effort or at rest. */
    public enum Symptom {
        CHEST_PAIN("chest pain or pressure"),
        FAINTING("fainting or nearly"),
        RACING_HEART("a racing or stumbling heart"),
        BREATHLESSNESS("unusual breathlessness");

        private final String words;

        Symptom(String words) {
            this.words = words;
        }

        private String words() {
            return words;
        }
    }

    /** @param site as the athlete names it; the same name in any case is the same site */
    public record Pain(String site, int level) {
        /** The site as it is compared. */
        public String place() {
            return site.strip().toLowerCase(Locale.ROOT);
        }
    }

    public Wellness {
        pain = pain.map(List::copyOf);
        symptoms = symptoms.map(Wellness::inOrder);
    }

    private static Set<Symptom> inOrder(Set<Symptom> symptoms) {
        EnumSet<Symptom> ticked = EnumSet.noneOf(Symptom.class);
        ticked.addAll(symptoms);
        return Collections.unmodifiableSet(ticked);
    }

    public List<Pain> painOrNone() {
        return pain.orElse(List.of());
    }

    public Set<Symptom> symptomsOrNone() {
        return symptoms.orElse(Set.of());
    }

    /** Each of heart and breath in words, pain at the chest with them (D18). */
    public List<String> signsOfHeartOrBreath() {
        return Stream.concat(
                        symptomsOrNone().stream().map(Symptom::words),
                        chestPain().map(pain -> "pain of %d of 10: %s".formatted(pain.level(), pain.place())))
                .toList();
    }

    /** Each sign of heart or breath of another entry is in this one too; a pain may have another level. */
    public boolean keepsSignsOf(Wellness other) {
        return symptomsOrNone().containsAll(other.symptomsOrNone())
                && (other.chestPain().findAny().isEmpty()
                        || chestPain().findAny().isPresent());
    }

    private Stream<Pain> chestPain() {
        return painOrNone().stream()
                .filter(pain -> pain.level() > 0 && pain.place().contains("chest"));
    }

    /** Whether it bears on each later day, however late. */
    public boolean ofHeartOrBreath() {
        return professionalAgreed || !signsOfHeartOrBreath().isEmpty();
    }

    /** A day of which nothing was entered. */
    public static Wellness nothing(LocalDate on) {
        return new Wellness(
                on,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    /** D18: quality 2 or less, or under six hours; empty when neither was entered. */
    public Optional<Boolean> roughNight() {
        if (sleepQuality.isEmpty() && sleepHours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sleepQuality.orElse(ROUGH_QUALITY + 1) <= ROUGH_QUALITY
                || sleepHours.orElse(ROUGH_HOURS) < ROUGH_HOURS);
    }
}
