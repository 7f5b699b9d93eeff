package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How ready an athlete is on a day, from the entries up to it (S95–S97, S99, D18, D34).
 *
 * <p>REST with a warning sign, of the day or still standing, or with three kinds of reason at once; EASE_OFF with any reason.
 * Without a reason it is UNKNOWN when the day has no entry, or fewer than seven lie on it and the 28 days before: never a guess.
 */
public record Readiness(LocalDate on, Verdict verdict, List<Reason> reasons) {
    /** A morning and its signs are judged by the entries of so many days before it. */
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

    /** The readiness of a day. */
    public static Readiness of(LocalDate on, Mornings mornings) {
        var signals = new ReadinessSignals(on, mornings.entries());
        var reasons = new ArrayList<>(signals.warningSigns());
        reasons.addAll(WarningSigns.standing(on, mornings));
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
     * The signs that words may end, or have ended, each by its last morning: those that stand on a day of which no sign was
     * entered (D34).
     */
    public static SortedSet<LocalDate> mayBeClosed(LocalDate on, Mornings mornings) {
        boolean fresh = new ReadinessSignals(on, mornings.entries())
                .warningSigns().stream().anyMatch(reason -> reason.warning() && reason.code() != Reason.Code.SYMPTOMS);
        return fresh ? Collections.emptySortedSet() : WarningSigns.mayBeClosed(on, mornings);
    }

    /** How many mornings were entered, of a day and the 28 before it. */
    public static int morningsEntered(LocalDate on, Mornings mornings) {
        return new ReadinessSignals(on, mornings.entries()).mornings();
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
