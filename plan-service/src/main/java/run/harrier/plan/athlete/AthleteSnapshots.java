package run.harrier.plan.athlete;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.FitnessChanged;
import run.harrier.contracts.ProfileChanged;
import run.harrier.plan.athlete.model.Fitness;
import run.harrier.plan.athlete.model.FitnessHistory;
import run.harrier.plan.athlete.model.SafetyNotices;
import run.harrier.plan.athlete.model.Sex;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.strength.model.RestrictedMovement;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ProblemException;

/** This service's own copy of the athletes' profiles, and of every fitness of theirs that was ever known. */
@ApplicationScoped
public class AthleteSnapshots {
    private static final TypeReference<List<FitnessChanged.Span>> TIMELINE = new TypeReference<>() {};
    private static final TypeReference<List<FitnessChanged.HeartRate>> HEART_RATES = new TypeReference<>() {};
    private static final TypeReference<List<FitnessChanged.Result>> RESULTS = new TypeReference<>() {};

    /** The mornings on which a notice began or ended, and those with a cold: few, however long the diary is. */
    private static final TypeReference<List<SafetyNotices.Morning>> READINESS = new TypeReference<>() {};

    private static final String SNAPSHOT = """
            select p.*, f.known_at, f.timeline::text, f.heart_rate::text, f.last_result::text, f.races::text, (
                select coalesce(json_agg(json_build_object(
                    'on', day, 'notice', notice, 'heart', heart, 'cold', cold)), '[]')::text
                from (select day, notice, heart, cold, lag(notice, 1, false) over days as before,
                             lag(heart, 1, false) over days as heart_before
                      from readiness where athlete_id = $1 window days as (order by day)) mornings
                where notice <> before or heart <> heart_before or cold) as readiness
            from profile p
            left join lateral (
                select * from fitness where athlete_id = $1 order by sequence desc limit 1) f on true
            where p.athlete_id = $1
            """;

    /** Two seconds in all; an event takes a tenth of that. */
    private static final int LOOKS = 21;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Pool pool;
    private final JsonText json;
    private final Clock clock;

