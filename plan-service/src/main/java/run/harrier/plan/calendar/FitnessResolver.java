package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.athlete.model.FitnessHistory;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.SessionFitness;

/** Reads the fitness that sessions are shown with (D17): no query for days to come, one for all days gone. */
@ApplicationScoped
public class FitnessResolver {
    private final AthleteSnapshots athletes;
    private final Clock clock;

    FitnessResolver(AthleteSnapshots athletes, Clock clock) {
        this.athletes = athletes;
        this.clock = clock;
    }

    public Uni<SessionFitness> of(
            SqlClient client, UUID athleteId, AthleteSnapshot athlete, List<CalendarSession> sessions) {
        var today = athlete.today(clock);
        var gone = sessions.stream()
                .map(session -> session.fitnessAsOf(today, athlete.zone()).knownBy())
                .filter(time -> time.isBefore(FitnessHistory.NEWEST))
                .toList();
        return athletes.history(client, athleteId, athlete.fitness(), gone)
                .map(history -> new SessionFitness(history, today, athlete.zone()));
    }
}
