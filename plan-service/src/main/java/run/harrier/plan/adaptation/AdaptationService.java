package run.harrier.plan.adaptation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import run.harrier.contracts.LoadUpdated;
import run.harrier.contracts.ReadinessAssessed;
import run.harrier.contracts.model.CalendarWeek;
import run.harrier.plan.adaptation.model.Adaptation;
import run.harrier.plan.adaptation.model.AdaptationTexts;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.athlete.model.SafetyNotices;
import run.harrier.plan.prescription.model.Softening;
import run.harrier.plan.revision.RevisableSessions;
import run.harrier.plan.revision.SessionRevisions;
import run.harrier.plan.revision.model.Revision.Signal.Source;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.inbox.Received;

/** Changes the days ahead by wellness and load, as the load-service publishes them (S108). */
@ApplicationScoped
class AdaptationService {
    private static final Set<String> HEART_OR_BREATH = Set.of("SYMPTOMS", "SYMPTOMS_STAND");

    private final AthleteSnapshots athletes;
    private final RevisableSessions sessions;
    private final SessionRevisions revisions;
    private final Clock clock;

    AdaptationService(AthleteSnapshots athletes, RevisableSessions sessions, SessionRevisions revisions, Clock clock) {
        this.athletes = athletes;
        this.sessions = sessions;
        this.revisions = revisions;
        this.clock = clock;
    }

    /**
     * The effect of {@code readiness assessed} (D19, D34): with the verdict REST, and with the text of S115, all its
     * reasons soften.
     */
    Uni<Void> onReadinessAssessed(ReadinessAssessed event, Received received, SqlConnection transaction) {
        var ease = event.notice() || "REST".equals(event.verdict());
        var softening = event.reasons().stream()
                .filter(reason -> ease || reason.softens())
                .map(reason -> AdaptationTexts.of(reason.code(), reason.text(), reason.coachText()))
                .toList();
        var cold = !event.notice()
                && event.reasons().stream().anyMatch(reason -> reason.code().equals(Softening.COLD));
        var morning =
                new SafetyNotices.Morning(event.on(), stands(event), stands(event) && ofHeartOrBreath(event), cold);
        return athletes.onMorning(transaction, event.athleteId(), morning)
                .chain(() -> adapt(
                        transaction,
                        event.athleteId(),
                        new Signalled(Source.READINESS, event.on(), event.on().plusDays(1)),
                        (adaptation, found) -> adaptation.toReadiness(softening, ease, found)));
    }

    private static boolean ofHeartOrBreath(ReadinessAssessed event) {
        return event.reasons().stream().anyMatch(reason -> HEART_OR_BREATH.contains(reason.code()));
    }

    /** With EASE_OFF the text is shown and the day becomes easy; nothing stands against running. */
    private static boolean stands(ReadinessAssessed event) {
        return event.notice() && !"EASE_OFF".equals(event.verdict());
    }

    /** The effect of {@code load updated} (S55): a ratio that warns of nothing changes no plan (D46). */
    Uni<Void> onLoadUpdated(LoadUpdated event, Received received, SqlConnection transaction) {
        var ratio = Optional.ofNullable(event.acwr())
                .filter(acwr -> "RAISED".equals(acwr.band()) || "HIGH".equals(acwr.band()))
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
                .map(revised -> withoutHardening(athlete, today, revised))
                .chain(revised -> revisions.write(transaction, athleteId, athlete, revised));
    }

    /** The rules restore no hard session either onto a day that a notice guards (D34, S116). */
    private static List<Revised> withoutHardening(AthleteSnapshot athlete, LocalDate today, List<Revised> revised) {
        return revised.stream()
                .filter(one -> !one.hardens()
                        || !athlete.notices().easyOn(one.session().day(), today))
                .toList();
    }
}
