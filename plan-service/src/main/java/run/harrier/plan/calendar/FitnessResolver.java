package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.athlete.model.FitnessHistory;
import run.harrier.plan.calendar.model.CalendarSession;

/** Finds the fitness that each session is read with (D17): no query for what is to come, one for all that is gone. */
@ApplicationScoped
public class FitnessResolver {
    private final AthleteSnapshots athletes;
    private final Clock clock;

    FitnessResolver(AthleteSnapshots athletes, Clock clock) {
        this.athletes = athletes;
        this.clock = clock;
    }

    public Uni<Function<CalendarSession, InForce>> of(
            SqlClient client, UUID athleteId, AthleteSnapshot athlete, List<CalendarSession> sessions) {
        var today = athlete.today(clock);
        var gone = sessions.stream()
                .map(session -> session.reading(today, athlete.zone()).knownBy())
                .filter(time -> time.isBefore(FitnessHistory.NEWEST))
                .toList();
        return athletes.history(client, athleteId, athlete.fitness(), gone).map(history -> session -> {
            var reading = session.reading(today, athlete.zone());
            return history.knownBy(reading.knownBy()).on(reading.on());
        });
    }
}
