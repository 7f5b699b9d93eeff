package run.harrier.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.ProblemException;

/** {@code Location}, {@code ETag} and the conditional requests, the same for every answer. */
public class Headers {
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";

    @ServerResponseFilter
    public void describe(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 201 && response.getEntity() instanceof Located created) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, created.location());
        }
        if (response.getStatus() / 100 == 2 && response.getEntity() instanceof Tagged tagged) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, quoted(tagged.tag()));
            if ("GET".equals(request.getMethod())
                    && names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tagged.tag())) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }

    /**
     * Guards a write: a 412 problem when {@code If-Match} was sent and does not name the present tag. The caller of
     * this holds the row, so that nobody comes between the check and the write.
     */
    public static void requireMatch(@Nullable String ifMatch, String presentTag) {
        if (ifMatch != null && !names(ifMatch, presentTag)) {
            throw ProblemException.preconditionFailed();
        }
    }

    private static boolean names(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(candidate -> "*".equals(candidate) || candidate.equals(quoted(tag)));
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
