package run.harrier.load.activity.file;

import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.recording.model.Reading;

/** Ends the reading of a file; never leaves {@link ActivityFile}. Unchecked because it must pass foreign callbacks. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String text;

    RefusedException(Reason reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
        this.text = text;
    }

    static RefusedException damaged(String text) {
        return new RefusedException(Reason.DAMAGED, text);
    }

    static RefusedException implausible(String text) {
        return new RefusedException(Reason.IMPLAUSIBLE, text);
    }

    static RefusedException spoilt(Reading reading) {
        return implausible(reading.badPoints() + " of the file's " + reading.points()
                + " points cannot be, more than one in twenty.");
    }

    Decoding toRefused() {
        return new Refused(reason, text);
    }
}
