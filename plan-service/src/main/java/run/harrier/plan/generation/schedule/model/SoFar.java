package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;

/** What the weeks written so far came to, in seconds; the next week is written on it. */
final class SoFar {
    private static final int REMEMBERED_DAYS = 30;
    private static final double LONGEST_WITHOUT_RUN_SECONDS = 30 * 60;

    private final PaceEstimate estimate;
    private final LocalDate start;
    /** The longest run of each day from the eve of the plan on; negative on a day without one. */
    private final double[] runs;

    private double highest;
    private double highestHard;
    private double previous;
    private double previousLongRun;
    private double longestRun;
    private boolean hardSunday;
    private int progressions;
    private final boolean progressionKnown;
    private @Nullable LocalDate lastProgression;

    /**
     * @param weeks of the plan
     * @param startSeconds the volume before the plan
     * @param longestBefore the longest run of the thirty days before it
     * @param progressionKnown the athlete has done a progression run before
     */
    SoFar(
            PaceEstimate estimate,
            LocalDate start,
            int weeks,
            double startSeconds,
            double longestBefore,
            boolean progressionKnown) {
        this.start = start;
        runs = new double[1 + 7 * weeks];
        Arrays.fill(runs, -1);
        runs[0] = longestBefore;
        this.estimate = estimate;
        this.progressionKnown = progressionKnown;
        highest = startSeconds;
        previous = startSeconds;
    }

    void add(WeekFrame week, TrainingWeek finished) {
        double hard = 0;
        hardSunday = false;
        for (var session : finished.sessions()) {
            if (session.running() && !session.raced()) {
                int day = day(session.on());
                runs[day] = Math.max(runs[day], estimate.durationSeconds(session.steps()));
                hard += hardSeconds(session);
            }
            if (session.kind() == SessionKind.LONG) {
                previousLongRun = estimate.durationSeconds(session.steps());
                longestRun = Math.max(longestRun, previousLongRun);
            }
            if (session.kind() == SessionKind.PROGRESSION) {
                progressions++;
                lastProgression = session.on();
            }
            hardSunday |= session.hard() && session.on().getDayOfWeek() == DayOfWeek.SUNDAY;
        }
        previous = finished.durationSeconds();
        if (!week.recovering() && !week.taper()) {
            highest = week.number() == 1 ? previous : Math.max(highest, previous);
        }
        highestHard = Math.max(highestHard, hard);
    }

    /** At T or faster, hills included, without strides (D30). */
    private double hardSeconds(PlannedSession session) {
        double seconds = 0;
        for (var stretch : Step.unrolled(session.steps())) {
            if (stretch.kind() != StepKind.STRIDES && stretch.intensity() == Intensity.HIGH) {
                seconds += estimate.durationSeconds(stretch);
            }
        }
        return seconds;
    }

    /** The highest week so far, at first the volume before the plan. */
    double highest() {
        return highest;
    }

    /** The most hard running of a week so far. */
    double highestHard() {
        return highestHard;
    }

    /** The week before, at first the volume before the plan. */
    double previous() {
        return previous;
    }

    double previousLongRun() {
        return previousLongRun;
    }

    /** The plan's longest run so far. */
    double longestRun() {
        return longestRun;
    }

    /** The longest run of the thirty days before a day (D26). */
    double longestRunBefore(LocalDate day) {
        int until = day(day);
        double longest = -1;
        for (int before = Math.max(0, until - REMEMBERED_DAYS); before < until; before++) {
            longest = Math.max(longest, runs[before]);
        }
        return longest < 0 ? LONGEST_WITHOUT_RUN_SECONDS : longest;
    }

    private int day(LocalDate on) {
        return 1 + (int) ChronoUnit.DAYS.between(start, on);
    }

    /** The last week ended with a hard day (S24). */
    boolean hardSunday() {
        return hardSunday;
    }

    /** The next progression run is the athlete's first (S72). */
    boolean firstProgression() {
        return progressions == 0 && !progressionKnown;
    }

    int progressions() {
        return progressions;
    }

    /** A progression run on that day would come too soon after the last one (S73). */
    boolean tooSoonForProgression(LocalDate day, int days) {
        return lastProgression != null && day.isBefore(lastProgression.plusDays(days));
    }
}