    AthleteSnapshots(Pool pool, JsonText json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** Waits up to two seconds for the profile of an athlete who was made a moment ago; then it is a 503 problem. */
    public Uni<AthleteSnapshot> get(UUID athleteId) {
        return getWhen(athleteId, athlete -> true);
    }

    /**
     * As {@link #get}, for a caller who may have written to the athlete-service a moment ago: waits up to two seconds
     * for the events of that to arrive, and then goes on with what is here.
     *
     * @param enough whether nothing that matters can still be on its way
     */
    public Uni<AthleteSnapshot> getWhen(UUID athleteId, Predicate<AthleteSnapshot> enough) {
        return read(pool, SNAPSHOT, athleteId)
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(athlete -> athlete.filter(enough).isEmpty())
                .select()
                .first(LOOKS)
                .collect()
                .last()
                .map(AthleteSnapshots::requireArrived);
    }

    /** As {@link #get}; nobody else changes the athlete's calendar until the transaction ends. */
    public Uni<AthleteSnapshot> lockForUpdate(SqlClient transaction, UUID athleteId) {
        return lockIfArrived(transaction, athleteId).map(AthleteSnapshots::requireArrived);
    }

    /** As {@link #lockForUpdate}, for the effect of an event, which may come before the profile: then it is empty. */
    public Uni<Optional<AthleteSnapshot>> lockIfArrived(SqlClient transaction, UUID athleteId) {
        return read(transaction, SNAPSHOT + "for update of p", athleteId);
    }

    private Uni<Optional<AthleteSnapshot>> read(SqlClient client, String query, UUID athleteId) {
        return client.preparedQuery(query)
                .execute(Tuple.of(athleteId))
                .map(rows -> rows.stream().findFirst().map(this::snapshot));
    }

    private static AthleteSnapshot requireArrived(Optional<AthleteSnapshot> athlete) {
        return athlete.orElseThrow(() ->
                ProblemException.unavailable("The athlete's profile has not arrived here yet.", Duration.ofSeconds(1)));
    }

    /** Keeps what the readiness of a day says against running (D34), in place of an earlier assessment of that day. */
    public Uni<Void> onMorning(SqlConnection transaction, UUID athleteId, SafetyNotices.Morning morning) {
        return transaction
                .preparedQuery("""
                        insert into readiness (athlete_id, day, notice, heart, cold) values ($1, $2, $3, $4, $5)
                        on conflict (athlete_id, day) do update
                        set notice = excluded.notice, heart = excluded.heart, cold = excluded.cold
                        """)
                .execute(Tuple.of(athleteId, morning.on(), morning.notice(), morning.heart(), morning.cold()))
                .replaceWithVoid();
    }

    /** The fitness known by each of the given times, beside what is known now. */
    public Uni<FitnessHistory> history(SqlClient client, UUID athleteId, Fitness newest, Collection<Instant> times) {
        if (times.isEmpty()) {
            return Uni.createFrom().item(new FitnessHistory(List.of(), newest));
        }
        return client.preparedQuery("""
                        select known_at, timeline::text, heart_rate::text, last_result::text, races::text
                        from fitness
                        where athlete_id = $1 and sequence in (
                            select (select max(sequence) from fitness where athlete_id = $1 and known_at <= time)
                            from unnest($2::timestamptz[]) as asked(time))
                        order by sequence
                        """)
                .execute(Tuple.of(
                        athleteId,
                        times.stream()
                                .distinct()
                                .map(time -> time.atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> new FitnessHistory.Known(
                                row.getOffsetDateTime("known_at").toInstant(), fitness(row)))
                        .toList())
                .map(earlier -> new FitnessHistory(earlier, newest));
    }

    Uni<Void> onProfileChanged(ProfileChanged event, Received received, SqlConnection transaction) {
        var intake = event.intake();
        return transaction
                .preparedQuery("""
                        insert into profile (athlete_id, sex, time_zone, level, current_weekly_distance_metres,
                                             intake_answered, open_injury, longest_run_minutes,
                                             restricted_movements)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        on conflict (athlete_id) do update
                        set sex = excluded.sex, time_zone = excluded.time_zone, level = excluded.level,
                            current_weekly_distance_metres = excluded.current_weekly_distance_metres,
                            intake_answered = excluded.intake_answered, open_injury = excluded.open_injury,
                            longest_run_minutes = excluded.longest_run_minutes,
                            restricted_movements = excluded.restricted_movements
                        """)
                .execute(Tuple.from(Arrays.asList(
                        event.athleteId(),
                        Sex.valueOf(event.sex()).name(),
                        ZoneId.of(event.timeZone()).getId(),
                        event.level(),
                        event.currentWeeklyDistanceMetres(),
                        intake != null,
                        intake != null && intake.openInjury(),
                        intake == null ? null : intake.longestRunMinutes(),
                        restricted(intake))))
                .replaceWithVoid();
    }

    /** Adds the one row that re-paces every session to come. */
    Uni<Void> onFitnessChanged(FitnessChanged event, Received received, SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        insert into fitness (athlete_id, sequence, known_at, timeline, heart_rate, last_result, races)
                        values ($1, $2, $3, $4::text::jsonb, $5::text::jsonb, $6::text::jsonb, $7::text::jsonb)
                        """)
                .execute(Tuple.from(Arrays.asList(
                        event.athleteId(),
                        received.sequence(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        json.write(event.timeline()),
                        json.write(event.heartRate()),
                        event.lastResult() == null ? null : json.write(event.lastResult()),
                        json.write(event.races()))))
                .replaceWithVoid();
    }

    private static String[] restricted(ProfileChanged.@Nullable Intake intake) {
        var movements = intake == null ? null : intake.restrictedMovements();
        return movements == null ? new String[0] : movements.toArray(String[]::new);
    }

    private AthleteSnapshot snapshot(Row row) {
        var sex = row.getString("sex");
        return new AthleteSnapshot(
                sex == null ? null : Sex.valueOf(sex),
                ZoneId.of(row.getString("time_zone")),
                row.getString("level"),
                row.getDouble("current_weekly_distance_metres"),
                row.getBoolean("intake_answered"),
                row.getBoolean("open_injury"),
                row.getInteger("longest_run_minutes"),
                Stream.of(row.getArrayOfStrings("restricted_movements"))
                        .flatMap(name -> RestrictedMovement.named(name).stream())
                        .toList(),
                row.getOffsetDateTime("known_at") == null ? Fitness.UNKNOWN : fitness(row),
                SafetyNotices.of(json.read(row.getString("readiness"), READINESS)));
    }

    private Fitness fitness(Row row) {
        var lastResult = row.getString("last_result");
        return new Fitness(
                json.read(row.getString("timeline"), TIMELINE).stream()
                        .map(span -> new Fitness.Span(span.from(), paces(span)))
                        .toList(),
                json.read(row.getString("heart_rate"), HEART_RATES).stream()
                        .map(measured -> new Fitness.HeartRate(
                                measured.measuredOn(), measured.maxBpm(), measured.restBpm(), measured.thresholdBpm()))
                        .toList(),
                lastResult == null ? null : result(json.read(lastResult, FitnessChanged.Result.class)),
                json.read(row.getString("races"), RESULTS).stream()
                        .map(AthleteSnapshots::result)
                        .toList());
    }

    private static Fitness.Result result(FitnessChanged.Result result) {
        return new Fitness.Result(
                result.on(), result.distanceMetres(), result.kind().equals("RACE"));
    }

    private static Paces paces(FitnessChanged.Span span) {
        var paces = span.paces();
        return new Paces(
                paces.easyFastestSecondsPerKm(),
                paces.easySlowestSecondsPerKm(),
                paces.marathonSecondsPerKm(),
                paces.thresholdSecondsPerKm(),
                paces.intervalSecondsPerKm(),
                paces.repetitionSecondsPerKm(),
                span.equivalents().stream()
                        .map(equivalent ->
                                new Paces.Equivalent(equivalent.distanceMetres(), equivalent.durationSeconds()))
                        .toList());
    }
}
