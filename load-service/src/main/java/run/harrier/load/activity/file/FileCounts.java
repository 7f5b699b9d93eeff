package run.harrier.load.activity.file;

import run.harrier.load.recording.model.Samples;

/** What a file holds so far, all its parts together: each number has a limit. */
final class FileCounts {
    /** A file of more is a collection, or made to exhaust us. */
    static final int MOST_ACTIVITIES = 64;

    private static final int MOST_LAPS = 2_000;
    /** Far more than the samples of any activity: reading the rest would only cost time. */
    private static final int MOST_MESSAGES = 2_000_000;

    private int activities;
    private int laps;
    private int points;
    private int messages;

    void activity() {
        activities = within(activities, MOST_ACTIVITIES, "activities");
    }

    void lap() {
        laps = within(laps, MOST_LAPS, "laps");
    }

    void point() {
        points = within(points, Samples.MOST, "points");
    }

    void message() {
        messages = within(messages, MOST_MESSAGES, "messages");
    }

    private static int within(int before, int most, String what) {
        if (before == most) {
            throw RefusedException.implausible("The file holds more than " + most + " " + what + ".");
        }
        return before + 1;
    }
}
