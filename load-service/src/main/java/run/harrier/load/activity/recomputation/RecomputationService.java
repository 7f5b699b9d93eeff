package run.harrier.load.activity.recomputation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
import run.harrier.load.activity.Activities;
import run.harrier.load.activity.Activity;
import run.harrier.load.activity.LoadInputs;
import run.harrier.load.activity.LoadInputsQuery;
import run.harrier.load.activity.RecordedRun;
import run.harrier.load.activity.SessionLoadCalibration;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.scoring.model.SessionScale.Pair;
import run.harrier.load.series.LoadYears;
import run.harrier.load.series.model.Day;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.transaction.Transactions;

/**
 * Computes the loads again that are due because thresholds changed as of a day (U24, M6), or the scale of session load:
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
    private final LoadInputsQuery inputs;
    private final Athletes athletes;
    private final SessionLoadCalibration calibration;
    private final LoadYears years;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Vertx vertx;
    private final Clock clock;
    /** Whether the last run failed: a trouble is logged when it begins, not each second. */
    private volatile boolean waits;

    RecomputationService(
            Activities activities,
            LoadInputsQuery inputs,
            Athletes athletes,
            SessionLoadCalibration calibration,
            LoadYears years,
            Outbox outbox,
            Transactions transactions,
            Vertx vertx,
            Clock clock) {
        this.activities = activities;
        this.inputs = inputs;
        this.athletes = athletes;
        this.calibration = calibration;
        this.years = years;
        this.outbox = outbox;
        this.transactions = transactions;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** An athlete whose recomputation fails holds nobody else up, and has the next turn with all others. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> recomputeAllThatIsDue() {
        var failed = new ArrayList<Throwable>();
        return athletes.dueForRecomputation()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
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
                .invoke(() -> warn(failed))
                .replaceWithVoid();
    }

    private void warn(List<Throwable> failed) {
        if (!failed.isEmpty() && !waits) {
            LOG.warnf("the recomputation waits: %s", failed.getFirst().toString());
        }
        waits = !failed.isEmpty();
    }

    /** Unless another instance is at it or has done it. */
    private Uni<Void> recompute(UUID athleteId) {
        return transactions.run(transaction -> athletes.lockDue(transaction, athleteId)
                .chain(from ->
                        from.isEmpty() ? Uni.createFrom().voidItem() : recompute(transaction, athleteId, from.get())));
    }

    private Uni<Void> recompute(SqlConnection transaction, UUID athleteId, LocalDate from) {
        var start = from.atStartOfDay(ZoneOffset.UTC)
                .minusHours(FURTHEST_EAST_HOURS)
                .toInstant();
        return inputs.lockAthleteAndRead(transaction, athleteId, from.minusDays(1))
                .chain(read -> calibration
                        .pairsBefore(transaction, athleteId, start)
                        .map(pairs -> new Pass(read, new ArrayList<>(pairs), new HashMap<>())))
                .chain(pass -> pages(transaction, pass, start, null).chain(() -> settle(transaction, pass)))
                .chain(() -> athletes.markRecomputed(transaction, athleteId));
    }

    /** What goes along through an athlete's activities: the pairs passed, and what becomes of the days. */
    private record Pass(LoadInputs inputs, List<Pair> pairs, Map<LocalDate, UnaryOperator<Day>> changes) {}

    private Uni<Void> pages(SqlConnection transaction, Pass pass, Instant start, @Nullable RecordedRun after) {
        var athleteId = pass.inputs().athlete().athleteId();
        return activities
                .recorded(transaction, athleteId, start, after, AT_ONCE)
                .chain(page -> {
                    if (page.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return vertx.executeBlocking(
                                    () -> page.stream()
                                            .flatMap(run -> again(run, pass).stream())
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
                                    : pages(transaction, pass, start, page.getLast()));
                });
    }

    /** The activity as it is now to be; empty when it stays. */
    private static List<Activity> again(RecordedRun run, Pass pass) {
        var before = run.activity();
        var scale = before.rpe() == null ? SessionScale.USUAL : SessionScale.of(pass.pairs());
        var same = Activity.of(
                before.id(),
                before.source(),
                Analysis.of(run.recording()),
                before.rpe(),
                pass.inputs().athlete(),
                scale,
                before.version());
        SessionLoadCalibration.calibrationPair(same).ifPresent(pass.pairs()::add);
        if (same.equals(before)) {
            return List.of();
        }
        pass.changes()
                .merge(
                        before.on(),
                        day -> day.minus(before.load(), before.sport().running())
                                .plus(same.load(), same.sport().running()),
                        (first, then) -> day -> then.apply(first.apply(day)));
        return List.of(same.withVersion(before.version() + 1));
    }

    private Uni<Void> settle(SqlConnection transaction, Pass pass) {
        if (pass.changes().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var athlete = pass.inputs().athlete();
        var read = pass.inputs().history();
        var history = read.with(pass.changes());
        var first = Collections.min(pass.changes().keySet());
        return years.save(transaction, athlete.athleteId(), read, history)
                .chain(() -> outbox.publish(
                        transaction,
                        List.of(LoadYears.updated(athlete.athleteId(), history, first, athlete.today(clock)))));
    }
}
