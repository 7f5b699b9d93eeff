package run.harrier.load.activity.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Event;
import run.harrier.load.activity.Activity;
import run.harrier.load.activity.ActivityView;
import run.harrier.load.activity.LoadInputs;
import run.harrier.load.activity.LoadInputsQuery;
import run.harrier.load.activity.RecordedRun;
import run.harrier.load.activity.SessionLoadCalibration;
import run.harrier.load.activity.upload.UploadStatements.Committed;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.series.LoadYears;
import run.harrier.load.series.model.Day;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.transaction.Conflicts;
import run.harrier.platform.transaction.Transactions;

/**
 * Takes uploads: one statement reads who sends, with which thresholds, after which loads; one commits the activity with
 * its file, its streams, the loads of its year and its events. Between them nothing is locked, and the file is
 * read off the event loop; when another writer changes the athlete's figures meanwhile, the commit does nothing and all is
 * computed again. A file of several activities is committed with the athlete locked.
 *
 * <p>What a commit may answer, and what follows:
 *
 * <pre>
 * stored, nothing waits     done:  the activities of the file are recorded
 * stored, some wait         rest:  those that may be copies of the ones just stored are committed next
 * nothing, for copies       store: the others of the file are committed, without the copies
 * nothing, for a new version again: all is read and computed anew; after three tries the athlete is locked first
 * </pre>
 */
@ApplicationScoped
class UploadService {
    private static final int TRIES = 3;

    private final UploadStatements statements;
    private final LoadInputsQuery inputs;
    private final Athletes athletes;
    private final SessionLoadCalibration calibration;
    private final LoadYears years;
    private final UploadBody bodies;
    private final FileRoom room;
    private final FileMeter files;
    private final AccessInQuery access;
    private final RequestAccess request;
    private final Pool pool;
    private final Transactions transactions;
    private final Vertx vertx;
    private final Clock clock;

