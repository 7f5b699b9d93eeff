package run.harrier.plan.adaptation.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import run.harrier.plan.revision.model.Revision.Reason;

/** What a change by the rules says: to the athlete, and to the coach. */
public final class AdaptationTexts {
    /** Others than the athlete see them as a private reason (D21). */
    private static final Set<String> PRIVATE = Set.of("LOW_MOOD", "STRESSED");

    private AdaptationTexts() {}

    /** @param text of the readiness, for the athlete; mood and stress are left out of what a plan keeps */
    public static Reason of(String code, String text) {
        if (PRIVATE.contains(code)) {
            return new Reason("PRIVATE", "You said this morning that it is a hard time.", "A private reason.");
        }
        return new Reason(code, sentence(text), coachText(code));
    }

    /** One reason of several, which says all of them. */
    static Reason joined(List<Reason> reasons) {
        return new Reason(
                reasons.getFirst().code(),
                reasons.stream().map(Reason::text).distinct().collect(Collectors.joining(" ")),
                reasons.stream().map(Reason::coachText).distinct().collect(Collectors.joining(" ")));
    }

    static Reason load(String code, double ratio, boolean hard) {
        return new Reason(
                code,
                String.format(
                        Locale.ROOT,
                        "Your last seven days were %.2f times your four-week average, so this run is %s.",
                        ratio,
                        hard ? "easy and shorter" : "a quarter shorter"),
                String.format(
                        Locale.ROOT,
                        "Last seven days: %.2f \u00d7 the four-week average (0.8\u20131.3 is usual); %s.",
                        ratio,
                        hard ? "hard made easy" : "a quarter shorter"));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String coachText(String code) {
        return switch (code) {
            case "RESTING_HEART_RATE" -> "Resting heart rate above its usual value.";
            case "STRANGE_HEART_RATE" ->
                "Resting heart rate far from its usual value: to be looked at before training.";
            case "ROUGH_NIGHTS" -> "Rough nights in a row.";
            case "EXHAUSTED" -> "Woke exhausted.";
            case "HRV_LOW" -> "Heart rate variability below its usual range.";
            case "SORE" -> "Very sore.";
            case "LASTING_FATIGUE" -> "Woke tired on most days of the week.";
            case "PERSISTENT_PAIN" -> "Pain at the same site on several days.";
            case "STRONG_PAIN" -> "Strong pain.";
            case "SYMPTOMS" -> "A sign of heart or breath.";
            case "ILLNESS" -> "Ill.";
            case "WARNING_STANDS" -> "A warning sign stands.";
            case "PRIVATE" -> "A private reason.";
            default ->
                "This morning's signs ask for it ("
                        + code.toLowerCase(Locale.ROOT).replace('_', ' ') + ").";
        };
    }
}
