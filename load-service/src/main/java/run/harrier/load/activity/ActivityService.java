package run.harrier.load.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityDeleted;
import run.harrier.contracts.Event;
import run.harrier.load.activity.Activities.KeptCopy;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Plausibility;
import run.harrier.load.athlete.Athlete;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.athlete.Athletes.Affected;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.series.LoadYears;
import run.harrier.load.series.model.Day;
import run.harrier.platform.http.Cursor;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.http.Page;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.transaction.Transactions;

/**
 * Reads, edits and deletes activities. An edit or a deletion locks the athlete, puts the day's load right and carries it
 * through the years, so that the series is that of the same activities in order.
 */
@ApplicationScoped
class ActivityService {
    private static final String SEPARATOR = "/";

    private final Activities activities;
    private final LoadInputsQuery inputs;
    private final Athletes athletes;
    private final SessionLoadCalibration calibration;
    private final LoadYears years;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Vertx vertx;
    private final Clock clock;

    ActivityService(
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

    Uni<ActivityView> get(UUID athleteId, UUID id) {
        return activities.detail(athleteId, id);
    }

    Uni<StreamsView> streams(UUID athleteId, UUID id, StreamsView.Wish wish) {
        return activities.streams(athleteId, id).map(streams -> StreamsView.of(streams, wish));
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
                        activity -> ActivityView.listed(athleteId, activity),
                        activity -> activity.startedAt() + SEPARATOR + activity.id()));
    }

    /** A merge-patch of the effort and the sport, or of a copy that is none; everything that follows is computed again. */
    Uni<ActivityView> edit(UUID athleteId, UUID id, Preconditions asked, ObjectNode patch) {
        return transactions.run(transaction -> countingAlone(transaction, athleteId, id, patch)
                .chain(() -> lockAthleteAndRead(transaction, athleteId, id, asked))
                .chain(locked -> {
                    var before = locked.run().activity();
                    var edit = ActivityEdit.of(before, patch);
                    return edit.equals(ActivityEdit.none(before))
                            ? Uni.createFrom().item(before)
                            : edited(transaction, locked, edit).call(after -> replace(transaction, locked, after));
                })
                .chain(() -> activities.detail(transaction, athleteId, id)));
    }

    /** Makes a copy an activity where the patch says so (D48). */
    private Uni<Void> countingAlone(SqlConnection transaction, UUID athleteId, UUID id, ObjectNode patch) {
        return ActivityEdit.countsAlone(patch)
                ? activities
                        .keptCopy(transaction, athleteId, id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : inputs.lockAthleteAndRead(
                                                transaction,
                                                athleteId,
                                                found.get().recording().on())
                                        .chain(read -> activities
                                                .keptCopy(transaction, athleteId, id)
                                                // another request may have been first
                                                .chain(copy -> copy.isEmpty()
                                                        ? Uni.createFrom().voidItem()
                                                        : countAlone(transaction, read, id, copy.get()))))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> countAlone(SqlConnection transaction, LoadInputs read, UUID id, KeptCopy copy) {
        var athleteId = read.athlete().athleteId();
        var recording = copy.recording();
        return computed(
                        transaction,
                        read.athlete(),
                        recording,
                        scale -> Activity.of(
                                id, copy.source(), Analysis.of(recording), copy.rpe(), read.athlete(), scale, 1))
                .map(activity -> new LockedActivity(read, new RecordedRun(activity, recording)))
                .call(locked -> activities.countAlone(transaction, athleteId, locked.run()))
                .chain(locked -> {
                    var activity = locked.run().activity();
                    return settle(
                            transaction,
                            locked,
                            day -> day.plus(activity.load(), activity.sport().running()),
                            activity.toEvent(athleteId),
                            SessionLoadCalibration.calibrationPair(activity)
                                    .map(pair -> activity.on())
                                    .orElse(null));
                });
    }

    /** Off the event loop, with the athlete's scale of session load as of the start. */
    private Uni<Activity> computed(
            SqlConnection transaction,
            Athlete athlete,
            Recording recording,
            Function<SessionScale, Activity> computation) {
        return calibration
                .pairsBefore(transaction, athlete.athleteId(), recording.startedAt())
                .map(SessionScale::of)
                .chain(scale -> vertx.executeBlocking(() -> computation.apply(scale), false));
    }

    /** As if it had never been recorded. */
    Uni<Void> delete(UUID athleteId, UUID id, Preconditions asked) {
        return transactions.run(transaction -> lockAthleteAndRead(transaction, athleteId, id, asked)
                .call(() -> activities.delete(transaction, athleteId, id))
                .chain(locked -> {
                    var gone = locked.run().activity();
                    return settle(
                            transaction,
                            locked,
                            day -> day.minus(gone.load(), gone.sport().running()),
                            new ActivityDeleted(athleteId, id, gone.on()),
                            SessionLoadCalibration.calibrationPair(gone)
                                    .map(pair -> gone.on())
                                    .orElse(null));
                }));
    }

    /** An activity whose athlete is locked until the transaction ends. */
    private record LockedActivity(LoadInputs inputs, RecordedRun run) {
        Athlete athlete() {
            return inputs.athlete();
        }
    }

    private Uni<LockedActivity> lockAthleteAndRead(
            SqlConnection transaction, UUID athleteId, UUID id, Preconditions asked) {
        return activities
                .get(transaction, athleteId, id)
                .chain(found -> inputs.lockAthleteAndRead(transaction, athleteId, found.on()))
                .chain(read -> activities
                        .recorded(transaction, athleteId, id)
                        .invoke(run ->
                                asked.require(Integer.toString(run.activity().version())))
                        .map(run -> new LockedActivity(read, run)));
    }

    private Uni<Activity> edited(SqlConnection transaction, LockedActivity locked, ActivityEdit edit) {
        var before = locked.run().activity();
        var recording = with(locked.run().recording(), edit.sport());
        return computed(
                transaction,
                locked.athlete(),
                recording,
                scale -> Activity.of(
                        before.id(),
                        before.source(),
                        plausible(recording, edit.sport() != before.sport()),
                        edit.rpe(),
                        locked.athlete(),
                        scale,
                        before.version() + 1));
    }

    /** A 422 problem when the figures cannot be: those of a sport that nobody does so fast, or of an old row. */
    private Analysis plausible(Recording recording, boolean otherSport) {
        var analysis = Analysis.of(recording);
        Plausibility.doubt(analysis, clock.instant()).ifPresent(doubt -> {
            throw otherSport
                    ? ProblemException.impossibleAt("/sport", doubt.text())
                    : ProblemException.impossible(doubt.text());
        });
        return analysis;
    }

    private static Recording with(Recording recording, Sport sport) {
        return new Recording(
                sport,
                recording.startedAt(),
                recording.offset(),
                recording.device(),
                recording.pauses(),
                recording.laps(),
                recording.streams(),
                recording.reading());
    }

    private Uni<Void> replace(SqlConnection transaction, LockedActivity locked, Activity after) {
        var before = locked.run().activity();
        var athleteId = locked.athlete().athleteId();
        var pairs = SessionLoadCalibration.calibrationPair(before).equals(SessionLoadCalibration.calibrationPair(after))
                ? null
                : after.on();
        return activities
                .update(transaction, athleteId, List.of(after))
                .chain(() -> settle(
                        transaction,
                        locked,
                        day -> day.minus(before.load(), before.sport().running())
                                .plus(after.load(), after.sport().running()),
                        after.toEvent(athleteId),
                        pairs));
    }

    /** Puts the day right, carries it through the years, and publishes both. */
    private Uni<Void> settle(
            SqlConnection transaction,
            LockedActivity locked,
            UnaryOperator<Day> change,
            Event event,
            @Nullable LocalDate pairedOn) {
        var athlete = locked.athlete();
        var read = locked.inputs().history();
        var on = locked.run().activity().on();
        var history = read.with(on, change);
        return years.save(transaction, athlete.athleteId(), read, history)
                .chain(() -> pairedOn == null
                        ? athletes.bumpVersion(transaction, athlete.athleteId())
                        : athletes.markForRecomputation(transaction, athlete.athleteId(), Affected.SCALED, pairedOn))
                .chain(() -> outbox.publish(
                        transaction,
                        List.of(event, LoadYears.updated(athlete.athleteId(), history, on, athlete.today(clock)))));
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
