package run.harrier.load.activity.file;

import static run.harrier.load.activity.file.FitMessages.number;

import com.garmin.fit.Mesg;
import com.garmin.fit.SessionMesg;
import java.util.OptionalDouble;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Samples;

/**
 * The clock of a device that set it during the run, when a satellite or a telephone had the time. The records before it
 * carry the old time; how long the run was is counted by the device apart from its clock, so what was recorded before is
 * moved to where it belongs.
 *
 * @param oldMiddle of the times before the setting, in FIT seconds
 * @param newMiddle of the times after it
 * @param shift to add to a time before it
 */
record FitClock(double oldMiddle, double newMiddle, long shift) {
    private static final FitClock NEVER_SET = new FitClock(0, 0, 0);
    /** A pause may be long; a step backward cannot be. */
    private static final long FURTHEST_FORWARD_MILLIS = 12 * 3_600_000L;

    private static final long FURTHEST_BACKWARD_MILLIS = 60_000;
    private static final double LONGEST_SECONDS = 7 * 86_400.0;

    /** Moves the samples that were recorded before the clock was set. */
    static FitClock of(FitMessages messages) {
        Samples samples = messages.samples;
        if (messages.sessions.size() != 1 || samples.size() < 2) {
            return NEVER_SET;
        }
        OptionalDouble lasted = lastedSeconds(messages.sessions.getFirst());
        int set = furthestStep(samples);
        long step = samples.epochMilli(set) - samples.epochMilli(set - 1);
        if (lasted.isEmpty() || (step < FURTHEST_FORWARD_MILLIS && step > -FURTHEST_BACKWARD_MILLIS)) {
            return NEVER_SET;
        }
        long first = samples.epochMilli(0);
        long last = samples.epochMilli(samples.size() - 1);
        double lastedMillis = 1000 * lasted.getAsDouble();
        double recorded = (double) last - first - step;
        boolean explained = Math.abs((double) last - first - lastedMillis) > Math.abs(step) / 2.0
                && recorded >= 0
                && recorded <= 1.02 * lastedMillis + 60_000;
        if (!explained) {
            return NEVER_SET;
        }
        long shift = Math.round((step - Math.max(1000, lastedMillis - recorded)) / 1000);
        FitClock clock = new FitClock(
                ((double) first + samples.epochMilli(set - 1)) / 2000,
                ((double) samples.epochMilli(set) + last) / 2000,
                shift);
        samples.shift(set, 1000 * shift);
        messages.notes.choose(Choice.of(Kind.TOTALS_OF_DEVICE));
        return clock;
    }

    /** The time of something that was stamped before or after the setting. */
    long right(long seconds) {
        return Math.abs(seconds - oldMiddle) < Math.abs(seconds - newMiddle) ? seconds + shift : seconds;
    }

    /** By the device's own count, which no clock disturbs; empty when it cannot be. */
    static OptionalDouble lastedSeconds(Mesg session) {
        OptionalDouble elapsed = number(session, SessionMesg.TotalElapsedTimeFieldNum);
        return possible(elapsed) ? elapsed : possible(timer(session)) ? timer(session) : OptionalDouble.empty();
    }

    private static OptionalDouble timer(Mesg session) {
        return number(session, SessionMesg.TotalTimerTimeFieldNum);
    }

    private static boolean possible(OptionalDouble seconds) {
        return seconds.orElse(0) > 0 && seconds.getAsDouble() <= LONGEST_SECONDS;
    }

    private static int furthestStep(Samples samples) {
        int furthest = 1;
        for (int i = 2; i < samples.size(); i++) {
            furthest = step(samples, i) > step(samples, furthest) ? i : furthest;
        }
        return furthest;
    }

    private static long step(Samples samples, int i) {
        return Math.abs(samples.epochMilli(i) - samples.epochMilli(i - 1));
    }
}
