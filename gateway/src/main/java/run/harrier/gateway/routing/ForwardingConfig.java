package run.harrier.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for clients and for the services behind it, and how much of it one of them may hold. */
@ConfigMapping(prefix = "harrier.forwarding")
interface ForwardingConfig {

    /** A service that takes longer to accept a connection is away: the caller gets a 503. */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * How long nothing may flow in either direction of a request before it is given up with a 503. It bounds the longest
     * silent computation of a service.
     */
    @WithDefault("30s")
    Duration idleTimeout();

    /** The longest time of a whole request, to the end of its response. */
    @WithDefault("10m")
    Duration longest();

    /** After this time the body of a request must have come at the least rate, or the caller gets a 408. */
    @WithDefault("10s")
    Duration bodyGrace();

    /** The least rate of a body in bytes per second, on the average since its beginning. */
    @WithDefault("1000")
    int leastBytesPerSecond();

    /**
     * How long a connection to a service is kept without a request. It must be shorter than the services keep theirs
     * ({@code quarkus.http.idle-timeout}), or one closes under a request.
     */
    @WithDefault("20s")
    Duration keepAlive();

    /** How long a connection to a service is used at all, give or take a sixth. */
    @WithDefault("60s")
    Duration connectionLife();

    /** Connections to one service, and the requests to it at the same time; others get a 503. */
    @WithDefault("512")
    int connections();

    /** Requests of one person or client at the same time; others of the same get a 429. */
    @WithDefault("64")
    int perPerson();
}
