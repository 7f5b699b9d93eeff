package run.harrier.load.wellness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ReadinessAssessed;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.WellnessEntries.Bearing;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Reason;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;

/** Assesses the readiness that follows from an athlete's wellness entries. */
@ApplicationScoped
class ReadinessService {
    private static final String PRIVATE_CODE = "PRIVATE";

    private final WellnessEntries entries;
    private final Athletes athletes;
    private final Outbox outbox;
    private final RequestAccess request;
    private final Clock clock;

    ReadinessService(WellnessEntries entries, Athletes athletes, Outbox outbox, RequestAccess request, Clock clock) {
        this.entries = entries;
        this.athletes = athletes;
        this.outbox = outbox;
        this.request = request;
        this.clock = clock;
    }

    /** Of a day, today unless asked otherwise; one query. */
    Uni<ReadinessView> on(UUID athleteId, @Nullable String asked) {
        var utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var day = asked == null ? utc : DayRange.day("on", asked);
        var reader = request.relations();
        // a day more, for athletes whose today is not that of UTC
        return athletes.whenArrived(athleteId, () -> entries.bearingOn(athleteId, day.plusDays(1)))
                .map(read -> {
                    var today = read.today();
                    var on = asked == null ? today : day;
                    if (on.isAfter(today)) {
                        throw ProblemException.impossibleAt("on", "must not be after the athlete's today, " + today);
                    }
                    return ReadinessView.from(Readiness.of(on, read.mornings()), read.mornings(), reader);
                });
    }

    /** What today's verdict is now, if the changed day bears on it, or did before it was changed. */
    Uni<Void> publish(SqlConnection transaction, UUID athleteId, Wellness before, Wellness after, Bearing known) {
        return entries.bearingOn(transaction, athleteId, known.today()).chain(read -> {
            var bears = before.ofHeartOrBreath()
                    || after.ofHeartOrBreath()
                    || !before.on().isBefore(known.from())
                    || !before.on().isBefore(read.from());
            return bears
                    ? publish(transaction, athleteId, read)
                    : Uni.createFrom().voidItem();
        });
    }

    /** What today's verdict is now. */
    Uni<Void> publish(SqlConnection transaction, UUID athleteId, LocalDate today) {
        return entries.bearingOn(transaction, athleteId, today).chain(read -> publish(transaction, athleteId, read));
    }

    private Uni<Void> publish(SqlConnection transaction, UUID athleteId, Bearing read) {
        return outbox.publish(transaction, List.of(event(athleteId, Readiness.of(read.today(), read.mornings()))));
    }

    private static ReadinessAssessed event(UUID athleteId, Readiness readiness) {
        return new ReadinessAssessed(
                athleteId,
                readiness.on(),
                readiness.verdict().name(),
                readiness.reasons().stream()
                        .map(reason -> new ReadinessAssessed.Reason(
                                reason.isPrivate()
                                        ? PRIVATE_CODE
                                        : reason.code().name(),
                                reason.isPrivate() ? Reason.PRIVATE : reason.text(),
                                reason.coachText(),
                                reason.softens() || readiness.verdict() == Readiness.Verdict.REST))
                        .toList(),
                readiness.warns());
    }
}
