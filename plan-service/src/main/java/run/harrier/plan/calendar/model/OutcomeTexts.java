package run.harrier.plan.calendar.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import run.harrier.plan.calendar.model.Outcome.Finding;

/** What is said of how a session went. */
final class OutcomeTexts {
    private OutcomeTexts() {}

    static Finding tooHardForEasy(TooHardForEasy signals) {
        var forAthlete = new ArrayList<String>();
        var forCoach = new ArrayList<String>();
        var all = minutes(signals.seconds());
        if (signals.heartSeconds() != null) {
            forAthlete.add(
                    "your heart was above easy for %d of %d min".formatted(minutes(signals.heartSeconds()), all));
            forCoach.add("heart rate above easy for %d of %d min".formatted(minutes(signals.heartSeconds()), all));
        }
        if (signals.paceSeconds() != null) {
            forAthlete.add(
                    "the pace was faster than easy for %d of %d min".formatted(minutes(signals.paceSeconds()), all));
            forCoach.add("faster than E for %d of %d min".formatted(minutes(signals.paceSeconds()), all));
        }
        if (signals.rpe() != null) {
            forAthlete.add("it felt like %d of 10".formatted(signals.rpe()));
            forCoach.add("RPE " + signals.rpe());
        }
        return new Finding(
                "EASY_RUN_TOO_HARD",
                "No easy run: " + String.join(", ", forAthlete)
                        + ". Next time slow enough to tell a story; too slow does not exist.",
                "Easy run too hard: " + String.join(", ", forCoach) + ".");
    }

    /** @param effortOnly the athlete is told no figure (S9) */
    static Finding startedTooFast(double secondsPerKm, boolean effortOnly) {
        return new Finding(
                "STARTED_TOO_FAST",
                "You went off %s. Nearly everybody does. Next time let the first ten minutes feel too slow."
                        .formatted(
                                effortOnly ? "too quick" : String.format(Locale.ROOT, "%.0f s/km quick", secondsPerKm)),
                String.format(Locale.ROOT, "First third %.0f s/km faster than planned.", secondsPerKm));
    }

    /** @param effortOnly the athlete is told no figure (S9) */
    static Finding ramped(List<Double> thirds, boolean effortOnly) {
        var paces = thirds.stream().map(OutcomeTexts::pace).collect(Collectors.joining(", "));
        return new Finding(
                "EASY_RUN_RAMPED",
                "This easy run got faster to its end"
                        + (effortOnly ? "" : " (thirds at " + paces + " a km)")
                        + ", outside easy. Keep the next one level to the end: a run that builds up is a hard day.",
                "Easy run ramped up: thirds at " + paces + " a km.");
    }

    private static String pace(double secondsPerKm) {
        long seconds = Math.round(secondsPerKm);
        return seconds / 60 + ":" + String.format(Locale.ROOT, "%02d", seconds % 60);
    }

    /** S8, at the run itself; the overview of the squad tells the same with day and figures, as FELT_HARD. */
    static Finding easyHeartFeltHard(int rpe) {
        return new Finding(
                "EASY_HEART_FELT_HARD",
                "Easy heart rate, but it felt hard. Take tomorrow gently. Slept, eaten, drunk enough? Stress, or a cold"
                        + " coming?",
                "Easy heart rate, RPE " + rpe + ".");
    }

    private static long minutes(double seconds) {
        return Math.round(seconds / 60);
    }
}
