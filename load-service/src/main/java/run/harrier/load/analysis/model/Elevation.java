package run.harrier.load.analysis.model;

/**
 * Height over a run, smoothed before anything is taken from it: altitude swings by a metre or two while one stands
 * still. A grade needs less of it where the heights are good: a barometer sees a hill of twenty metres, which eight seconds
 * of smoothing would level, and the cost of a hill is that of its grade and not of its mean.
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
    /** Mean distance of a point from the line between its neighbours, of white noise with a spread of 1. */
    private static final double RESIDUAL_OF_NOISE = 0.98;

    private static final double SPREAD_OF_A_QUANTUM = 1 / Math.sqrt(12);

    private Elevation() {}

    /** How many times dearer a metre is at a grade than on the flat; the grade is held within ±0.45. */
    public static double costFactor(double grade) {
        double i = Math.clamp(grade, -STEEPEST, STEEPEST);
        double cost = ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + FLAT_COST;
        return cost / FLAT_COST;
    }

    /** How grades are taken from heights. */
    private enum Grading {
        BAROMETER(0.15, 0, 12),
        GOOD(0.4, 2_000, 16),
        POOR(Double.POSITIVE_INFINITY, SMOOTHING_MILLIS, 30);

        /** Of the worst heights that they are taken so from. */
        private final double noiseMetres;
        /** Half the width of the moving average before it. */
        private final int smoothingMillis;
        /** Over so many metres at least, half of them on each side. */
        private final double ground;

        Grading(double noiseMetres, int smoothingMillis, double ground) {
            this.noiseMetres = noiseMetres;
            this.smoothingMillis = smoothingMillis;
            this.ground = ground;
        }

        static Grading of(double noiseMetres) {
            return noiseMetres <= BAROMETER.noiseMetres ? BAROMETER : noiseMetres <= GOOD.noiseMetres ? GOOD : POOR;
        }
    }

    /** The spread of the heights around the way between their neighbours, and that of rounding to what they are written in. */
    private static double noiseMetres(int[] millis, double[] metres) {
        double residuals = 0;
        int counted = 0;
        double quantum = Double.POSITIVE_INFINITY;
        for (int i = 1; i < metres.length; i++) {
            double step = Math.abs(metres[i] - metres[i - 1]);
            quantum = step > 0 ? Math.min(quantum, step) : quantum;
            if (i + 1 < metres.length && millis[i + 1] > millis[i - 1]) {
                double share = (double) (millis[i] - millis[i - 1]) / (millis[i + 1] - millis[i - 1]);
                residuals += Math.abs(metres[i] - (1 - share) * metres[i - 1] - share * metres[i + 1]);
                counted++;
            }
        }
        double spread = counted == 0 ? 0 : residuals / counted / RESIDUAL_OF_NOISE;
        return Double.isInfinite(quantum) ? spread : Math.max(spread, quantum * SPREAD_OF_A_QUANTUM);
    }

    /** The mean of all values up to eight seconds before and after each. */
    static double[] smoothed(int[] millis, double[] metres) {
        return smoothed(millis, metres, SMOOTHING_MILLIS);
    }

    private static double[] smoothed(int[] millis, double[] metres, int halfMillis) {
        double[] smooth = new double[metres.length];
        double sum = 0;
        int from = 0;
        int until = 0;
        for (int i = 0; i < metres.length; i++) {
            while (until < metres.length && (long) millis[until] - millis[i] <= halfMillis) {
                sum += metres[until++];
            }
            while ((long) millis[i] - millis[from] > halfMillis) {
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

    /** The grade from each point to the next over the metres run: that of the line that fits the heights around it best. */
    static double[] grades(int[] millis, double[] run, double[] metres) {
        var grading = Grading.of(noiseMetres(millis, metres));
        double[] heights = smoothed(millis, metres, grading.smoothingMillis);
        double[] grades = new double[Math.max(0, run.length - 1)];
        int from = 0;
        int until = 0;
        for (int i = 0; i < grades.length; i++) {
            double middle = (run[i] + run[i + 1]) / 2;
            while (from < i && run[from + 1] <= middle - grading.ground / 2) {
                from++;
            }
            until = Math.max(until, i + 1);
            while (until < run.length - 1 && run[until] < middle + grading.ground / 2) {
                until++;
            }
            grades[i] = run[until] - run[from] < grading.ground / 3 ? 0 : slope(run, heights, from, until);
        }
        return grades;
    }

    /** By least squares, from one point to another. */
    private static double slope(double[] run, double[] heights, int from, int until) {
        double count = until - from + 1;
        double middle = 0;
        double mean = 0;
        for (int i = from; i <= until; i++) {
            middle += run[i] / count;
            mean += heights[i] / count;
        }
        double rise = 0;
        double ground = 0;
        for (int i = from; i <= until; i++) {
            rise += (run[i] - middle) * (heights[i] - mean);
            ground += (run[i] - middle) * (run[i] - middle);
        }
        return ground == 0 ? 0 : rise / ground;
    }
}
