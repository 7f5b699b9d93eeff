package run.harrier.load.squad.model;

import java.util.Locale;
import run.harrier.load.series.model.Monotony;
import run.harrier.load.squad.model.Finding.FindingCode;
import run.harrier.load.squad.model.TriageRules.RecentRun;

/** The sentences of findings: to the athlete what was seen and what to do, to who coaches what was seen, with its figure. */
final class TriageTexts {
    private TriageTexts() {}

    static String load(FindingCode code, double ratio) {
        return String.format(
                Locale.ROOT,
                "Your last seven days were %.2f times your four-week average. %s",
                ratio,
                code == FindingCode.OVERREACHING ? "Take the next days easy, or free." : "Add nothing this week.");
    }

    static String loadForCoach(double ratio, double form, boolean notReady) {
        return String.format(
                        Locale.ROOT,
                        "This week: %.2f × the four-week average (0.8–1.3 is usual), form %s",
                        ratio,
                        signed(form))
                + (notReady ? "; this morning's signs agree." : ".");
    }

    static String monotonous(Monotony week) {
        return String.format(
                Locale.ROOT,
                "Every day has been about the same for a week (monotony %.1f). Make one day clearly easier, or free.",
                week.value());
    }

    static String monotonousForCoach(Monotony week) {
        return String.format(
                Locale.ROOT,
                "Every day about the same for a week: monotony %.1f (watch from 1.5), strain %.0f.",
                week.value(),
                week.strain());
    }

    static String easyTooHard(long strained, int easy) {
        return strained + " of your " + easy
                + " easy runs of the last two weeks were too hard to be easy. Go slower: you"
                + " should be able to tell a story.";
    }

    static String easyTooHardForCoach(long strained, int easy) {
        return strained + " of " + easy + " easy runs of the last two weeks were too hard.";
    }

    /** S8, with day and figures; at the run itself the plan-service tells it, as EASY_HEART_FELT_HARD. */
    static String feltHard(RecentRun run) {
        return String.format(
                Locale.ROOT,
                "Easy heart rate (%.0f) on %s, but it felt hard (%d of 10). Take tomorrow gently. Slept, eaten, drunk"
                        + " enough? Stress, or a cold coming?",
                run.averageBpm().orElse(0),
                run.on(),
                run.rpe().orElse(0));
    }

    static String feltHardForCoach(RecentRun run) {
        return String.format(
                Locale.ROOT,
                "The run of %s felt hard (%d of 10) at an easy heart rate (%.0f): sleep, stress, thirst or illness?",
                run.on(),
                run.rpe().orElse(0),
                run.averageBpm().orElse(0));
    }

    static String grey(long percent) {
        return percent + " % of your last two weeks' running was neither easy nor hard. Let the easy days be easy.";
    }

    static String greyForCoach(long percent) {
        return percent + " % of the last two weeks' running was neither easy nor hard.";
    }

    static String samePain(String site, int days) {
        return "The same place has hurt on " + days + " of the last 28 days: " + site
                + ". Show it to somebody who knows before it stops you.";
    }

    static String samePainForCoach(String site, int days) {
        return "Pain in the same place on " + days + " of the last 28 days: " + site + ".";
    }

    static String manyProgressions(long count) {
        return count
                + " runs in three weeks got faster to the end. A progression run is a hard day: one a week at most, the"
                + " other easy days level.";
    }

    static String manyProgressionsForCoach(long count) {
        return count + " progression runs in three weeks, more than one in each.";
    }

    static String silent(long days) {
        return "Nothing from you for " + days + " days. A word on how you are is enough.";
    }

    static String silentForCoach(long days) {
        return "No activity and no morning entry for " + days + " days.";
    }

    private static String signed(double value) {
        var rounded = Math.round(value);
        return rounded < 0 ? "−" + -rounded : rounded > 0 ? "+" + rounded : "0";
    }
}
