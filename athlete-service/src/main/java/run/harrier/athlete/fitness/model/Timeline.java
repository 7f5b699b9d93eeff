package run.harrier.athlete.fitness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fitness number in force on every day (D11): the best of that day and the 84 days before it; with none, the most
 * recent older one, marked stale. A coach's own number takes the place of all that was measured up to its day; what is
 * measured later stands beside it by the same rule. The spans are by day, without gaps, each unlike the one before;
 * before the first day there is no number, and the last one has no end.
 */
public record Timeline(List<Span> spans) {
    static final int WINDOW_DAYS = 84;

    /** @param from the first day on which it is in force */
    public record Span(LocalDate from, FitnessEvidence measure, boolean stale) {
        public Vdot vdot() {
            return measure.vdot();
        }
    }

    public Timeline {
        spans = List.copyOf(spans);
    }

    public static Timeline of(Collection<? extends FitnessEvidence> measures) {
        var days = new TreeSet<LocalDate>();
        for (var measure : measures) {
            days.add(measure.on());
            days.add(measure.on().plusDays(WINDOW_DAYS + 1));
        }
        var spans = new ArrayList<Span>();
        for (var day : days) {
            var next = inForce(measures, day);
            if (spans.isEmpty() || !sameNumber(spans.getLast(), next)) {
                spans.add(next);
            }
        }
        return new Timeline(spans);
    }

    public Optional<Span> on(LocalDate day) {
        return spans.reversed().stream()
                .filter(span -> !span.from().isAfter(day))
                .findFirst();
    }

    private static boolean sameNumber(Span before, Span next) {
        return before.stale() == next.stale() && before.measure().equals(next.measure());
    }

    private static Span inForce(Collection<? extends FitnessEvidence> measures, LocalDate day) {
        var windowStart = day.minusDays(WINDOW_DAYS);
        var known = known(measures, day);
        return known.stream()
                .filter(measure -> !measure.on().isBefore(windowStart))
                .max(FitnessEvidence.BEST)
                .map(best -> new Span(day, best, false))
                .orElseGet(() -> new Span(day, newest(known), true));
    }

    /** What counts on a day: all since the coach's last word, with it; never empty on a day of a measure or after. */
    private static List<FitnessEvidence> known(Collection<? extends FitnessEvidence> measures, LocalDate day) {
        var past = measures.stream().filter(measure -> !measure.on().isAfter(day));
        var all = past.<FitnessEvidence>map(measure -> measure).toList();
        var lastWord = all.stream()
                .filter(FitnessEvidence.FitnessOverride.class::isInstance)
                .max(Comparator.comparing(FitnessEvidence::on));
        return lastWord.map(word -> Stream.concat(
                                Stream.of(word),
                                all.stream().filter(measure -> measure.on().isAfter(word.on())))
                        .toList())
                .orElse(all);
    }

    private static FitnessEvidence newest(List<FitnessEvidence> known) {
        return known.stream()
                .max(Comparator.comparing(FitnessEvidence::on).thenComparing(FitnessEvidence.BEST))
                .orElseThrow();
    }
}
