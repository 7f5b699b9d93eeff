package run.harrier.load.wellness.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import run.harrier.load.wellness.model.MorningWords.Word;

class MorningWordsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");

    /** In whatever order they came: the athlete's word goes first, then the newest; what nobody said is not there. */
    @Property
    void each_field_is_of_the_first_who_said_it(@ForAll("words") List<Word> words) {
        var merged = MorningWords.of(DAY, words);
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(words.hashCode()));
        assertThat(MorningWords.of(DAY, shuffled)).isEqualTo(merged);
        var athlete = words.stream()
                .filter(word -> word.source().equals(MorningWords.ATHLETE))
                .findFirst()
                .map(Word::wellness);
        var fatigue = athlete.map(Wellness::fatigue).filter(OptionalInt::isPresent);
        if (fatigue.isPresent()) {
            assertThat(merged.wellness().fatigue()).isEqualTo(fatigue.get());
            assertThat(merged.sources()).doesNotContainKey("fatigue");
        } else {
            var newest = words.stream()
                    .filter(word -> word.wellness().fatigue().isPresent())
                    .max((one, other) -> one.saidAt().compareTo(other.saidAt()));
            assertThat(merged.wellness().fatigue())
                    .isEqualTo(newest.map(word -> word.wellness().fatigue()).orElse(OptionalInt.empty()));
            assertThat(Optional.ofNullable(merged.sources().get("fatigue"))).isEqualTo(newest.map(Word::source));
        }
        assertThat(words.stream().flatMap(word -> word.wellness().pain().stream()))
                .containsAll(merged.wellness().pain());
        assertThat(merged.wellness().pain().isEmpty())
                .isEqualTo(
                        words.stream().allMatch(word -> word.wellness().pain().isEmpty()));
    }

    /** Of up to four sources, each with one word of a time of its own. */
    @Provide
    Arbitrary<List<Word>> words() {
        var said = Combinators.combine(
                        Arbitraries.integers().between(1, 5).optional(),
                        Arbitraries.integers().between(1, 10).optional())
                .as((fatigue, pain) -> new Wellness(
                        DAY,
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        fatigue.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Set.of(),
                        pain.map(level -> List.of(new Wellness.Pain("knee", level)))
                                .orElse(List.of())));
        var sources = Arbitraries.of(
                        MorningWords.ATHLETE,
                        MorningWords.ofClient("watch"),
                        MorningWords.ofClient("ring"),
                        MorningWords.ofClient("scale"))
                .list()
                .uniqueElements()
                .ofMaxSize(4);
        return sources.flatMap(names -> said.list().ofSize(names.size()).map(entries -> {
            var words = new ArrayList<Word>();
            for (int i = 0; i < names.size(); i++) {
                words.add(new Word(names.get(i), MORNING.plusSeconds(i), entries.get(i)));
            }
            return words;
        }));
    }
}
