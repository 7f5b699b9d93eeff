package run.harrier.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import run.harrier.gateway.request.RequestIds;

/** Removes the headers that end at the gateway and sets those that it adds; every other header passes unchanged. */
final class PassedHeaders {
    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");
    /** What frames the body or is meant for the service: it passes though {@code Connection} names it. */
    private static final Set<String> END_TO_END = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "content-encoding",
            "content-length",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "transfer-encoding");

    private static final List<String> FORWARDED = List.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-forwarded-ssl",
            "x-real-ip");
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    private PassedHeaders() {}

    /**
     * Headers in which a client states its own address are not passed on. Behind a trusted proxy, {@code inbound} has
     * the client's address when {@code quarkus.http.proxy.*} is set.
     *
     * @param traced whether the gateway's HTTP client adds the trace headers itself; the client's are then removed, as a
     *     service would read two parents as none
     */
    static void toOwner(MultiMap headers, HttpServerRequest inbound, boolean traced) {
        removeHopByHop(headers);
        FORWARDED.forEach(headers::remove);
        if (traced) {
            TRACE.forEach(headers::remove);
        }
        // answered here, or another one towards the service; services know no session
        headers.remove("expect").remove(HttpHeaders.HOST).remove(HttpHeaders.COOKIE);
        headers.set(RequestIds.HEADER, RequestIds.of(inbound))
                .set("x-forwarded-for", inbound.remoteAddress().hostAddress())
                .set("x-forwarded-proto", String.valueOf(inbound.scheme()));
        var authority = inbound.authority();
        if (authority != null) {
            headers.set("x-forwarded-host", authority.toString());
        }
    }

    static void toClient(MultiMap headers) {
        removeHopByHop(headers);
    }

    private static void removeHopByHop(MultiMap headers) {
        for (var named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : named.split(",", -1)) {
                if (!END_TO_END.contains(name.strip().toLowerCase(Locale.ROOT))) {
                    headers.remove(name.strip());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }
}
