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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import run.harrier.load.wellness.model.WellnessBySource.SourceEntry;

class WellnessBySourceTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");

    /** In whatever order they came: the athlete's entry goes first, then the newest; what nobody entered is not there. */
    @Property
    void each_field_is_of_the_first_who_said_it(@ForAll("entries") List<SourceEntry> entries) {
        var merged = WellnessBySource.of(DAY, entries);
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(entries.hashCode()));
        assertThat(WellnessBySource.of(DAY, shuffled)).isEqualTo(merged);
        var athlete = entries.stream()
                .filter(entry -> entry.source().equals(WellnessBySource.ATHLETE))
                .findFirst()
                .map(SourceEntry::wellness);
        var fatigue = athlete.map(Wellness::fatigue).filter(OptionalInt::isPresent);
        if (fatigue.isPresent()) {
            assertThat(merged.wellness().fatigue()).isEqualTo(fatigue.get());
            assertThat(merged.sources()).doesNotContainKey("fatigue");
        } else {
            var newest = entries.stream()
                    .filter(entry -> entry.wellness().fatigue().isPresent())
                    .max((one, other) -> one.enteredAt().compareTo(other.enteredAt()));
            assertThat(merged.wellness().fatigue())
                    .isEqualTo(newest.map(entry -> entry.wellness().fatigue()).orElse(OptionalInt.empty()));
            assertThat(Optional.ofNullable(merged.sources().get("fatigue"))).isEqualTo(newest.map(SourceEntry::source));
        }
        var pain = athlete.map(Wellness::pain)
                .filter(Optional::isPresent)
                .orElseGet(() -> entries.stream()
                        .filter(entry -> entry.wellness().pain().isPresent())
                        .max((one, other) -> one.enteredAt().compareTo(other.enteredAt()))
                        .flatMap(entry -> entry.wellness().pain()));
        assertThat(merged.wellness().pain()).isEqualTo(pain);
    }

    /** Of up to four sources, each with an entry of a time of its own; pain 0 stands for an empty list. */
    @Provide
    Arbitrary<List<SourceEntry>> entries() {
        var said = Combinators.combine(
                        Arbitraries.integers().between(1, 5).optional(),
                        Arbitraries.integers().between(0, 10).optional())
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
                        Optional.empty(),
                        pain.map(level -> level == 0 ? List.of() : List.of(new Wellness.Pain("knee", level))),
                        false,
                        false));
        var sources = Arbitraries.of(
                        WellnessBySource.ATHLETE,
                        WellnessBySource.ofClient("watch"),
                        WellnessBySource.ofClient("ring"),
                        WellnessBySource.ofClient("scale"))
                .list()
                .uniqueElements()
                .ofMaxSize(4);
        return sources.flatMap(names -> said.list().ofSize(names.size()).map(wellness -> {
            var entries = new ArrayList<SourceEntry>();
            for (int i = 0; i < names.size(); i++) {
                entries.add(new SourceEntry(names.get(i), MORNING.plusSeconds(i), wellness.get(i)));
            }
            return entries;
        }));
    }
}
