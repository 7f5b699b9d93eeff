package run.harrier.plan.calendar.model;

import java.util.List;

/** Recognises a run that gets faster by 2 % or more from each third to the next (D41, S67). */
final class ProgressionRun {
    /** Of the pace of the third before. */
    static final double FASTER = 0.98;

    private ProgressionRun() {}

    /** @param thirds in seconds per kilometre; empty when unknown */
    static boolean is(List<Double> thirds) {
        return thirds.size() == 3 && thirds.get(1) <= FASTER * thirds.get(0) && thirds.get(2) <= FASTER * thirds.get(1);
    }
}