    UploadService(
            UploadStatements statements,
            LoadInputsQuery inputs,
            Athletes athletes,
            SessionLoadCalibration calibration,
            LoadYears years,
            UploadBody bodies,
            FileRoom room,
            FileMeter files,
            AccessInQuery access,
            RequestAccess request,
            Pool pool,
            Transactions transactions,
            Vertx vertx,
            Clock clock) {
        this.statements = statements;
        this.inputs = inputs;
        this.athletes = athletes;
        this.calibration = calibration;
        this.years = years;
        this.bodies = bodies;
        this.room = room;
        this.files = files;
        this.access = access;
        this.request = request;
        this.pool = pool;
        this.transactions = transactions;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** The first activity of the body with the others, or what it is a copy of. */
    Uni<UploadView> receive(
            UUID athleteId, byte[] body, @Nullable String contentType, @Nullable String contentEncoding) {
        var subject = request.caller().subject();
        return read(pool, athleteId, subject)
                .call(row -> access.require(athleteId, row))
                .chain(row -> known(athleteId, subject, row)
                        .chain(read -> vertx.executeBlocking(
                                        () -> bodies.read(
                                                subject,
                                                body,
                                                contentType,
                                                contentEncoding,
                                                read.athlete().zone(),
                                                clock.instant()),
                                        false)
                                .invoke(upload -> room.require(row, upload))
                                .chain(upload -> (upload.items().size() == 1
                                                ? Conflicts.retried(() -> store(pool, upload, read, subject, TRIES))
                                                : locked(upload, athleteId, subject))
                                        .invoke(view -> files.taken(upload, view)))));
    }

    private Uni<Row> read(SqlClient client, UUID athleteId, String subject) {
        return statements.read(client, athleteId, subject, LocalDate.now(clock).getYear() - 1);
    }

    /** Waits for the profile of an athlete who is new; a 503 problem when it does not come. */
    private Uni<LoadInputs> known(UUID athleteId, String subject, Row row) {
        return row.getString("time_zone") != null
                ? Uni.createFrom().item(inputs.inputs(athleteId, row))
                : athletes.today(athleteId)
                        .chain(arrived -> read(pool, athleteId, subject))
                        .map(again -> inputs.inputs(athleteId, again));
    }

    private Uni<UploadView> store(SqlClient client, Upload upload, LoadInputs read, String subject, int tries) {
        if (upload.fresh().isEmpty()) {
            return Uni.createFrom().item(view(read.athlete().athleteId(), upload));
        }
        return reaching(client, upload, read)
                .chain(before -> computed(client, upload, before)
                        .chain(runs -> commit(client, upload, before, runs).chain(committed -> {
                            if (committed.done()) {
                                return rest(
                                        client,
                                        upload.stored(runs),
                                        read.athlete().athleteId(),
                                        subject,
                                        tries);
                            }
                            return committed.present()
                                    ? store(client, upload.with(committed.twins()), read, subject, tries)
                                    : again(upload, read.athlete().athleteId(), subject, tries - 1);
                        })));
    }

    /** Stores what waited for the others of its file: the athlete's figures are other ones now. */
    private Uni<UploadView> rest(SqlClient client, Upload upload, UUID athleteId, String subject, int tries) {
        return upload.fresh().isEmpty()
                ? Uni.createFrom().item(view(athleteId, upload))
                : read(client, athleteId, subject)
                        .map(row -> inputs.inputs(athleteId, row))
                        .chain(now -> store(client, upload, now, subject, tries));
    }

    /** Another writer changed the athlete. After a few tries the athlete is locked, so that the next one cannot be lost. */
    private Uni<UploadView> again(Upload upload, UUID athleteId, String subject, int tries) {
        return tries > 0
                ? read(pool, athleteId, subject)
                        .map(row -> inputs.inputs(athleteId, row))
                        .chain(now -> store(pool, upload, now, subject, tries))
                : locked(upload, athleteId, subject);
    }

    /** In one transaction: the activities of a file that may be copies need a statement each, and all count or none. */
    private Uni<UploadView> locked(Upload upload, UUID athleteId, String subject) {
        return transactions.run(transaction -> athletes.lockForUpdate(transaction, athleteId)
                .chain(() -> read(transaction, athleteId, subject))
                .map(row -> inputs.inputs(athleteId, row))
                .chain(now -> store(transaction, upload, now, subject, 0)));
    }

    /** With the years that the upload changes; more than two are read only for an old activity. */
    private Uni<LoadInputs> reaching(SqlClient client, Upload upload, LoadInputs read) {
        var first = upload.fresh().getFirst().recording().on().getYear();
        var known = read.history().years();
        return known.isEmpty() || known.getFirst().year() <= first
                ? Uni.createFrom().item(read)
                : years.from(client, read.athlete().athleteId(), first)
                        .map(history -> new LoadInputs(read.athlete(), history));
    }

    private Uni<List<RecordedRun>> computed(SqlClient client, Upload upload, LoadInputs read) {
        var start = upload.fresh().getFirst().recording().startedAt();
        var scale = upload.rpe() == null
                ? Uni.createFrom().item(SessionScale.USUAL)
                : calibration
                        .pairsBefore(client, read.athlete().athleteId(), start)
                        .map(SessionScale::of);
        return scale.chain(as -> vertx.executeBlocking(
                () -> upload.fresh().stream()
                        .map(item -> new RecordedRun(
                                Activity.of(
                                        item.id(),
                                        upload.source(),
                                        item.analysis(),
                                        upload.rpe(),
                                        read.athlete(),
                                        as,
                                        1),
                                item.recording()))
                        .toList(),
                false));
    }

    private Uni<Committed> commit(SqlClient client, Upload upload, LoadInputs read, List<RecordedRun> runs) {
        var changes = new HashMap<LocalDate, UnaryOperator<Day>>();
        runs.stream()
                .map(RecordedRun::activity)
                .forEach(activity -> changes.merge(
                        activity.on(),
                        day -> day.plus(activity.load(), activity.sport().running()),
                        (before, after) -> day -> after.apply(before.apply(day))));
        var history = read.history().with(changes);
        var first = runs.getFirst().activity().on();
        var events = new ArrayList<Event>();
        runs.forEach(run -> events.add(run.activity().toEvent(read.athlete().athleteId())));
        events.add(LoadYears.updated(
                read.athlete().athleteId(), history, first, read.athlete().today(clock)));
        var paired = runs.stream()
                .anyMatch(one ->
                        SessionLoadCalibration.calibrationPair(one.activity()).isPresent());
        return statements.commit(
                client,
                read.athlete(),
                runs,
                upload,
                years.rows(read.history(), history),
                events,
                paired ? first : null,
                clock.instant());
    }

    private static UploadView view(UUID athleteId, Upload upload) {
        var views = new ArrayList<UploadView>();
        for (var item : upload.items()) {
            var activity = item.stored();
            var twin = item.twin();
            if (activity != null) {
                views.add(UploadView.of(ActivityView.from(athleteId, activity), List.of()));
            } else if (twin != null) {
                views.add(UploadView.duplicateOf(twin.id(), twin.copy()));
            }
        }
        return views.stream()
                .flatMap(view -> view instanceof UploadView.Recorded recorded ? Stream.of(recorded) : Stream.empty())
                .findFirst()
                .map(first -> UploadView.of(
                        first.activity(),
                        views.stream().filter(view -> !view.equals(first)).toList()))
                .orElseGet(views::getFirst);
    }
}
