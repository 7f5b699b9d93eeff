package run.harrier.athlete.fitness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.heartrate.HeartRateEntity;
import run.harrier.athlete.heartrate.HeartRateMeasurements;
import run.harrier.athlete.heartrate.HeartRateView;
import run.harrier.athlete.heartrate.NewHeartRate;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.Scheme;
import run.harrier.athlete.profile.AthleteProfiles;
import run.harrier.platform.http.Page;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.Uuid7;

/** Records results, coaches' numbers and heart rates; each change publishes the athlete's whole fitness (S15). */
@ApplicationScoped
class FitnessService {
    /** More than the races of a runner's life; the event with the fitness from all of them fits into one message. */
    static final int MOST_RESULTS = 500;

    private static final int MOST_OVERRIDES = 100;
    private static final int MOST_HEART_RATES = 500;

    private final AthleteProfiles athletes;
    private final Results results;
    private final FitnessOverrides overrides;
    private final HeartRateMeasurements heartRates;
    private final Outbox outbox;
    private final Uuid7 ids;
    private final Clock clock;

    FitnessService(
            AthleteProfiles athletes,
            Results results,
            FitnessOverrides overrides,
            HeartRateMeasurements heartRates,
            Outbox outbox,
            Uuid7 ids,
            Clock clock) {
        this.athletes = athletes;
        this.results = results;
        this.overrides = overrides;
        this.heartRates = heartRates;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @WithSession
    Uni<FitnessView> fitness(UUID athleteId, @Nullable LocalDate on, Scheme scheme) {
        return day(athleteId, on).chain(day -> snapshot(athleteId).map(snapshot -> snapshot.on(day, scheme)));
    }

    @WithTransaction
    Uni<ResultView> record(UUID athleteId, NewResult result) {
        return athletes.lockForUpdate(athleteId)
                .invoke(athlete -> result.validate(athlete, athlete.today(clock)))
                .chain(() -> results.count("athleteId", athleteId))
                .invoke(count -> requireRoom(count, MOST_RESULTS, "results"))
                .chain(() -> results.persist(new ResultEntity(athleteId, ids.next(), result)))
                .call(() -> publish(athleteId))
                .map(ResultView::from);
    }

    @WithSession
    Uni<ResultView> result(UUID athleteId, UUID resultId) {
        return results.findById(new ResultEntity.Key(athleteId, resultId))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(ResultView::from);
    }

    @WithSession
    Uni<Page<ResultView>> results(UUID athleteId, @Nullable String after, int limit) {
        return results.page(athleteId, after, limit).map(rows -> Page.of(rows, limit, ResultView::from, Results::key));
    }

    @WithTransaction
    Uni<Void> removeResult(UUID athleteId, UUID resultId) {
        return athletes.lockForUpdate(athleteId)
                .chain(() -> results.remove(athleteId, resultId))
                .invoke(FitnessService::requireFound)
                .chain(() -> publish(athleteId));
    }

    @WithTransaction
    Uni<FitnessOverrideView> override(UUID athleteId, LocalDate from, NewFitnessOverride to, String by) {
        return athletes.lockForUpdate(athleteId)
                .invoke(athlete -> requirePast(from, athlete.today(clock)))
                .chain(() -> overrides.count("athleteId = ?1 and fromDay <> ?2", athleteId, from))
                .invoke(count -> requireRoom(count, MOST_OVERRIDES, "numbers set by hand"))
                .chain(() -> overrides.get(athleteId, from))
                .chain(present -> present == null
                        ? overrides.persist(new FitnessOverrideEntity(athleteId, from).set(to, by))
                        : Uni.createFrom().item(present.set(to, by)))
                .call(() -> publish(athleteId))
                .map(FitnessOverrideView::from);
    }

    @WithSession
    Uni<Page<FitnessOverrideView>> overrides(UUID athleteId, @Nullable String after, int limit) {
        return overrides
                .page(athleteId, after, limit)
                .map(rows -> Page.of(rows, limit, FitnessOverrideView::from, row -> row.fromDay.toString()));
    }

    @WithTransaction
    Uni<Void> removeOverride(UUID athleteId, LocalDate from) {
        return athletes.lockForUpdate(athleteId)
                .chain(() -> overrides.remove(athleteId, from))
                .invoke(FitnessService::requireFound)
                .chain(() -> publish(athleteId));
    }

    @WithTransaction
    Uni<HeartRateView> measure(UUID athleteId, NewHeartRate measured) {
        return athletes.lockForUpdate(athleteId)
                .invoke(athlete -> measured.validate(athlete, athlete.today(clock)))
                .chain(athlete -> put(athleteId, measured)
                        .call(() -> publish(athleteId))
                        .chain(kept -> heartRates(athleteId)
                                .map(all -> HeartRateView.from(
                                        kept.toModel(),
                                        HeartRate.on(athlete.today(clock), all).orElse(null)))));
    }

    @WithSession
    Uni<HeartRateView> heartRate(UUID athleteId, @Nullable LocalDate on) {
        return day(athleteId, on)
                .chain(day -> heartRates(athleteId)
                        .map(all -> HeartRate.on(day, all)
                                .map(inForce -> HeartRateView.from(inForce, inForce, all))
                                .orElseThrow(ProblemException::notFound)));
    }

    private Uni<LocalDate> day(UUID athleteId, @Nullable LocalDate asked) {
        return asked != null
                ? Uni.createFrom().item(asked)
                : athletes.get(athleteId).map(athlete -> athlete.today(clock));
    }

    private Uni<FitnessSnapshot> snapshot(UUID athleteId) {
        return results.of(athleteId)
                .chain(measured -> overrides
                        .of(athleteId)
                        .chain(set -> heartRates(athleteId)
                                .map(hearts -> new FitnessSnapshot(
                                        measured.stream()
                                                .flatMap(row -> row.toEvidence().stream())
                                                .toList(),
                                        set.stream()
                                                .map(FitnessOverrideEntity::toModel)
                                                .toList(),
                                        hearts))));
    }

    private Uni<HeartRateEntity> put(UUID athleteId, NewHeartRate measured) {
        var key = new HeartRateEntity.Key(athleteId, measured.measuredOn(), measured.origin());
        return heartRates
                .countBeside(key)
                .invoke(count -> requireRoom(count, MOST_HEART_RATES, "measurements of heart rate"))
                .chain(() -> heartRates.findById(key))
                .chain(present -> present == null
                        ? heartRates.persist(new HeartRateEntity(key).set(measured))
                        : Uni.createFrom().item(present.set(measured)));
    }

    private Uni<List<HeartRate>> heartRates(UUID athleteId) {
        return heartRates
                .of(athleteId)
                .map(rows -> rows.stream().map(HeartRateEntity::toModel).toList());
    }

    /** Under the lock of the athlete's row, so that no state is older than the one published before. */
    private Uni<Void> publish(UUID athleteId) {
        return Panache.getSession()
                .chain(session -> session.flush()
                        .chain(() -> snapshot(athleteId))
                        .chain(snapshot -> outbox.publish(session, snapshot.toContract(athleteId))));
    }

    private static void requirePast(LocalDate from, LocalDate today) {
        if (from.isAfter(today) || from.isBefore(today.minusYears(100))) {
            throw ProblemException.impossibleAt("from", "must be a day up to today, " + today);
        }
    }

    private static void requireRoom(long count, int most, String what) {
        if (count >= most) {
            throw ProblemException.conflict("An athlete can have " + most + " " + what + ".");
        }
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw ProblemException.notFound();
        }
    }
}
