package run.harrier.load.activity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import run.harrier.load.activity.Activities.Sent;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.scoring.model.SessionScale.Pair;
import run.harrier.load.series.LoadYears;
import run.harrier.load.series.model.Day;
import run.harrier.platform.outbox.Outbox;

/**
 * Computes the loads again that are due because thresholds changed as of a day (U24), or the scale of session load:
 * every activity from that day on, in order, in one transaction per athlete, with one rebuild of the curves. It runs
 * beside the consumers, so that a long history holds no other event up.
 */
@ApplicationScoped
class RecomputationService {
    private static final Logger LOG = Logger.getLogger(RecomputationService.class);
    private static final int AT_ONCE = 100;
    /** A local day begins at most this long before the day in UTC. */
    private static final int FURTHEST_EAST_HOURS = 14;

    private final Activities activities;
    private final Runners runners;
    private final SessionLoadCalibration rescaling;
    private final LoadYears years;
    private final Outbox outbox;
    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;
    /** Whether the last run failed: a trouble is told when it begins, not each second. */
    private volatile boolean waits;

    RecomputationService(
            Activities activities,
            Runners runners,
            SessionLoadCalibration rescaling,
            LoadYears years,
            Outbox outbox,
            Pool pool,
            Vertx vertx,
            Clock clock) {
        this.activities = activities;
        this.runners = runners;
        this.rescaling = rescaling;
        this.years = years;
        this.outbox = outbox;
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** An athlete whose recomputation fails holds nobody else up, and has the next turn with all others. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> recomputeAllThatIsDue() {
        var failed = new ArrayList<Throwable>();
        return due().onItem()
                .transformToUniAndConcatenate(athleteId -> recompute(athleteId)
                        .onFailure()
                        .invoke(failed::add)
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .onFailure()
                .invoke(failed::add)
                .onFailure()
                .recoverWithNull()
                .invoke(() -> tell(failed))
                .replaceWithVoid();
    }

    private void tell(List<Throwable> failed) {
        if (!failed.isEmpty() && !waits) {
            LOG.warnf("the recomputation waits: %s", failed.getFirst().toString());
        }
        waits = !failed.isEmpty();
    }

    private Multi<UUID> due() {
        return pool.query("select athlete_id from athlete where recompute_from is not null order by athlete_id")
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> row.getUUID("athlete_id"));
    }

    /** Unless another instance is at it or has done it. */
    private Uni<Void> recompute(UUID athleteId) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("""
                        select recompute_from from athlete
                        where athlete_id = $1 and recompute_from is not null for update skip locked
                        """)
                .execute(Tuple.of(athleteId))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : recompute(
                                transaction, athleteId, rows.iterator().next().getLocalDate(0))));
    }

    private Uni<Void> recompute(SqlConnection transaction, UUID athleteId, LocalDate from) {
        var start = from.atStartOfDay(ZoneOffset.UTC)
                .minusHours(FURTHEST_EAST_HOURS)
                .toInstant();
        return runners.hold(transaction, athleteId, from.minusDays(1))
                .chain(runner -> rescaling
                        .pairsBefore(transaction, athleteId, start)
                        .map(pairs -> new Run(runner, new ArrayList<>(pairs), new HashMap<>())))
                .chain(run -> pages(transaction, run, start, null).chain(() -> settle(transaction, run)))
                .chain(() -> transaction.preparedQuery("""
                                update athlete set version = version + 1, recompute_from = null where athlete_id = $1
                                """).execute(Tuple.of(athleteId)))
                .replaceWithVoid();
    }

    /** What goes along through an athlete's activities: the pairs passed, and what becomes of the days. */
    private record Run(Runner runner, List<Pair> pairs, Map<LocalDate, UnaryOperator<Day>> changes) {}

    private Uni<Void> pages(SqlConnection transaction, Run run, Instant start, @Nullable Sent after) {
        var athleteId = run.runner().athleteId();
        return activities
                .recorded(transaction, athleteId, start, after, AT_ONCE)
                .chain(page -> {
                    if (page.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return vertx.executeBlocking(
                                    () -> page.stream()
                                            .flatMap(sent -> again(sent, run).stream())
                                            .toList(),
                                    false)
                            .call(changed -> activities.update(transaction, athleteId, changed))
                            .call(changed -> outbox.publish(
                                    transaction,
                                    changed.stream()
                                            .map(activity -> activity.toEvent(athleteId))
                                            .toList()))
                            .chain(() -> page.size() < AT_ONCE
                                    ? Uni.createFrom().voidItem()
                                    : pages(transaction, run, start, page.getLast()));
                });
    }

    /** The activity as it is now to be; empty when it stays. */
    private static List<Activity> again(Sent sent, Run run) {
        var before = sent.activity();
        var scale = before.rpe() == null ? SessionScale.USUAL : SessionScale.of(run.pairs());
        var same = Activity.of(
                before.id(), before.source(), sent.recording(), before.rpe(), run.runner(), scale, before.version());
        SessionLoadCalibration.pair(same).ifPresent(run.pairs()::add);
        if (same.equals(before)) {
            return List.of();
        }
        run.changes()
                .merge(
                        before.on(),
                        day -> day.minus(before.load(), before.sport().running())
                                .plus(same.load(), same.sport().running()),
                        (first, then) -> day -> then.apply(first.apply(day)));
        return List.of(same.withVersion(before.version() + 1));
    }

    private Uni<Void> settle(SqlConnection transaction, Run run) {
        if (run.changes().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var runner = run.runner();
        var history = runner.history().with(run.changes());
        var first = Collections.min(run.changes().keySet());
        return years.save(transaction, runner.athleteId(), runner.history(), history)
                .chain(() -> outbox.publish(
                        transaction,
                        List.of(LoadYears.updated(runner.athleteId(), history, first, runner.today(clock)))));
    }
}
