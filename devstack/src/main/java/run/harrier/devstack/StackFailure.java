package run.harrier.devstack;

/** The stack cannot start or go on; the message is for the person who typed the command. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
