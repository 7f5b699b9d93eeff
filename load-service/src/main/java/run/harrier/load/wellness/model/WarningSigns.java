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
        if (!mayWarn(days.values())) {
            return Optional.empty();
        }
        LocalDate since = null;
        var ofHeartOrBreath = false;
        var clear = 0;
        for (var day = on.minusDays(Readiness.STANDING_DAYS); !day.isAfter(on); day = day.plusDays(1)) {
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

    /**
     * What every warning sign needs on some day, at a glance: a symptom, pain, an illness, or resting heart rates too high
     * or as far apart as a strange one is from the baseline. It spares most mornings the look at each day.
     */
    private static boolean mayWarn(Collection<Wellness> entries) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (var entry : entries) {
            if (!entry.symptomsOrNone().isEmpty()
                    || !entry.painOrNone().isEmpty()
                    || entry.illness().orElse(Wellness.Illness.NONE) == Wellness.Illness.BELOW_NECK) {
                return true;
            }
            if (entry.restingHeartRateBpm().isPresent()) {
                lowest = Math.min(lowest, entry.restingHeartRateBpm().getAsInt());
                highest = Math.max(highest, entry.restingHeartRateBpm().getAsInt());
            }
        }
        return highest > ReadinessSignals.HIGHEST_RESTING_BPM || highest - lowest >= ReadinessSignals.STRANGE_BPM;
    }
}
