package run.harrier.load.wellness.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Reason.Code;
import run.harrier.load.wellness.model.Wellness.Illness;
import run.harrier.load.wellness.model.Wellness.Pain;
import run.harrier.load.wellness.model.Wellness.Symptom;

/** D34 beside its sentences, read day by day: nothing else ends a sign, and each thing that it names does. */
class WarningSignsTest {
    private static final Instant SAID = Instant.EPOCH;

    /** What happens to a diary. */
    sealed interface Event {
        /** @param daysAgo the morning that is entered, or changed */
        record Entered(int daysAgo, Wellness morning) implements Event {}

        record TakenBack(int daysAgo) implements Event {}

        record Word(boolean byCoach) implements Event {}

        record DaysPass(int days) implements Event {}
    }

    @Property
    void a_sign_stands_until_what_D34_names_and_no_longer(@ForAll("lives") List<Event> life, @ForAll boolean coached) {
        var diary = new Diary(new TreeMap<>(), new ArrayList<>());
        var today = Entries.FIRST;
        var stood = false;
        for (var event : life) {
            switch (event) {
                case Event.DaysPass(int days) -> today = today.plusDays(days);
                case Event.Entered(int daysAgo, var morning) -> diary.change(today.minusDays(daysAgo), morning);
                case Event.TakenBack(int daysAgo) -> diary.change(today.minusDays(daysAgo), null);
                case Event.Word(boolean byCoach) -> {
                    var signs = Readiness.mayBeClosed(today, diary.whole());
                    assertThat(signs)
                            .isEqualTo(
                                    EnumSet.complementOf(EnumSet.of(Sign.HEART_OR_BREATH)).stream()
                                                    .anyMatch(diary.signs(today)::contains)
                                            ? Set.of()
                                            : diary.others(today));
                    if (coached || !byCoach) {
                        for (var sign : signs) {
                            diary.say(sign, byCoach, coached, today);
                        }
                    }
                }
            }
            var standing = diary.standing(today, true);
            var stands = !standing.isEmpty();
            if (event instanceof Event.DaysPass) {
                // the plans hear of no silent day: on none does a sign come or go
                assertThat(stands).isEqualTo(stood);
            }
            stood = stands;
            var readiness = Readiness.of(today, diary.whole());
            assertThat(readiness.warns()).isEqualTo(stands);
            standing.remove(Sign.HEART_OR_BREATH);
            standing.values().removeAll(List.of(today));
            assertThat(readiness.reasons().stream()
                            .filter(reason -> reason.code() == Code.WARNING_STANDS)
                            .map(Reason::signOn))
                    .containsExactlyInAnyOrderElementsOf(standing.values());
        }
    }

    enum Sign {
        HEART_OR_BREATH,
        HEART_RATE,
        ILLNESS,
        PAIN
    }

    /** All mornings and words, and what D34 says of them. */
    record Diary(TreeMap<LocalDate, Wellness> mornings, List<ClosingWord> words) {

        /** A word was said of the signs of a morning as they were. */
        void change(LocalDate day, @Nullable Wellness morning) {
            var before = new Diary(new TreeMap<>(mornings), words);
            if (morning == null) {
                mornings.remove(day);
            } else {
                mornings.put(day, Entries.on(morning, day));
            }
            words.removeIf(
                    word -> word.signOn().equals(day) || !signs(word.signOn()).equals(before.signs(word.signOn())));
        }

        void say(LocalDate sign, boolean byCoach, boolean coached, LocalDate today) {
            var word = whole().word(sign);
            var byAthlete = !byCoach || word.athleteAt() != null;
            var byAnyCoach = byCoach || word.coachAt() != null;
            words.remove(word);
            words.add(new ClosingWord(
                    sign,
                    byAthlete ? SAID : null,
                    byAnyCoach ? SAID : null,
                    byAnyCoach ? "dana" : null,
                    word.closedOn() == null && byAthlete && (byAnyCoach || !coached) ? today : word.closedOn()));
        }

        Mornings whole() {
            return new Mornings(List.copyOf(mornings.values()), LocalDate.MIN, words);
        }

        /** The last mornings of the signs but those of heart or breath, whatever words were said of them. */
        Set<LocalDate> others(LocalDate today) {
            var standing = standing(today, false);
            standing.remove(Sign.HEART_OR_BREATH);
            return Set.copyOf(standing.values());
        }

        /** Each sign that stands, with its last morning. */
        Map<Sign, LocalDate> standing(LocalDate today, boolean withWords) {
            var standing = new EnumMap<Sign, LocalDate>(Sign.class);
            var clear = new EnumMap<Sign, Integer>(Sign.class);
            var day = mornings.isEmpty() ? today : mornings.firstKey();
            for (; !day.isAfter(today); day = day.plusDays(1)) {
                var morning = mornings.get(day);
                if (morning != null && morning.professionalAgreed()) {
                    standing.remove(Sign.HEART_OR_BREATH);
                }
                var signs = signs(day);
                for (var sign : Sign.values()) {
                    if (signs.contains(sign)) {
                        standing.put(sign, day);
                        clear.put(sign, 0);
                    } else if (morning != null && speaksOf(sign, morning)) {
                        if (clear.merge(sign, 1, Integer::sum) >= 2) {
                            standing.remove(sign);
                        }
                    } else {
                        clear.put(sign, 0);
                    }
                }
                for (var word : withWords ? words : List.<ClosingWord>of()) {
                    if (day.equals(word.closedOn())) {
                        standing.entrySet()
                                .removeIf(sign -> sign.getKey() != Sign.HEART_OR_BREATH
                                        && sign.getValue().equals(word.signOn()));
                    }
                }
            }
            return standing;
        }

