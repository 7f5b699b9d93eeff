package run.harrier.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for the services behind it, and how many connections it opens to them. */
@ConfigMapping(prefix = "harrier.forwarding")
interface ForwardingConfig {

    /** A service that takes longer to accept a connection is away: the caller gets a 503. */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * How long nothing may flow in either direction of a request before it is given up with a 503. It bounds the longest
     * silent computation of a service, and the longest pause of an upload from a bad mobile network.
     */
    @WithDefault("30s")
    Duration idleTimeout();

    /**
     * Connections to one service. As many requests more may wait for one, the rest get a 503: it bounds what a slow
     * service can hold of the gateway.
     */
    @WithDefault("512")
    int connections();
}
