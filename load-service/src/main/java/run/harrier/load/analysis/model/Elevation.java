package run.harrier.load.analysis.model;

/**
 * Height over a run, smoothed before anything is taken from it: altitude swings by a metre or two while one stands
 * still.
 *
 * <p>Cost of running on a slope: Minetti et al. 2002, in J/kg/m.
 */
public final class Elevation {
    private static final double STEEPEST = 0.45;
    private static final double FLAT_COST = 3.6;
    /** Half the width of the moving average. */
    private static final int SMOOTHING_MILLIS = 8_000;
    /** A rise counts once it is this high above the last low, a fall likewise: below is noise. */
    private static final double NOISE_METRES = 1.5;
    /** A grade is taken over this much ground at least, half of it on each side. */
    private static final double GRADE_METRES = 30;

    private Elevation() {}

    /** How many times dearer a metre is at a grade than on the flat; the grade is held within ±0.45. */
    public static double costFactor(double grade) {
        double i = Math.clamp(grade, -STEEPEST, STEEPEST);
        double cost = ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + FLAT_COST;
        return cost / FLAT_COST;
    }

    /** The mean of all values up to eight seconds before and after each. */
    static double[] smoothed(int[] millis, double[] metres) {
        double[] smooth = new double[metres.length];
        double sum = 0;
        int from = 0;
        int until = 0;
        for (int i = 0; i < metres.length; i++) {
            while (until < metres.length && (long) millis[until] - millis[i] <= SMOOTHING_MILLIS) {
                sum += metres[until++];
            }
            while ((long) millis[i] - millis[from] > SMOOTHING_MILLIS) {
                sum -= metres[from++];
            }
            smooth[i] = sum / (until - from);
        }
        return smooth;
    }

    /** The sum of all rises of a smoothed profile. */
    public static double gain(double[] smooth) {
        double gain = 0;
        double low = smooth.length == 0 ? 0 : smooth[0];
        double high = low;
        boolean rising = false;
        for (double height : smooth) {
            if (rising) {
                high = Math.max(high, height);
                if (height < high - NOISE_METRES) {
                    gain += high - low;
                    low = height;
                    rising = false;
                }
            } else {
                low = Math.min(low, height);
                if (height > low + NOISE_METRES) {
                    high = height;
                    rising = true;
                }
            }
        }
        return rising ? gain + high - low : gain;
    }

    /** The grade from each point to the next, of a smoothed profile over the metres run. */
    static double[] grades(double[] run, double[] smooth) {
        double[] grades = new double[Math.max(0, run.length - 1)];
        int from = 0;
        int until = 0;
        for (int i = 0; i < grades.length; i++) {
            double middle = (run[i] + run[i + 1]) / 2;
            while (from < i && run[from + 1] <= middle - GRADE_METRES / 2) {
                from++;
            }
            until = Math.max(until, i + 1);
            while (until < run.length - 1 && run[until] < middle + GRADE_METRES / 2) {
                until++;
            }
            double ground = run[until] - run[from];
            grades[i] = ground < GRADE_METRES / 3 ? 0 : (smooth[until] - smooth[from]) / ground;
        }
        return grades;
    }
}
