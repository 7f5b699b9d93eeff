package run.harrier.platform.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.ProblemException;

/** What a write asks of the thing as it is now (RFC 9110, 13.1). */
public record Preconditions(
        @Parameter(description = "The version that you read: 412 if it is another one by now")
        @HeaderParam(HttpHeaders.IF_MATCH)
        @Nullable
        String ifMatch,

        @Parameter(description = "The versions that it must not be; `*`: it must not be there yet, else 412")
        @HeaderParam(HttpHeaders.IF_NONE_MATCH)
        @Nullable
        String ifNoneMatch) {

    public boolean isNone() {
        return ifMatch == null && ifNoneMatch == null;
    }

    /** The same with other tags. */
    public Preconditions of(UnaryOperator<String> tags) {
        return new Preconditions(
                ifMatch == null ? null : tags.apply(ifMatch), ifNoneMatch == null ? null : tags.apply(ifNoneMatch));
    }

    /**
     * Throws a 412 problem when the present tag, empty for what is not there yet, is not among those of {@code If-Match},
     * or is among those of {@code If-None-Match}. The caller of this holds the row, so that nobody comes between the check
     * and the write.
     */
    public void require(String presentTag) {
        Headers.requireMatch(ifMatch, presentTag);
        if (!presentTag.isEmpty()
                && Headers.named(ifNoneMatch, presentTag, true).isPresent()) {
            throw ProblemException.isThere();
        }
    }
}
