package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How ready an athlete is on a day, from the entries up to it (S95–S97, S99, D18, D34).
 *
 * <p>REST with a warning sign, of the day or still standing, or with three kinds of reason at once; EASE_OFF with any reason.
 * Without a reason it is UNKNOWN when the day has no entry, or fewer than seven lie on it and the 28 days before: never a guess.
 */
public record Readiness(LocalDate on, Verdict verdict, List<Reason> reasons) {
    /**
     * A warning sign other than of heart or breath is looked for on so many mornings up to a day, however long ago they were
     * entered: silence ends none.
     */
    public static final int STANDING_MORNINGS = 28;

    /** Nights of a device alone, without a word of the athlete, are read for so many days. */
    public static final int MOST_DEVICE_DAYS = 366;

    /** Each of these mornings looks at the baseline of its own. */
    public static final int DAYS_BEFORE_MORNING = Baseline.DAYS;

    private static final int MANY_REASONS = 3;

    public enum Verdict {
        READY,
        EASE_OFF,
        REST,
        UNKNOWN
    }

    public Readiness {
        reasons = List.copyOf(reasons);
    }

    /**
     * The readiness of a day. Entries of later days do not matter, nor does the order; of those before the last 28 mornings
     * and the 28 days before these only signs of heart or breath do, and the word that ends them.
     */
    public static Readiness of(LocalDate on, Collection<Wellness> entries, Collection<ClosedSign> closed) {
        var signals = new ReadinessSignals(on, entries);
        var reasons = new ArrayList<>(signals.warningSigns());
        reasons.addAll(WarningSigns.standing(on, entries, closed));
        signals.restingHeartRate().ifPresent(reasons::add);
        signals.roughNights().ifPresent(reasons::add);
        signals.exhausted().ifPresent(reasons::add);
        signals.hrvLow().ifPresent(reasons::add);
        signals.sore().ifPresent(reasons::add);
        signals.stressed().ifPresent(reasons::add);
        signals.lowMood().ifPresent(reasons::add);
        signals.lastingFatigue().ifPresent(reasons::add);
        return new Readiness(on, verdict(signals, reasons), reasons);
    }

    /**
     * The sign that words may end, or have ended, by its last morning: one that stands on a day without being entered that day
     * (D34).
     */
    public static Optional<LocalDate> mayBeClosed(LocalDate on, Collection<Wellness> entries) {
        boolean fresh = new ReadinessSignals(on, entries)
                .warningSigns().stream().anyMatch(reason -> reason.warning() && reason.code() != Reason.Code.SYMPTOMS);
        return fresh ? Optional.empty() : WarningSigns.standingSince(on, entries);
    }

    /** How many mornings were entered, of a day and the 28 before it. */
    public static int morningsEntered(LocalDate on, Collection<Wellness> entries) {
        return new ReadinessSignals(on, entries).mornings();
    }

    private static Verdict verdict(ReadinessSignals signals, List<Reason> reasons) {
        if (reasons.stream().map(Reason::kind).distinct().count() >= MANY_REASONS
                || reasons.stream().anyMatch(Reason::warning)) {
            return Verdict.REST;
        }
        if (!reasons.isEmpty()) {
            return Verdict.EASE_OFF;
        }
        return signals.known() ? Verdict.READY : Verdict.UNKNOWN;
    }

    /** What to do about the worst of the signs (S115); signs of heart and breath are never said beside others. */
    public Optional<String> notice() {
        return reasons.stream()
                .filter(Reason::notice)
                .min(Comparator.comparing((Reason reason) -> !reason.ofHeartOrBreath())
                        .thenComparing(reason -> !reason.warning()))
                .map(worst -> ReadinessTexts.notice(worst.code(), worst.warning()));
    }

    /** Whether a warning sign stands: no running today and tomorrow (D34). */
    public boolean warns() {
        return reasons.stream().anyMatch(Reason::warning);
    }

    /** Whether the next quality session becomes easy (D19). */
    public boolean softens() {
        return verdict == Verdict.REST || reasons.stream().anyMatch(Reason::softens);
    }
}
