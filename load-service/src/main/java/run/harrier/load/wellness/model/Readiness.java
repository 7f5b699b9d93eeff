package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How ready an athlete is on a day, from the entries up to it (science.md §5, S95–S97, S99).
 *
 * <p>UNKNOWN without an entry of the day, or with fewer than seven in the 28 days up to it: never a guess. The
 * reasons that need no baseline are given all the same. REST with a warning sign other than pain, with strong pain that persists, or with three
 * reasons at once; EASE_OFF with any.
 */
public record Readiness(LocalDate on, Verdict verdict, List<Reason> reasons) {
    /** S115, S116: shown with every warning sign. */
    public static final String NOTICE = "This is information, not a diagnosis. With pain that persists, a strange heart"
            + " rate or fatigue that does not lift, ease off and see a professional. With chest pain, fainting or"
            + " trouble breathing, call your emergency number.";

    /** No rule looks further back from a day (science.md §5). */
    public static final int DAYS_BEFORE = Baseline.DAYS;

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

    /** The readiness of a day; entries of later days or of more than 28 days before do not matter, nor does the order. */
    public static Readiness of(LocalDate on, Collection<Wellness> entries) {
        var signals = new ReadinessSignals(on, entries);
        var reasons = new ArrayList<Reason>();
        signals.restingHeartRate().ifPresent(reasons::add);
        signals.roughNights().ifPresent(reasons::add);
        signals.exhausted().ifPresent(reasons::add);
        signals.hrvLow().ifPresent(reasons::add);
        signals.sore().ifPresent(reasons::add);
        signals.stressed().ifPresent(reasons::add);
        signals.lowMood().ifPresent(reasons::add);
        reasons.addAll(signals.persistentPain());
        signals.lastingFatigue().ifPresent(reasons::add);
        return new Readiness(on, signals.known() ? verdict(reasons) : Verdict.UNKNOWN, reasons);
    }

    private static Verdict verdict(List<Reason> reasons) {
        var rest = reasons.size() >= MANY_REASONS
                || reasons.stream().anyMatch(reason -> switch (reason.code()) {
                    case STRANGE_HEART_RATE, LASTING_FATIGUE -> true;
                    case PERSISTENT_PAIN -> reason.value().orElse(0) >= ReadinessSignals.STRONG_PAIN;
                    default -> false;
                });
        if (rest) {
            return Verdict.REST;
        }
        return reasons.isEmpty() ? Verdict.READY : Verdict.EASE_OFF;
    }

    /** The text of S115, when a reason calls for it. */
    public Optional<String> notice() {
        return reasons.stream().anyMatch(Reason::notice) ? Optional.of(NOTICE) : Optional.empty();
    }

    /** Whether the next quality session becomes easy (D19). */
    public boolean softens() {
        return reasons.stream().anyMatch(Reason::softens);
    }
}
