package run.harrier.platform.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import run.harrier.platform.problem.ProblemException;

/** JSON is UTF-8 (RFC 8259) and comes as it is: an encoding or another charset would be passed over, so it is refused. */
class PlainJson {
    private static final int AFTER_ACCESS = Priorities.USER + 1;

    /** The header is read as text: what is no media type at all is another's to refuse. */
    private static final Pattern JSON =
            Pattern.compile("\\s*application/(?:[\\w.-]+\\+)?json\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    /** Some clients name Latin-1 whatever they send: a letter beyond ASCII is then no UTF-8, and refused as such. */
    private static final Set<String> READ_AS_UTF_8 = Set.of("utf-8", "us-ascii", "iso-8859-1");

    @ServerRequestFilter(priority = AFTER_ACCESS)
    void check(ContainerRequestContext request) {
        var type = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.CONTENT_TYPE), "");
        if (!JSON.matcher(type).matches()) {
            return;
        }
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.unsupportedMediaType("JSON is sent without a Content-Encoding.");
        }
        var charset = CHARSET.matcher(type);
        if (charset.find() && !READ_AS_UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
            throw ProblemException.unsupportedMediaType("JSON is sent in UTF-8.");
        }
    }
}
