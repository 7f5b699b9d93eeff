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
 * recent older one, marked stale. A number set by hand takes the place of every result up to its day; a
 * later result stands beside it by the same rule. The spans follow each other by day without gaps, and no two
 * neighbours are equal. Before the first span there is no number; the last one has no end.
 */
public record Timeline(List<Span> spans) {
    static final int WINDOW_DAYS = 84;

    /** @param from the first day on which the number is in force */
    public record Span(LocalDate from, FitnessEvidence evidence, boolean stale) {
        public Vdot vdot() {
            return evidence.vdot();
        }
    }

    public Timeline {
        spans = List.copyOf(spans);
    }

    public static Timeline of(Collection<? extends FitnessEvidence> all) {
        var days = new TreeSet<LocalDate>();
        for (var evidence : all) {
            days.add(evidence.on());
            days.add(evidence.on().plusDays(WINDOW_DAYS + 1));
        }
        var spans = new ArrayList<Span>();
        for (var day : days) {
            var next = inForce(all, day);
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
        return before.stale() == next.stale() && before.evidence().equals(next.evidence());
    }

    private static Span inForce(Collection<? extends FitnessEvidence> all, LocalDate day) {
        var windowStart = day.minusDays(WINDOW_DAYS);
        var counted = countedOn(day, all);
        return counted.stream()
                .filter(evidence -> !evidence.on().isBefore(windowStart))
                .max(FitnessEvidence.BEST)
                .map(best -> new Span(day, best, false))
                .orElseGet(() -> new Span(day, newest(counted), true));
    }

    /** The coach's last number up to the day and all results after it; without one, all results up to the day. */
    private static List<FitnessEvidence> countedOn(LocalDate day, Collection<? extends FitnessEvidence> all) {
        var past = all.stream()
                .filter(evidence -> !evidence.on().isAfter(day))
                .<FitnessEvidence>map(evidence -> evidence)
                .toList();
        var lastOverride = past.stream()
                .filter(FitnessEvidence.FitnessOverride.class::isInstance)
                .max(Comparator.comparing(FitnessEvidence::on));
        return lastOverride
                .map(override -> Stream.concat(
                                Stream.of(override),
                                past.stream().filter(evidence -> evidence.on().isAfter(override.on())))
                        .toList())
                .orElse(past);
    }

    private static FitnessEvidence newest(List<FitnessEvidence> counted) {
        return counted.stream()
                .max(Comparator.comparing(FitnessEvidence::on).thenComparing(FitnessEvidence.BEST))
                .orElseThrow();
    }
}
