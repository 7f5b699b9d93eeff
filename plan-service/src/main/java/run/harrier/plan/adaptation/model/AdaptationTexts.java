package run.harrier.plan.adaptation.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import run.harrier.plan.revision.model.Revision.Reason;

/** What a change by the rules says: to the athlete, and to the coach. */
public final class AdaptationTexts {
    private static final String PRIVATE = "PRIVATE";

    private AdaptationTexts() {}

    /** A reason of the readiness; the text of what is private (D21) says no more to the athlete than a plan may keep. */
    public static Reason of(String code, String text, String coachText) {
        return code.equals(PRIVATE)
                ? new Reason(code, "You said this morning that it is a hard time.", coachText)
                : new Reason(code, text, coachText);
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
}
