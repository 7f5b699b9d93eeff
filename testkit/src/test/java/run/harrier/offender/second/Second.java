package run.harrier.offender.second;

import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import run.harrier.offender.first.First;

/** The other half of the cycle, which reads the clock and waits. */
@ConfigMapping(prefix = "offender")
public class Second {

    Object needs() {
        return new First();
    }

    LocalDate today() {
        return LocalDate.now();
    }

    String waits() {
        return Uni.createFrom().item("late").await().atMost(Duration.ofSeconds(1));
    }
}
