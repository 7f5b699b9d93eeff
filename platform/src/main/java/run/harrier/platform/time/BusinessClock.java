package run.harrier.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock that the rules are given. {@code harrier.today} shifts it by whole days, so that a developer or a test can
 * live on another day; tokens keep the real time.
 */
@ApplicationScoped
class BusinessClock {

    @Produces
    @ApplicationScoped
    Clock clock(@ConfigProperty(name = "harrier.today") Optional<LocalDate> today) {
        return today.map(BusinessClock::startingOn).orElse(Clock.systemUTC());
    }

    private static Clock startingOn(LocalDate today) {
        var utc = Clock.systemUTC();
        var realDay = LocalDate.ofInstant(utc.instant(), ZoneOffset.UTC);
        return Clock.offset(utc, Duration.ofDays(today.toEpochDay() - realDay.toEpochDay()));
    }
}
