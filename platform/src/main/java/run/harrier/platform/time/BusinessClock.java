package run.harrier.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the rules. {@code harrier.clock-offset} puts it ahead of the real one, so that a developer can try
 * another day. Tokens, confirmations of access (D23), the relay and the deletion of expired rows keep real time.
 */
@ApplicationScoped
class BusinessClock {

    @Produces
    @ApplicationScoped
    Clock clock(@ConfigProperty(name = "harrier.clock-offset", defaultValue = "PT0S") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
