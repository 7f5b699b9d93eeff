package run.harrier.gateway.overview;

import java.io.Serial;

/** Ends a request with the 4xx problem that a service answered, to be passed on as it is. */
final class UpstreamProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    UpstreamProblemException(int status, String body) {
        super("answered with " + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }
}
