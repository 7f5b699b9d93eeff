package run.harrier.gateway.problem;

import java.io.Serial;

/** Ends a request with a {@link Problem}. It carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
