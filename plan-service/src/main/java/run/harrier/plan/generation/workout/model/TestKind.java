package run.harrier.plan.generation.workout.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;

/** The fitness tests (S57). A plan keeps to one of them, so that its tests can be compared (S58). */
public enum TestKind {
    MILE(1609.344, "the mile"),
    THREE_KILOMETRES(3000, "3 km"),
    FIVE_KILOMETRES(5000, "5 km");

    /** A test is not longer than this part of the week it ends. */
    private static final double LONGEST_SHARE_OF_WEEK = 0.12;

    private final double distanceMetres;
    private final String words;

    TestKind(double distanceMetres, String words) {
        this.distanceMetres = distanceMetres;
        this.words = words;
    }

    public double distanceMetres() {
        return distanceMetres;
    }

    /** The distance of the last result where it is one of the tests, else the longest that the week has room for. */
    public static TestKind fitting(AthleteFacts.@Nullable LastResult last, double weekMetres, PaceEstimate estimate) {
        double weekSeconds = weekMetres / 1000 * estimate.easySecondsPerKm();
        TestKind longest = MILE;
        for (TestKind kind : values()) {
            double seconds = kind.distanceMetres / 1000 * estimate.secondsPerKm(Target.racePace(kind.distanceMetres));
            if (seconds <= LONGEST_SHARE_OF_WEEK * weekSeconds) {
                if (last != null && Math.abs(last.distanceMetres() - kind.distanceMetres) <= 10) {
                    return kind;
                }
                longest = kind;
            }
        }
        return longest;
    }

    /** The distance as hard as you can, RPE 8-9 (S17). */
    public List<Step> steps() {
        return List.of(new Step.Stretch(
                StepKind.RUN, Extent.metres(distanceMetres), Target.racePace(distanceMetres), new Rpe(8, 9)));
    }

    public String words() {
        return words;
    }
}
