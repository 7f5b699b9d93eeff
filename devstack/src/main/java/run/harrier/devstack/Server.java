package run.harrier.devstack;

import java.io.IOException;

/** A part as something that can be started and stopped, again and again on the same data. */
interface Server {

    /** Begins to start; returns at once or when it is up. */
    void start() throws IOException;

    boolean isReady();

    /** False when it has ended by itself: then waiting for it is in vain. */
    boolean isAlive();

    /** Ends it in good order and waits for the end. Does nothing if it does not run. */
    void stop();

    /** Ends it as a crash would, without a chance to say goodbye. */
    void kill();
}
