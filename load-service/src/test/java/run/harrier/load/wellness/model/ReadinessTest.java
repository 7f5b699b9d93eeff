package run.harrier.load.wellness.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import run.harrier.load.wellness.model.Readiness.Verdict;
import run.harrier.load.wellness.model.Reason.Code;
import run.harrier.load.wellness.model.Wellness.Illness;
import run.harrier.load.wellness.model.Wellness.Symptom;

/** S95 to S99 with D18, D19 and D34. */
class ReadinessTest {

    /** S97. */
    @Test
    void steady_mornings_are_ready() {
        var readiness = new Entries().usual(20).readiness();
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.reasons()).isEmpty();
        assertThat(readiness.notice()).isEmpty();
    }

    @Test
    void fewer_than_seven_entries_are_unknown() {
        assertThat(new Entries().usual(6).readiness().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Entries().usual(7).readiness().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_day_without_an_entry_is_unknown() {
        var entries = new Entries().usual(20);
        assertThat(Readiness.of(entries.today().plusDays(1), Entries.mornings(entries.all()))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    /** S95. */
    @Test
    void five_beats_above_the_baseline_ease_off() {
        var readiness = new Entries().usual(20).restingHeartRate(55).readiness();
        assertThat(readiness.verdict()).isEqualTo(Verdict.EASE_OFF);
        assertThat(readiness.softens()).isTrue();
        assertThat(readiness.reasons())
                .containsExactly(new Reason(
                        Code.RESTING_HEART_RATE,
                        "Your resting heart rate is 55, usually about 50. Take it easy, and measure again tomorrow.",
                        "Resting heart rate 55, usually 50.",
                        OptionalDouble.of(55),
                        OptionalDouble.of(50),
                        false,
                        null));
        assertThat(new Entries().usual(20).restingHeartRate(54).readiness().verdict())
                .isEqualTo(Verdict.READY);
    }

    /** S96, D19: one rough night alone changes nothing. */
    @Test
    void two_rough_nights_in_a_row_ease_off_and_one_does_not() {
        assertThat(new Entries().usual(20).slept(5.5, 4).readiness().verdict()).isEqualTo(Verdict.READY);
        var two = new Entries().usual(20).slept(5.5, 4).slept(8, 2).readiness();
        assertThat(two.verdict()).isEqualTo(Verdict.EASE_OFF);
        assertThat(two.softens()).isTrue();
        assertThat(two.reasons()).extracting(Reason::coachText).containsExactly("2 rough nights in a row.");
        assertThat(new Entries()
                        .usual(20)
                        .slept(5, 2)
                        .usual(1)
                        .slept(5, 2)
                        .readiness()
                        .verdict())
                .isEqualTo(Verdict.READY);
    }

    /** S108. */
    @Test
    void exhaustion_on_waking_softens_by_itself() {
        var readiness = new Entries().usual(20).fatigue(5).readiness();
        assertThat(readiness.reasons()).extracting(Reason::code).containsExactly(Code.EXHAUSTED);
        assertThat(readiness.softens()).isTrue();
        assertThat(new Entries().usual(20).fatigue(4).readiness().softens()).isFalse();
    }

    /** S99: one bad day alone changes no trend. */
    @Test
    void what_is_a_trend_must_speak_twice() {
        assertThat(new Entries().usual(20).hrv(40).readiness().verdict()).isEqualTo(Verdict.READY);
        assertThat(new Entries().usual(20).hrv(40).hrv(41).readiness().reasons())
                .extracting(Reason::code)
                .containsExactly(Code.HRV_LOW);
        assertThat(new Entries().usual(20).strained(5, 5, 1).readiness().verdict())
                .isEqualTo(Verdict.READY);
        var twice = new Entries().usual(20).strained(5, 5, 1).strained(4, 4, 2).readiness();
        assertThat(twice.reasons()).extracting(Reason::code).containsExactly(Code.SORE, Code.STRESSED, Code.LOW_MOOD);
        assertThat(twice.verdict()).isEqualTo(Verdict.REST);
        assertThat(twice.softens()).isTrue();
        assertThat(twice.warns()).isFalse();
        assertThat(twice.reasons())
                .extracting(Reason::coachText)
                .containsExactly("Sore two days in a row: 4 of 5.", Reason.PRIVATE, Reason.PRIVATE);
    }

    /** D18, S115, S116. */
    @Test
    void pain_in_the_same_place_shows_the_notice() {
        var readiness = new Entries()
                .usual(20)
                .pain("Left knee", 3)
                .usual(2)
                .pain("left knee ", 4)
                .readiness();
        assertThat(readiness.verdict()).isEqualTo(Verdict.EASE_OFF);
        assertThat(readiness.notice())
                .hasValueSatisfying(text -> assertThat(text).contains("Ease off"));
        assertThat(readiness.warns()).isFalse();
        assertThat(readiness.reasons())
                .extracting(Reason::coachText)
                .containsExactly("Pain in the same place on 2 of 7 days: left knee, up to 4 of 10.");
        assertThat(new Entries()
                        .usual(20)
                        .pain("knee", 3)
                        .pain("hip", 3)
                        .readiness()
                        .notice())
                .isEmpty();
        assertThat(new Entries()
                        .usual(20)
                        .pain("knee", 2)
                        .pain("knee", 2)
                        .readiness()
                        .notice())
                .isEmpty();
        assertThat(new Entries()
                        .usual(20)
                        .pain("knee", 3)
                        .usual(6)
                        .pain("knee", 3)
                        .readiness()
                        .notice())
                .isEmpty();
        assertThat(new Entries()
                        .usual(20)
                        .pain("knee", 7)
                        .pain("knee", 7)
                        .readiness()
                        .verdict())
                .isEqualTo(Verdict.REST);
    }

    /** D34: a sign needs no baseline and no second day. */
    @Test
    void a_warning_sign_is_rest_at_once_and_never_unknown() {
        var pain = new Entries().pain("knee", 8).readiness();
        assertThat(pain.verdict()).isEqualTo(Verdict.REST);
        assertThat(pain.warns()).isTrue();
        assertThat(pain.reasons()).extracting(Reason::code).containsExactly(Code.STRONG_PAIN);
        assertThat(pain.notice()).hasValueSatisfying(text -> assertThat(text).contains("No running today"));
        assertThat(new Entries().pain("knee", 6).readiness().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Entries().pain("knee", 3).pain("knee", 5).readiness().warns())
                .isTrue();
        assertThat(new Entries().usual(20).ill(Illness.BELOW_NECK).readiness().verdict())
                .isEqualTo(Verdict.REST);
        var cold = new Entries().usual(20).ill(Illness.COLD).readiness();
        assertThat(cold.verdict()).isEqualTo(Verdict.EASE_OFF);
        assertThat(cold.softens()).isTrue();
        assertThat(cold.warns()).isFalse();
        assertThat(new Entries().usual(20).ill(Illness.NONE).readiness().verdict())
                .isEqualTo(Verdict.READY);
    }

    /** S115: signs of heart and breath come first, and the emergency line is of them alone. */
    @Test
    void signs_of_heart_and_breath_are_said_first_and_by_themselves() {
        var chest = new Entries().usual(20).pain("Chest, left", 1).readiness();
        assertThat(chest.reasons().getFirst().code()).isEqualTo(Code.SYMPTOMS);
        assertThat(chest.notice()).hasValueSatisfying(text -> assertThat(text).contains("112"));
        var both = new Entries().usual(20).ticked(Symptom.FAINTING, "knee", 8).readiness();
        assertThat(both.reasons()).extracting(Reason::code).containsExactly(Code.SYMPTOMS, Code.STRONG_PAIN);
        assertThat(both.notice()).hasValueSatisfying(text -> assertThat(text).contains("112"));
        assertThat(new Entries().usual(20).pain("knee", 8).readiness().notice())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("112"));
    }

    /** D34. */
    @Test
    void a_warning_sign_stands_until_two_mornings_in_a_row_without_it() {
        var entries = new Entries().usual(20).pain("knee", 8);
        assertThat(entries.usual(1).readiness().reasons())
                .extracting(Reason::code)
                .containsExactly(Code.WARNING_STANDS);
        assertThat(entries.readiness().verdict()).isEqualTo(Verdict.REST);
        assertThat(entries.usual(1).readiness().verdict()).isEqualTo(Verdict.READY);
        var gap = new Entries().usual(20).pain("knee", 8).usual(1).skipped(1).usual(1);
        assertThat(gap.readiness().warns()).isTrue();
        assertThat(gap.usual(1).readiness().warns()).isFalse();
        var silent = new Entries().usual(20).pain("knee", 8);
        assertThat(Readiness.of(silent.today().plusDays(5), Entries.mornings(silent.all()))
                        .warns())
                .isTrue();
    }

    /** D34: it stands however long nothing is entered, and asks from the fourteenth day on. */
    @Property(tries = 200)
    void silence_ends_no_warning_sign(
            @ForAll("entries") List<Wellness> entries, @ForAll @IntRange(min = 1, max = 400) int days) {
        var last = entries.getLast().on();
        if (Readiness.of(last, Entries.mornings(entries)).warns()) {
            var later = Readiness.of(last.plusDays(days), Entries.mornings(entries));

            assertThat(later.warns()).isTrue();
            assertThat(later.verdict()).isEqualTo(Verdict.REST);
            assertThat(later.reasons())
                    .filteredOn(Reason::warning)
                    .allSatisfy(reason -> assertThat(reason.text().contains("You have entered nothing for"))
                            .isEqualTo(days >= 14));
        }
    }

    @Test
    void one_good_morning_after_a_long_silence_is_not_two() {
        var silent = new Entries().usual(20).pain("knee", 8).skipped(60).usual(1);
        assertThat(silent.readiness().warns()).isTrue();
        assertThat(silent.usual(1).readiness().warns()).isFalse();
    }

    /** D34: a watch that syncs every night is no word of the athlete. */
    @Property(tries = 50)
    void nights_of_a_device_alone_end_no_warning_sign_and_it_asks(@ForAll @IntRange(min = 14, max = 120) int nights) {
        var readiness = new Entries()
                .usual(20)
                .pain("knee", 8)
                .usual(nights)
                .lastBy(nights, false)
                .readiness();

        assertThat(readiness.verdict()).isEqualTo(Verdict.REST);
        assertThat(readiness.reasons())
                .filteredOn(Reason::warning)
                .allSatisfy(reason -> assertThat(reason.text()).contains("You have entered nothing for"));
    }

    /** D34: athlete and coach call it over; the word is for that sign and for no later one. */
    @Test
    void words_end_the_sign_they_were_said_of() {
        var entries = new Entries().usual(20).pain("knee", 8).usual(1);
        var signOn = entries.today().minusDays(1);
        var closed = new ClosingWord(signOn, Instant.EPOCH, Instant.EPOCH, "dana", entries.today());

        assertThat(Readiness.mayBeClosed(signOn, Entries.mornings(entries.all())))
                .isEmpty();
        assertThat(Readiness.mayBeClosed(entries.today(), Entries.mornings(entries.all())))
                .contains(signOn);
        assertThat(Readiness.of(entries.today(), Entries.mornings(entries.all(), closed))
                        .warns())
                .isFalse();
        entries.pain("knee", 8).usual(1);
        assertThat(Readiness.of(entries.today(), Entries.mornings(entries.all(), closed))
                        .warns())
                .isTrue();
        var heart =
                new Entries().usual(20).ticked(Symptom.CHEST_PAIN, "knee", 0).usual(1);
        assertThat(Readiness.mayBeClosed(heart.today(), Entries.mornings(heart.all())))
                .isEmpty();
    }

    /** D34: no number of good mornings ends it, nor a word of the same morning or from before. */
    @Test
    void a_sign_of_heart_or_breath_stands_until_the_word_that_a_professional_has_agreed() {
        var ticked = new Entries().usual(6).agreed().ticked(Symptom.CHEST_PAIN, "knee", 0);
        var pain = new Entries().usual(6).agreed().pain("Chest, left", 1);
        for (var heart : List.of(ticked, pain)) {
            assertThat(heart.usual(20).readiness().reasons())
                    .extracting(Reason::code)
                    .containsExactly(Code.SYMPTOMS_STAND);
            assertThat(heart.readiness().notice().orElseThrow()).contains("112", "doctor");
            assertThat(heart.usual(100).readiness().warns()).isTrue();
            assertThat(heart.agreed().readiness().verdict()).isEqualTo(Verdict.READY);
            assertThat(heart.usual(1).readiness().verdict()).isEqualTo(Verdict.READY);
            assertThat(heart.ticked(Symptom.FAINTING, "knee", 0)
                            .agreed()
                            .usual(1)
                            .readiness()
                            .warns())
                    .isTrue();
        }
    }

    /** D34: a watch's good night says nothing of a knee. */
    @Test
    void a_morning_of_a_device_alone_takes_no_sign_away() {
        var entries = new Entries().usual(20).pain("knee", 8).usual(2);
        assertThat(entries.readiness().warns()).isFalse();
        assertThat(entries.lastBy(2, false).readiness().warns()).isTrue();
        assertThat(new Entries()
                        .usual(20)
                        .restingHeartRate(75)
                        .usual(2)
                        .lastBy(2, false)
                        .readiness()
                        .warns())
                .isFalse();
    }

    /** D34: whatever else hurts the day after. */
    @Test
    void a_sign_of_heart_or_breath_stands_beside_a_fresh_one_of_another_kind() {
        var after = new Entries()
                .usual(20)
                .ticked(Symptom.CHEST_PAIN, "knee", 0)
                .pain("knee", 8)
                .readiness();
        assertThat(after.reasons()).extracting(Reason::code).contains(Code.STRONG_PAIN, Code.SYMPTOMS_STAND);
        assertThat(after.notice().orElseThrow()).contains("112", "doctor");
    }

    /** The worst of the texts: not to ease off, where running is off. */
    @Test
    void the_notice_is_that_of_the_warning_sign() {
        var after =
                new Entries().usual(20).pain("knee", 8).pain("knee", 8).usual(1).readiness();
        assertThat(after.reasons()).extracting(Reason::code).contains(Code.PERSISTENT_PAIN, Code.WARNING_STANDS);
        assertThat(after.notice().orElseThrow()).startsWith("No running");
        assertThat(after.reasons().getLast().coachText()).contains("8 of 10: knee");
    }

    @Test
    void a_strange_heart_rate_means_rest_and_fatigue_that_stays_easy_days() {
        var strange = new Entries().usual(20).restingHeartRate(70).readiness();
        assertThat(strange.verdict()).isEqualTo(Verdict.REST);
        assertThat(strange.warns()).isTrue();
        assertThat(new Entries().restingHeartRate(104).readiness().verdict()).isEqualTo(Verdict.REST);
        var tired = new Entries().usual(20);
        for (int i = 0; i < 5; i++) {
            tired.fatigue(4);
        }
        assertThat(tired.readiness().verdict()).isEqualTo(Verdict.EASE_OFF);
        assertThat(tired.readiness().softens()).isTrue();
        assertThat(tired.readiness().notice()).isPresent();
        assertThat(tired.readiness().warns()).isFalse();
    }

    /** D34: three kinds of reason are REST; of fatigue there is one. */
    @Test
    void exhaustion_after_days_of_fatigue_is_one_kind_of_reason() {
        var tired = new Entries().usual(20).fatigue(4).fatigue(4).fatigue(4).fatigue(4);
        var exhausted = tired.fatigue(5).readiness();
        assertThat(exhausted.reasons()).extracting(Reason::code).containsExactly(Code.EXHAUSTED, Code.LASTING_FATIGUE);
        var entry = tired.all().removeLast();
        var sick = Entries.withIllness(entry, Illness.COLD);
        tired.all().add(sick);
        assertThat(tired.readiness().reasons()).hasSize(3);
        assertThat(tired.readiness().verdict()).isEqualTo(Verdict.EASE_OFF);
    }

    /** The order of entries and what lies outside the 28 days never matter; a warning is never READY. */
    @Property
    void readiness_depends_on_the_entries_alone(@ForAll("entries") List<Wellness> entries) {
        var today = entries.getLast().on();
        var readiness = Readiness.of(today, Entries.mornings(entries));
        var recent = entries.reversed().stream()
                .filter(entry -> !entry.on().isBefore(today.minusDays(56)))
                .toList();
        assertThat(Readiness.of(today, Entries.mornings(recent))).isEqualTo(readiness);
        if (readiness.notice().isPresent() || readiness.softens()) {
            assertThat(readiness.verdict()).isNotEqualTo(Verdict.READY);
        }
        assertThat(readiness.verdict() == Verdict.UNKNOWN)
                .isEqualTo(entries.size() < 7 && readiness.reasons().isEmpty());
        if (readiness.warns()) {
            assertThat(readiness.verdict()).isEqualTo(Verdict.REST);
            assertThat(readiness.notice()).isPresent();
        }
    }

    /** D34: whatever the morning after says, a sign takes two mornings without it. */
    @Property
    void a_warning_sign_of_yesterday_warns_today(@ForAll("entries") List<Wellness> entries) {
        var today = entries.getLast().on();
        if (Readiness.of(today.minusDays(1), Entries.mornings(entries)).reasons().stream()
                .anyMatch(reason -> reason.warning() && reason.code() != Code.WARNING_STANDS)) {
            assertThat(Readiness.of(today, Entries.mornings(entries)).warns()).isTrue();
        }
    }

    /** Of up to 70 days in a row, most of them usual. */
    @Provide
    Arbitrary<List<Wellness>> entries() {
        var entry = Combinators.combine(
                        usually(whole(49, 51), whole(35, 94)),
                        usually(between(68, 72), between(20, 100)),
                        usually(Arbitraries.just(8.0), between(3, 9)),
                        usually(Arbitraries.just(4), whole(1, 5)),
                        usually(Arbitraries.just(2), whole(1, 5)),
                        usually(Arbitraries.just(2), whole(1, 5)),
                        usually(Arbitraries.just(2), whole(1, 5)),
                        usually(Arbitraries.just(4), whole(1, 5)))
                .as((bpm, hrv, hours, quality, soreness, fatigue, stress, mood) -> new Wellness(
                        Entries.FIRST,
                        OptionalInt.of(bpm),
                        OptionalDouble.of(hrv),
                        OptionalDouble.of(hours),
                        OptionalInt.of(quality),
                        OptionalInt.of(soreness),
                        OptionalInt.of(fatigue),
                        OptionalInt.of(stress),
                        OptionalInt.of(mood),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true));
        var pain = Combinators.combine(Arbitraries.of("knee", "hip"), whole(0, 10))
                .as(Wellness.Pain::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(entry, usually(Arbitraries.just(List.of()), pain))
                .as(Entries::withPain)
                .list()
                .ofMinSize(1)
                .ofMaxSize(70)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .map(Entries::inARow);
    }

    private static Arbitrary<Double> between(double least, double most) {
        return Arbitraries.doubles().between(least, most).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> whole(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(RandomDistribution.uniform());
    }

    private static <T> Arbitrary<T> usually(Arbitrary<T> usual, Arbitrary<T> unusual) {
        return Arbitraries.frequencyOf(Tuple.of(7, usual), Tuple.of(1, unusual));
    }

    @Test
    void a_night_of_which_nothing_was_said_is_not_rough() {
        assertThat(Wellness.nothing(Entries.FIRST).roughNight()).isEmpty();
    }
}
