package run.harrier.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock that the rules are given. {@code harrier.clock-offset} says how far it is ahead of the real one, so that a
 * developer or a test can live on another day; tokens keep the real time.
 */
@ApplicationScoped
class BusinessClock {

    @Produces
    @ApplicationScoped
    Clock clock(@ConfigProperty(name = "harrier.clock-offset", defaultValue = "PT0S") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