        private static boolean speaksOf(Sign sign, Wellness morning) {
            return switch (sign) {
                case HEART_OR_BREATH -> false;
                case HEART_RATE ->
                    morning.byAthlete() || morning.restingHeartRateBpm().isPresent();
                case ILLNESS -> morning.byAthlete() || morning.illness().isPresent();
                case PAIN -> morning.byAthlete() || morning.pain().isPresent();
            };
        }

        private Set<Sign> signs(LocalDate day) {
            var signs = EnumSet.noneOf(Sign.class);
            var morning = mornings.get(day);
            if (morning == null) {
                return signs;
            }
            if (!morning.symptomsOrNone().isEmpty() || worst(morning, "chest") > 0) {
                signs.add(Sign.HEART_OR_BREATH);
            }
            if (morning.restingHeartRateBpm().isPresent()
                    && strange(day, morning.restingHeartRateBpm().getAsInt())) {
                signs.add(Sign.HEART_RATE);
            }
            if (morning.illness().equals(Optional.of(Illness.BELOW_NECK))) {
                signs.add(Sign.ILLNESS);
            }
            for (var site : morning.painOrNone().stream().map(Pain::site).collect(toSet())) {
                var week = mornings.subMap(day.minusDays(6), true, day, true).values().stream()
                        .map(earlier -> worst(earlier, site))
                        .filter(level -> level >= 3)
                        .toList();
                var persistent = worst(morning, site) >= 3
                        && week.size() >= 2
                        && week.stream().anyMatch(level -> level >= 5);
                if (worst(morning, site) >= 7 || persistent) {
                    signs.add(Sign.PAIN);
                }
            }
            return signs;
        }

        private static int worst(Wellness morning, String site) {
            return morning.painOrNone().stream()
                    .filter(pain -> pain.site().equals(site))
                    .mapToInt(Pain::level)
                    .max()
                    .orElse(0);
        }

        private boolean strange(LocalDate day, int bpm) {
            var usual = mornings.subMap(day.minusDays(28), day).values().stream()
                    .flatMapToInt(morning -> morning.restingHeartRateBpm().stream())
                    .sorted()
                    .toArray();
            var half = usual.length / 2;
            return bpm > 100
                    || usual.length >= 7 && Math.abs(2 * bpm - usual[half] - usual[(usual.length - 1) / 2]) >= 30;
        }
    }

    /** Some in which much happens, and some in which nearly nothing does but that mornings come, each day or each second one. */
    @Provide
    Arbitrary<List<Event>> lives() {
        return Arbitraries.oneOf(lives(1, 1, 40), lives(1, 40, 60), lives(2, 40, 60));
    }

    /** @param quiet how much rarer a sign, a word, a gap and a change are */
    private static Arbitrary<List<Event>> lives(int daysApart, int quiet, int most) {
        var late = Arbitraries.integers().between(0, 40);
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                8 * quiet,
                                mornings(quiet)
                                        .map(morning ->
                                                List.of(new Event.Entered(0, morning), new Event.DaysPass(daysApart)))),
                        Tuple.of(
                                2,
                                Combinators.combine(late, mornings(1))
                                        .as((ago, morning) -> List.of(new Event.Entered(ago, morning)))),
                        Tuple.of(
                                1,
                                Arbitraries.integers().between(1, 28).map(days -> List.of(new Event.DaysPass(days)))),
                        Tuple.of(1, late.map(ago -> List.of(new Event.TakenBack(ago)))),
                        Tuple.of(2, Arbitraries.of(true, false).map(byCoach -> List.of(new Event.Word(byCoach)))))
                .list()
                .ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(events -> events.stream().<Event>flatMap(List::stream).toList());
    }

    private static Arbitrary<Wellness> mornings(int quiet) {
        var pain = Combinators.combine(
                        Arbitraries.of("knee", "hip"), Arbitraries.integers().between(0, 10))
                .as((site, level) -> List.of(new Pain(site, level)));
        var contents = Arbitraries.frequencyOf(
                Tuple.of(6 * quiet, Arbitraries.integers().between(48, 52).map(WarningSignsTest::beating)),
                Tuple.of(1, Arbitraries.integers().between(60, 110).map(WarningSignsTest::beating)),
                Tuple.of(2, Arbitraries.just(Wellness.nothing(Entries.FIRST))),
                Tuple.of(2, pain.map(hurts -> Entries.withPain(beating(50), hurts))),
                Tuple.of(1, Arbitraries.just(Entries.withPain(beating(50), List.of()))),
                Tuple.of(1, Arbitraries.of(Illness.class).map(illness -> Entries.withIllness(beating(50), illness))));
        var byAny = Combinators.combine(contents, Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)))
                .as(Entries::by);
        var ofHeart = Arbitraries.of(
                Entries.withSymptoms(beating(50), Set.of(Symptom.CHEST_PAIN)),
                Entries.withPain(beating(50), List.of(new Pain("chest", 2))),
                Entries.agreed(beating(50)),
                Entries.agreed(Entries.withSymptoms(beating(50), Set.of(Symptom.FAINTING))));
        return Arbitraries.frequencyOf(Tuple.of(20 * quiet, byAny), Tuple.of(1, ofHeart));
    }

    private static Wellness beating(int bpm) {
        return new Wellness(
                Entries.FIRST,
                OptionalInt.of(bpm),
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
                true);
    }
}
