package run.harrier.load.analysis.model;

import java.util.List;

/** What became of a file: everything in it, or the reason why nothing of it is taken. Never a part. */
public sealed interface Decoding {
    /** A recording for each session of the file, analysed, in order of start; at least one. */
    record Decoded(List<Analysis> analyses) implements Decoding {
        public Decoded {
            analyses = List.copyOf(analyses);
        }
    }

    /**
     * @param text a sentence for the person who sent the file; never from a library's exception
     */
    record Refused(Reason reason, String text) implements Decoding {}

    /** Why a file is refused. */
    enum Reason {
        EMPTY,
        /** More than D24 allows, as sent or inflated. */
        TOO_LARGE,
        /** Truncated, wrong checksum, not the format it claims to be. */
        DAMAGED,
        /** Sound, but a workout, a course, settings. */
        NOT_AN_ACTIVITY,
        /** Sound, but says what cannot be. */
        IMPLAUSIBLE
    }
}
