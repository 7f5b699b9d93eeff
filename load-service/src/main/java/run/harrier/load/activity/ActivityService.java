package run.harrier.load.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityDeleted;
import run.harrier.contracts.Event;
import run.harrier.load.activity.Activities.Sent;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.series.LoadYears;
import run.harrier.load.series.model.Day;
import run.harrier.platform.http.Cursor;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.http.Headers;
import run.harrier.platform.http.Page;
import run.harrier.platform.outbox.Outbox;

/**
 * Reads, edits and deletes activities. An edit or a deletion holds the athlete, puts the day's load right and carries it
 * through the years, so that the series is that of the same activities in order.
 */
@ApplicationScoped
class ActivityService {
    private static final String SEPARATOR = "/";

    private final Activities activities;
    private final Runners runners;
    private final SessionLoadCalibration rescaling;
    private final LoadYears years;
    private final Outbox outbox;
    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;

    ActivityService(
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

    Uni<ActivityView> get(UUID athleteId, UUID id) {
        return activities.detail(athleteId, id);
    }

    Uni<StreamsView> streams(UUID athleteId, UUID id) {
        return activities.streams(athleteId, id).map(StreamsView::of);
    }

    Uni<Page<ActivityView>> page(
            UUID athleteId, @Nullable String from, @Nullable String to, int limit, @Nullable String after) {
        var first = from == null ? null : DayRange.day("from", from);
        var last = to == null ? null : DayRange.day("to", to);
        if (first != null && last != null) {
            new DayRange(first, last); // refuses what is no range
        }
        var key = after == null ? null : Key.of(after);
        return activities
                .page(athleteId, first, last, key == null ? null : key.start(), key == null ? null : key.id(), limit)
                .map(found -> Page.of(
                        found,
                        limit,
                        activity -> ActivityView.of(athleteId, activity),
                        activity -> activity.startedAt() + SEPARATOR + activity.id()));
    }

    /** A merge-patch of the effort and the sport; everything that follows from them is computed again. */
    Uni<ActivityView> edit(UUID athleteId, UUID id, @Nullable String ifMatch, ObjectNode patch) {
        return pool.withTransaction(transaction -> held(transaction, athleteId, id, ifMatch)
                .chain(held -> {
                    var before = held.sent().activity();
                    var edit = ActivityEdit.of(before, patch);
                    return edit.equals(new ActivityEdit(before.rpe(), before.sport()))
                            ? Uni.createFrom().item(before)
                            : edited(transaction, held, edit).call(after -> replace(transaction, held, after));
                })
                .chain(() -> activities.detail(transaction, athleteId, id)));
    }

    /** As if it had never been recorded. */
    Uni<Void> delete(UUID athleteId, UUID id, @Nullable String ifMatch) {
        return pool.withTransaction(transaction -> held(transaction, athleteId, id, ifMatch)
                .call(() -> activities.delete(transaction, athleteId, id))
                .chain(held -> {
                    var gone = held.sent().activity();
                    return settle(
                            transaction,
                            held,
                            day -> day.minus(gone.load(), gone.sport().running()),
                            new ActivityDeleted(athleteId, id, gone.on()),
                            SessionLoadCalibration.pair(gone)
                                    .map(pair -> gone.on())
                                    .orElse(null));
                }));
    }

    /** An activity whose athlete nobody else changes until the transaction ends. */
    private record Held(Runner runner, Sent sent) {}

    private Uni<Held> held(SqlConnection transaction, UUID athleteId, UUID id, @Nullable String ifMatch) {
        return activities
                .get(transaction, athleteId, id)
                .chain(found -> runners.hold(transaction, athleteId, found.on()))
                .chain(runner -> activities
                        .recorded(transaction, athleteId, id)
                        .invoke(sent -> Headers.requireMatch(
                                ifMatch, Integer.toString(sent.activity().version())))
                        .map(sent -> new Held(runner, sent)));
    }

    private Uni<Activity> edited(SqlConnection transaction, Held held, ActivityEdit edit) {
        var before = held.sent().activity();
        var recording = with(held.sent().recording(), edit.sport());
        return rescaling
                .pairsBefore(transaction, held.runner().athleteId(), before.startedAt())
                .map(SessionScale::of)
                .chain(scale -> vertx.executeBlocking(
                        () -> Activity.of(
                                before.id(),
                                before.source(),
                                recording,
                                edit.rpe(),
                                held.runner(),
                                scale,
                                before.version() + 1),
                        false));
    }

    private static Recording with(Recording recording, Sport sport) {
        return new Recording(
                sport,
                recording.startedAt(),
                recording.on(),
                recording.device(),
                recording.pauses(),
                recording.laps(),
                recording.streams());
    }

    private Uni<Void> replace(SqlConnection transaction, Held held, Activity after) {
        var before = held.sent().activity();
        var athleteId = held.runner().athleteId();
        var pairs = SessionLoadCalibration.pair(before).equals(SessionLoadCalibration.pair(after)) ? null : after.on();
        return activities
                .update(transaction, athleteId, List.of(after))
                .chain(() -> settle(
                        transaction,
                        held,
                        day -> day.minus(before.load(), before.sport().running())
                                .plus(after.load(), after.sport().running()),
                        after.toEvent(athleteId),
                        pairs));
    }

    /** Puts the day right, carries it through the years, and tells. */
    private Uni<Void> settle(
            SqlConnection transaction,
            Held held,
            UnaryOperator<Day> change,
            Event event,
            @Nullable LocalDate pairedOn) {
        var runner = held.runner();
        var on = held.sent().activity().on();
        var history = runner.history().with(on, change);
        return years.save(transaction, runner.athleteId(), runner.history(), history)
                .chain(() -> Runners.touch(transaction, runner.athleteId(), pairedOn))
                .chain(() -> outbox.publish(
                        transaction,
                        List.of(event, LoadYears.updated(runner.athleteId(), history, on, runner.today(clock)))));
    }

    /** Where a page ended. */
    private record Key(Instant start, UUID id) {
        static Key of(String cursor) {
            var parts = Cursor.decode(cursor).split(SEPARATOR, 2);
            try {
                return new Key(DayRange.instant("after", parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException e) {
                throw Cursor.invalid();
            }
        }
    }
}
