package run.harrier.plan.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.json.JsonText;

/** Reads sessions with the paces that are in force for each (D17). */
@ApplicationScoped
public class CalendarService {
    private static final int DAYS = 14;

    private final Pool pool;
    private final AthleteSnapshots athletes;
    private final Sessions sessions;
    private final FitnessResolver fitness;
    private final JsonText json;
    private final Clock clock;

    CalendarService(
            Pool pool,
            AthleteSnapshots athletes,
            Sessions sessions,
            FitnessResolver fitness,
            JsonText json,
            Clock clock) {
        this.pool = pool;
        this.athletes = athletes;
        this.sessions = sessions;
        this.fitness = fitness;
        this.json = json;
        this.clock = clock;
    }

    Uni<CalendarView> between(UUID athleteId, @Nullable String from, @Nullable String to, boolean paces) {
        return athletes.get(athleteId).chain(athlete -> {
            var range = DayRange.of(from, to, athlete.today(clock), DAYS);
            return sessions.between(pool, athleteId, range.from(), range.to())
                    .chain(found -> views(pool, athleteId, athlete, found, paces))
                    .map(views -> new CalendarView(views, tag(views)));
        });
    }

    Uni<SessionView> get(UUID athleteId, UUID sessionId, boolean paces) {
        return athletes.get(athleteId)
                .chain(athlete -> sessions.get(pool, athleteId, sessionId)
                        .chain(session -> views(pool, athleteId, athlete, List.of(session), paces)))
                .map(List::getFirst);
    }

    public Uni<SessionView> view(SqlClient client, UUID athleteId, AthleteSnapshot athlete, CalendarSession session) {
        return views(client, athleteId, athlete, List.of(session), false).map(List::getFirst);
    }

    private Uni<List<SessionView>> views(
            SqlClient client, UUID athleteId, AthleteSnapshot athlete, List<CalendarSession> found, boolean paces) {
        var today = athlete.today(clock);
        return fitness.of(client, athleteId, athlete, found)
                .map(resolved -> found.stream()
                        .map(session -> SessionView.from(session, athlete, resolved.of(session), paces, today))
                        .toList());
    }

    private String tag(List<SessionView> views) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.write(views).getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
