package run.harrier.plan.adaptation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import run.harrier.contracts.LoadUpdated;
import run.harrier.contracts.ReadinessAssessed;
import run.harrier.plan.adaptation.model.Adaptation;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.prescription.model.CalendarWeek;
import run.harrier.plan.revision.ReadinessNotices;
import run.harrier.plan.revision.RevisableSessions;
import run.harrier.plan.revision.SessionRevisions;
import run.harrier.plan.revision.model.Revision.Reason;
import run.harrier.plan.revision.model.Revision.Signal.Source;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.inbox.Received;

/** Changes the days ahead by wellness and load, as the load-service publishes them (S108). */
@ApplicationScoped
class AdaptationService {
    private final AthleteSnapshots athletes;
    private final RevisableSessions sessions;
    private final SessionRevisions revisions;
    private final ReadinessNotices notices;
    private final Clock clock;

    AdaptationService(
            AthleteSnapshots athletes,
            RevisableSessions sessions,
            SessionRevisions revisions,
            ReadinessNotices notices,
            Clock clock) {
        this.athletes = athletes;
        this.sessions = sessions;
        this.revisions = revisions;
        this.notices = notices;
        this.clock = clock;
    }

    /** The effect of {@code readiness assessed} (D19). */
    Uni<Void> onReadinessAssessed(ReadinessAssessed event, Received received, SqlConnection transaction) {
        var softening = event.reasons().stream()
                .filter(ReadinessAssessed.Reason::softens)
                .map(reason -> new Reason(reason.code(), reason.text()))
                .toList();
        return notices.put(transaction, event.athleteId(), event.on(), event.notice())
                .chain(() -> adapt(
                        transaction,
                        event.athleteId(),
                        new Signalled(Source.READINESS, event.on(), event.on().plusDays(1)),
                        (adaptation, found) -> adaptation.toReadiness(softening, found)));
    }

    /** The effect of {@code load updated} (S55): a provisional ratio changes no plan. */
    Uni<Void> onLoadUpdated(LoadUpdated event, Received received, SqlConnection transaction) {
        var ratio = Optional.ofNullable(event.acwr())
                .filter(acwr -> !acwr.provisional())
                .map(LoadUpdated.Acwr::value);
        return adapt(
                transaction,
                event.athleteId(),
                new Signalled(
                        Source.ACWR, event.on(), CalendarWeek.of(event.on()).sunday()),
                (adaptation, found) -> adaptation.toLoad(ratio, found));
    }

    /** A signal of a day, and the last day that it may change. */
    private record Signalled(Source source, LocalDate on, LocalDate last) {}

    private Uni<Void> adapt(
            SqlConnection transaction,
            UUID athleteId,
            Signalled signal,
            BiFunction<Adaptation, List<SessionHistory>, List<Revised>> decide) {
        return athletes.lockIfArrived(transaction, athleteId)
                .chain(athlete -> athlete.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : adapt(transaction, athleteId, athlete.get(), signal, decide));
    }

    private Uni<Void> adapt(
            SqlConnection transaction,
            UUID athleteId,
            AthleteSnapshot athlete,
            Signalled signal,
            BiFunction<Adaptation, List<SessionHistory>, List<Revised>> decide) {
        var today = athlete.today(clock);
        var first = signal.on().isBefore(today) ? today : signal.on();
        var adaptation = new Adaptation(signal.on(), today, clock.instant());
        return sessions.under(transaction, athleteId, signal.source(), signal.on(), first, signal.last())
                .map(found -> decide.apply(adaptation, found))
                .chain(revised -> withoutHardening(transaction, athleteId, today, revised))
                .chain(revised -> revisions.write(transaction, athleteId, athlete, revised));
    }

    /** After a notice the rules restore no hard session either (D19, S116). */
    private Uni<List<Revised>> withoutHardening(
            SqlConnection transaction, UUID athleteId, LocalDate today, List<Revised> revised) {
        if (revised.stream().noneMatch(Revised::hardens)) {
            return Uni.createFrom().item(revised);
        }
        return notices.stand(transaction, athleteId, today)
                .map(stand ->
                        stand ? revised.stream().filter(one -> !one.hardens()).toList() : revised);
    }
}
