package run.harrier.plan.athlete.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When warning signs stood against running (D34). A notice stands from its first morning until a later
 * morning without one; a day without an assessment leaves it standing.
 *
 * @param spans from the first to the last; one ends and the next begins where it becomes one of heart or breath, or no more
 * @param coldDays the days with a cold: easy, at most 45 minutes
 */
public record SafetyNotices(List<Span> spans, Set<LocalDate> coldDays) {
    public static final SafetyNotices NONE = new SafetyNotices(List.of(), Set.of());

    private static final int EASY_DAYS_AFTER = 3;
    private static final int DAYS_OF_A_NEW_PLAN = 7;

    /**
     * Whether the readiness of a morning carried a notice, and whether it spoke of a cold.
     *
     * @param heart whether the notice is of heart or breath: only a professional's word ends it
     */
    public record Morning(LocalDate on, boolean notice, boolean heart, boolean cold) {}

    /** @param end the first day without it; absent while it stands */
    public record Span(LocalDate from, @Nullable LocalDate end, boolean heart) {}

    public SafetyNotices {
        spans = List.copyOf(spans);
        coldDays = Set.copyOf(coldDays);
    }

    public static SafetyNotices of(List<Morning> days) {
        var spans = new ArrayList<Span>();
        Morning first = null;
        for (var morning :
                days.stream().sorted(Comparator.comparing(Morning::on)).toList()) {
            if (first != null && (!morning.notice() || morning.heart() != first.heart())) {
                spans.add(new Span(first.on(), morning.on(), first.heart()));
                first = null;
            }
            if (morning.notice() && first == null) {
                first = morning;
            }
        }
        if (first != null) {
            spans.add(new Span(first.on(), null, first.heart()));
        }
        return new SafetyNotices(
                spans, days.stream().filter(Morning::cold).map(Morning::on).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether running is off on that day: one stood on it or, of a day to come, stands today and it is tomorrow. */
    public boolean restOn(LocalDate day, LocalDate today) {
        return against(day, today).isPresent();
    }

    /** The notice that stands against running on that day. */
    public Optional<Span> against(LocalDate day, LocalDate today) {
        var asked = day.equals(today.plusDays(1)) ? today : day;
        return spans.stream()
                .filter(span -> !asked.isAfter(today)
                        && !asked.isBefore(span.from())
                        && (span.end() == null || asked.isBefore(span.end())))
                .findFirst();
    }

    /** Whether nothing hard may be on that day: quality is back three days after the notice's end at the earliest. */
    public boolean easyOn(LocalDate day, LocalDate today) {
        return spans.stream()
                .anyMatch(span -> !day.isBefore(span.from())
                        && day.isBefore(earliestEnd(span, today).plusDays(EASY_DAYS_AFTER)));
    }

    /** The first day of a new plan that may have quality: a week after its start while a notice stands. */
    public LocalDate qualityFrom(LocalDate start, LocalDate today) {
        var latest = spans.isEmpty() ? null : spans.getLast();
        if (latest == null) {
            return start;
        }
        var end = latest.end();
        var first = end == null ? start.plusDays(DAYS_OF_A_NEW_PLAN) : end.plusDays(EASY_DAYS_AFTER);
        var guarded = earliestEnd(latest, today).plusDays(EASY_DAYS_AFTER);
        var from = first.isAfter(guarded) ? first : guarded;
        return from.isAfter(start) ? from : start;
    }

    private static LocalDate earliestEnd(Span span, LocalDate today) {
        var end = span.end();
        return end == null ? today.plusDays(1) : end;
    }
}
