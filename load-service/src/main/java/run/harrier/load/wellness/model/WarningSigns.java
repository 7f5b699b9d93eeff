package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long a warning sign stands (D34): until two mornings in a row were entered without one. A missing morning leaves it
 * standing, and so do all mornings after a sign of heart or breath, which no good morning takes away: it ends when the
 * athlete corrects the entry, or 28 days later.
 */
final class WarningSigns {
    private static final int CLEAR_MORNINGS = 2;

    private WarningSigns() {}

    /** The sign of an earlier day that stands on this one. */
    static Optional<Reason> standing(LocalDate on, Collection<Wellness> entries) {
        var days = new TreeMap<LocalDate, Wellness>();
        for (var entry : entries) {
            if (!entry.on().isAfter(on) && !entry.on().isBefore(on.minusDays(Readiness.DAYS_BEFORE))) {
                days.put(entry.on(), entry);
            }
        }
        if (days.values().stream().noneMatch(WarningSigns::mayWarn)) {
            return Optional.empty();
        }
        LocalDate since = null;
        var ofHeartOrBreath = false;
        var clear = 0;
        for (var day = days.firstKey(); !day.isAfter(on); day = day.plusDays(1)) {
            if (!days.containsKey(day)) {
                clear = 0;
                continue;
            }
            var signs = new ReadinessSignals(day, days.values())
                    .warningSigns().stream().filter(Reason::warning).toList();
            if (!signs.isEmpty()) {
                since = day;
                ofHeartOrBreath |= signs.stream().anyMatch(sign -> sign.code() == Reason.Code.SYMPTOMS);
                clear = 0;
            } else if (since != null && ++clear == CLEAR_MORNINGS && !ofHeartOrBreath) {
                since = null;
            }
        }
        return Optional.ofNullable(since)
                .map(day -> ReadinessTexts.reason(
                        Reason.Code.WARNING_STANDS, true, OptionalDouble.empty(), OptionalDouble.empty(), day));
    }

    /** Spares the looking at every day where nothing can be a sign. */
    private static boolean mayWarn(Wellness entry) {
        return !entry.symptoms().isEmpty()
                || entry.illness().isPresent()
                || entry.restingHeartRateBpm().isPresent()
                || !entry.pain().isEmpty();
    }
}
