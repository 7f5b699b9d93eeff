package run.harrier.load.wellness.model;

import java.util.Locale;
import java.util.OptionalDouble;
import run.harrier.load.wellness.model.Reason.Code;

/** The sentences of readiness, for the athlete and for who coaches. */
final class ReadinessTexts {
    private static final String NO_ADVICE = " This is training information, not medical advice.";
    private static final String HEART_AND_BREATH =
            "Stop now. If you have pressure or pain in the chest, faint, or cannot get your breath, call the emergency"
                    + " number (112, 911). Do not train until a doctor has agreed.";
    private static final String STRANGE_HEART_RATE =
            "Sit down for five minutes and measure again. If it stays there, do not train today and ask a doctor.";
    private static final String NO_RUNNING =
            "No running today and tomorrow; walk or cycle if that is painless. If it hurts at rest, at night or when you"
                    + " hop, have it looked at this week.";
    private static final String ILL =
            "No running until fever, aching and stomach are well again; then two easy mornings first. If it gets worse, see"
                    + " a doctor.";
    private static final String STANDS =
            "No running until two mornings in a row without the sign, or until you and your coach call it over. Enter how you"
                    + " feel each morning.";
    private static final String EASE_OFF = "Ease off until it is gone; if it stays, have it looked at.";

    private ReadinessTexts() {}

    static String notice(Code code, boolean warning) {
        var text = switch (code) {
            case SYMPTOMS, SYMPTOMS_STAND -> HEART_AND_BREATH;
            case STRANGE_HEART_RATE -> STRANGE_HEART_RATE;
            case ILLNESS -> warning ? ILL : EASE_OFF;
            case WARNING_STANDS -> STANDS;
            default -> warning ? NO_RUNNING : EASE_OFF;
        };
        return text + NO_ADVICE;
    }

    /** @param details what the sentence of the code has a place for, after value and baseline */
    static Reason reason(Code code, boolean warning, OptionalDouble value, OptionalDouble usual, Object... details) {
        var arguments = new Object[details.length + 2];
        arguments[0] = value.orElse(0);
        arguments[1] = usual.orElse(0);
        System.arraycopy(details, 0, arguments, 2, details.length);
        var hasUsual = usual.isPresent();
        return new Reason(
                code,
                write(forAthlete(code, hasUsual, warning), arguments),
                write(forCoach(code, hasUsual, warning), arguments),
                value,
                usual,
                warning,
                null);
    }

    /** After so many days without a morning; silence is no answer (D34). */
    static Reason asking(Reason standing, long days) {
        var heart = standing.ofHeartOrBreath();
        return new Reason(
                standing.code(),
                standing.text() + " You have entered nothing for " + days + " days: "
                        + (heart ? "has a doctor agreed?" : "is it over? Enter this morning and tomorrow's."),
                standing.coachText() + " Nothing entered for " + days + " days: ask"
                        + (heart ? " whether a doctor has agreed." : " how it is."),
                standing.value(),
                standing.baseline(),
                standing.warning(),
                standing.signOn());
    }

    private static String write(String pattern, Object[] arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }

    private static String forAthlete(Code code, boolean hasUsual, boolean warning) {
        return switch (code) {
            case SYMPTOMS -> "You reported %3$s.";
            case STRANGE_HEART_RATE ->
                hasUsual
                        ? "Your resting heart rate is %1$.0f, usually about %2$.0f."
                        : "Your resting heart rate is %1$.0f, which is unusual for anybody.";
            case STRONG_PAIN -> "Pain of %1$.0f of 10 (%3$s) is too much to run with.";
            case ILLNESS ->
                warning
                        ? "You are ill below the neck: your body has other work to do."
                        : "A cold: easy today, at most 45 minutes.";
            case PERSISTENT_PAIN -> "The same place has hurt on %3$d of 7 days: %4$s, up to %1$.0f of 10.";
            case SYMPTOMS_STAND -> "On %3$s: %4$s No training until a doctor has agreed.";
            case WARNING_STANDS -> "On %3$s: %4$s No running until two mornings in a row without it.";
            case RESTING_HEART_RATE ->
                "Your resting heart rate is %1$.0f, usually about %2$.0f. Take it easy, and measure again tomorrow.";
            case ROUGH_NIGHTS ->
                "%1$.0f rough nights in a row. Tonight's sleep does more for you than today's session.";
            case EXHAUSTED -> "You woke exhausted (%1$.0f of 5). Thirty to forty minutes easy, or rest.";
            case HRV_LOW -> "Your HRV is %1$.0f ms, below your usual range around %2$.0f ms. Keep today easy.";
            case SORE -> "Sore two days in a row (%1$.0f of 5). Easy, or a walk, until it lifts.";
            case STRESSED ->
                "Two stressful days (%1$.0f of 5). An easy run may help; a hard one would be one load more.";
            case LOW_MOOD ->
                "Two low days. Run easy or with company, or not at all. If it lasts two weeks or gets dark, talk to a"
                        + " doctor or someone you trust.";
            case LASTING_FATIGUE -> "You have woken tired on %1$.0f of the last 7 days. Easy days until that lifts.";
        };
    }

    private static String forCoach(Code code, boolean hasUsual, boolean warning) {
        return switch (code) {
            case SYMPTOMS -> "A sign of heart or breath: %3$s.";
            case STRANGE_HEART_RATE ->
                "Resting heart rate %1$.0f is strange" + (hasUsual ? ": usually it is %2$.0f." : ".");
            case STRONG_PAIN -> "Pain of %1$.0f of 10: %3$s.";
            case ILLNESS -> warning ? "Ill below the neck." : "A cold.";
            case PERSISTENT_PAIN -> "Pain in the same place on %3$d of 7 days: %4$s, up to %1$.0f of 10.";
            case SYMPTOMS_STAND -> "On %3$s: %5$s No training until a doctor has agreed.";
            case WARNING_STANDS -> "On %3$s: %5$s No two mornings in a row without it yet.";
            case RESTING_HEART_RATE -> "Resting heart rate %1$.0f, usually %2$.0f.";
            case ROUGH_NIGHTS -> "%1$.0f rough nights in a row.";
            case EXHAUSTED -> "Exhausted on waking: fatigue %1$.0f of 5.";
            case HRV_LOW -> "HRV %1$.0f ms, below its usual range around %2$.0f ms.";
            case SORE -> "Sore two days in a row: %1$.0f of 5.";
            case STRESSED, LOW_MOOD -> Reason.PRIVATE;
            case LASTING_FATIGUE -> "Woke tired on %1$.0f of the last 7 days.";
        };
    }
}
